// Trees as bytes, for files that travel in the binary: parsing YAML takes ten times as long as
// reading these. Positions and comments are left behind, so what is packed is checked before
// (packer.cpp fails the build on a file that does not parse).
#pragma once

#include <string>
#include <string_view>

#include "dbx/yaml/yaml.h"

namespace dbx::yaml {

// Preorder; a node is its kind, its key, then its text or its children; lengths are varints.
std::string pack(const Node& root);

// The tree refers to `bytes`, which must outlive it. `bytes` is what pack() made: anything else is
// a fault of the build, and ends the program.
Node unpack(std::string_view bytes);

}  // namespace dbx::yaml
