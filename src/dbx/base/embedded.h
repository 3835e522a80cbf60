// Files that travel inside the binary, byte for byte (cmake/dbx_embed.cmake writes the tables).
#pragma once

#include <span>
#include <string_view>

namespace dbx::embedded {

struct File {
  std::string_view name;  // relative to the embedded folder
  std::string_view contents;
};

std::span<const File> codes();      // docs/codes: what `dbx explain` prints
std::span<const File> templates();  // templates: what `dbx init --template` scaffolds
std::span<const File> knowledge();  // knowledge: processes, dimensions, words; one packed tree
std::span<const File> lexicon();    // English words: english/lexicon.h
std::span<const File> locales();    // names, words and places of 77 locales: seed/locale/table.h

}  // namespace dbx::embedded
