// The patterns of the locale data: "{{location.street_name}} {{location.buildingNumber}}". A
// phrasebook compiles a list (or a template) once, with every list it refers to, and then expands
// it for a row: `{{module.method}}` is a list or a word such as person.lastName; in lists of
// formats
// '#' is a digit, '!' a digit from 2, '?' a letter. Immutable once compiled, thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/seed/locale/names.h"
#include "dbx/seed/locale/table.h"
#include "dbx/seed/random.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

// The random numbers of one cell, one after the other.
class Draws {
 public:
  Draws(const Random& random, std::int64_t row, std::uint32_t first = 0)
      : random_(random), row_(row), draw_(first) {}
  std::uint64_t bits() { return random_.bits(row_, draw_++).first; }
  std::size_t below(std::size_t bound) {
    return static_cast<std::size_t>(seed::below(bits(), static_cast<std::int64_t>(bound)));
  }

 private:
  const Random& random_;
  std::int64_t row_;
  std::uint32_t draw_;
};

class Phrasebook {
 public:
  using List = std::size_t;

  // Of no locale: English.
  explicit Phrasebook(std::optional<LocaleId> locale);

  // Nothing where the chain has no such list, or one of its patterns refers to what is unknown.
  std::optional<List> list(std::string_view path);
  // One pattern of the caller's. Nothing, and the word that is unknown, where there is one.
  std::optional<List> pattern(std::string_view text, std::string& unknown);

  // One of the list's phrases, each as likely. At `place`, where the row has one.
  void expand(List list, Draws& draws, const Place* place, std::string& out) const;
  std::size_t size(List list) const { return lists_[list].size(); }

 private:
  struct Piece {
    enum class Kind {
      kText,
      kFormat,
      kList,
      kInteger,
      kFirstName,
      kLastName,
      kCity,
      kState,
      kPostal
    };
    Kind kind = Kind::kText;
    std::string_view text = {};  // kText, kFormat
    List list = 0;
    std::int64_t low = 0;  // kInteger
    std::int64_t count = 1;
  };
  using Phrase = std::vector<Piece>;

  std::optional<Phrase> compile(std::string_view text, bool format, std::string& unknown);
  std::optional<Piece> compile_word(std::string_view word);
  std::optional<Piece> compile_call(std::string_view word);
  void expand_piece(const Piece& piece, Draws& draws, const Place* place, std::string& out) const;

  LocaleId locale_;
  const LocaleNames* names_;
  const std::vector<Place>* places_;
  std::map<std::string, List, std::less<>> known_;
  std::vector<std::vector<Phrase>> lists_;
};

// '#' a digit, '!' a digit from 2, '?' a letter of postal codes, the rest itself.
void expand_format(std::string_view format, Draws& draws, std::string& out);

}  // namespace dbx::seed
