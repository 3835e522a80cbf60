// Reads the coordinated lists of a prompt: "customer (name, tier), distance in km and amount as
// decimal(12,2)". Knows which words open another clause (cues.h), nothing of businesses.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dbx/design/cues.h"
#include "dbx/design/wishes.h"

namespace dbx::design {

struct List {
  Items items;
  std::optional<CueKind> head;  // behind the list: "customer and product dimensions"
};

// A place in the tokens, and how to go on from there.
class ListReader {
 public:
  // `told`: see clauses.h; the same size as `tokens`.
  ListReader(std::span<const Token> tokens, const std::vector<bool>& told)
      : tokens_(tokens), told_(told) {}

  bool at_end() const { return position >= tokens_.size(); }
  const Token& token(std::size_t at) const { return tokens_[at]; }
  const Token& current() const { return tokens_[position]; }
  std::size_t size() const { return tokens_.size(); }
  std::span<const Token> tokens() const { return tokens_; }
  bool is_word(std::size_t at) const;
  bool is(std::size_t at, std::string_view text) const;  // a word, as written in lower case

  // The cue that begins there and has a meaning there; null: none.
  const Cue* cue_at(std::size_t at) const;
  // "with dimensions are such as": words between a head and its list.
  void skip_openers();
  // Items up to the next cue or stop; a head at the end is consumed, so are the bullets of a list
  // that stands line by line.
  List read();
  // "consumption per building and bills per building": the names alone.
  Items read_names();

  std::size_t position = 0;

 private:
  bool is_joiner(std::size_t at) const;
  bool belongs_inside(std::size_t at, const Item& item) const;
  bool take_unit(Item& item);
  bool take_type(Item& item);
  void read_bracket(Item& item);
  void read_lines(List& list);
  bool opens_block() const;
  static void close(Items& items, Item& item);

  std::span<const Token> tokens_;
  const std::vector<bool>& told_;
  int depth_ = 0;  // of brackets
};

}  // namespace dbx::design
