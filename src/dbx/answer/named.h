// Finds what has this name in a list, whatever its case. Internal to answer/.
#pragma once

#include <algorithm>
#include <string_view>

#include "dbx/base/text.h"

namespace dbx::answer {

template <class List>
auto find_named(List& list, std::string_view name) {
  return std::find_if(list.begin(), list.end(), [&](const auto& item) {
    return text::equals_ignoring_case(item.name, name);
  });
}

}  // namespace dbx::answer
