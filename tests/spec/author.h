// Writes a tree as people do: flow here, block there, quotes as they like, comments anywhere.
#pragma once

#include <functional>
#include <string>

#include "dbx/yaml/yaml.h"

namespace dbx::test {

class Author {
 public:
  // `roll(n)`: a whole number below n.
  explicit Author(std::function<int(int)> roll) : roll_(std::move(roll)) {}

  std::string write(const yaml::Node& root);
  int comments() const { return comments_; }

 private:
  void mapping(const yaml::Node& node, std::size_t indent, bool first_inline);
  void sequence(const yaml::Node& node, std::size_t indent);
  void value(const yaml::Node& node, std::size_t indent, bool in_sequence);
  std::string flow(const yaml::Node& node, std::size_t indent, int depth);
  std::string scalar(std::string_view text);
  std::string trailing();
  void between(std::size_t indent);
  std::string comment();
  bool once_in(int n) { return roll_(n) == 0; }

  std::function<int(int)> roll_;
  std::string text_;
  int comments_ = 0;
};

}  // namespace dbx::test
