// Making a Field from a pointer to the member that it fills.
#pragma once

#include "dbx/spec/codec.h"

namespace dbx::spec {

template <class>
struct MemberOf;
template <class T, class M>
struct MemberOf<M T::*> {
  using Owner = T;
  using Value = M;
};

enum class Need { kOptional, kRequired };

// A key that fills the member `member`; an optional one is left out in print where it holds its
// default.
template <auto member, Need need = Need::kOptional>
constexpr auto field(std::string_view key, std::string_view summary) {
  using Owner = typename MemberOf<decltype(member)>::Owner;
  using Value = typename MemberOf<decltype(member)>::Value;
  Field<Owner> result;
  result.key = key;
  result.required = need == Need::kRequired;
  result.summary = summary;
  result.read = [](Reader& reader, const yaml::Node& node, Owner& owner) {
    Codec<Value>::read(reader, node, owner.*member);
  };
  result.write = [](const Owner& owner) -> std::optional<yaml::Node> {
    static const Owner kDefault{};
    if (need == Need::kOptional && owner.*member == kDefault.*member) return std::nullopt;
    return Codec<Value>::write(owner.*member);
  };
  result.shape = [] { return Codec<Value>::shape(); };
  return result;
}

}  // namespace dbx::spec
