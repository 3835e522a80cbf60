// The parts of the row's address, for the generators that show one part and those that show all:
// the same row has the same street and postal code in each. Immutable, thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/locale/phrase.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

class Address {
 public:
  Address(const Request& request, FillParameters& parameters);

  const Place& place(std::int64_t row) const { return place_(row); }
  // Is it written in the language of the place?
  bool native() const { return !streets_.empty(); }
  // "Ackerweg 12", "12 Harbor Lane"
  void append_street(std::int64_t row, std::string& out) const;
  void append_postal_code(std::int64_t row, std::string& out) const;

 private:
  struct Streets {
    std::shared_ptr<const Phrasebook> book;
    Phrasebook::List list = 0;
  };

  PlaceIndex place_;
  std::vector<Streets> streets_;  // one a locale; empty: the hand-picked words
  Random random_street_;
  Random random_postal_;
};

}  // namespace dbx::seed
