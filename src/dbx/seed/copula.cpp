// From the fills of a table to the weights of each column's normal score.
#include "dbx/seed/copula.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "dbx/base/text.h"
#include "dbx/seed/correlation.h"

namespace dbx::seed {
namespace {

constexpr std::size_t kColumnsMax = 64;

const spec::FillParameter* find(const spec::Fill& fill, std::string_view name) {
  for (const spec::FillParameter& parameter : fill.parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

struct Pair {
  std::size_t first;  // < second: positions in the table
  std::size_t second;
  double rho;
};

class PairReader {
 public:
  PairReader(const std::string& table, const std::vector<CopulaColumn>& columns)
      : table_(table), columns_(columns) {}

  std::vector<Pair> pairs;
  Diagnostics problems;

  void read(std::size_t at) {
    const spec::Fill& fill = *columns_[at].fill;
    const spec::FillParameter* with = find(fill, "with");
    const spec::FillParameter* rho = find(fill, "rho");
    if (with == nullptr && rho == nullptr) return;
    if (with == nullptr) return complain(at, "'rho' without 'with': the column it is tied to");
    if (rho == nullptr) return complain(at, "'with' without 'rho': how strongly, from -1 to 1");
    const bool lists = with->fills.empty() && with->weights.empty() && rho->fills.empty() &&
                       rho->weights.empty() && !with->values.empty();
    if (!lists || rho->values.size() != with->values.size()) {
      return complain(at, "'with' and 'rho' take one each, or lists of the same length");
    }
    for (std::size_t i = 0; i < with->values.size(); ++i) {
      read_pair(at, with->values[i], rho->values[i]);
    }
  }

 private:
  void complain(std::size_t at, std::string message, std::string hint = {}) {
    Diagnostic problem;
    problem.code = Code::kBadFill;
    problem.message = fmt::format("{}: {}", columns_[at].name, message);
    problem.hint = std::move(hint);
    problem.where.pointer = columns_[at].pointer + "/fill";
    problems.push_back(std::move(problem));
  }
  void read_pair(std::size_t at, const std::string& name, const std::string& written) {
    const auto other = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const CopulaColumn& one) { return one.name == name; });
    if (other == columns_.end()) {
      std::vector<std::string> names;
      for (const CopulaColumn& one : columns_) names.push_back(one.name);
      const auto near = text::nearest(name, names);
      return complain(at, fmt::format("'{}' has no column '{}'", table_, name),
                      near ? fmt::format("did you mean '{}'?", *near) : "");
    }
    const auto position = static_cast<std::size_t>(other - columns_.begin());
    if (position == at) return complain(at, "a column is not tied to itself by 'with'");
    const auto rho = text::to_double(written);
    if (!rho || !(*rho >= -1 && *rho <= 1)) {
      return complain(at, fmt::format("'rho' takes numbers from -1 to 1, not '{}'", written));
    }
    const Pair pair{std::min(at, position), std::max(at, position), *rho};
    const auto same = [&](const Pair& one) {
      return one.first == pair.first && one.second == pair.second;
    };
    if (std::any_of(pairs.begin(), pairs.end(), same)) {
      return complain(at, fmt::format("the correlation with '{}' is given twice", name));
    }
    pairs.push_back(pair);
  }

  const std::string& table_;
  const std::vector<CopulaColumn>& columns_;
};

// The columns in some pair, ascending.
std::vector<std::size_t> members_of(const std::vector<Pair>& pairs) {
  std::vector<std::size_t> members;
  for (const Pair& pair : pairs) {
    members.push_back(pair.first);
    members.push_back(pair.second);
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

// Says how far the repair went: the pair that it changed most.
Diagnostic repaired_note(const Matrix& asked, const Matrix& given,
                         const std::vector<const CopulaColumn*>& columns,
                         const std::string& table) {
  std::size_t row = 1;
  std::size_t column = 0;
  double largest = -1;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double change = asked.at(i, j) < given.at(i, j) ? given.at(i, j) - asked.at(i, j)
                                                            : asked.at(i, j) - given.at(i, j);
      if (change <= largest) continue;
      largest = change;
      row = i;
      column = j;
    }
  }
  Diagnostic note;
  note.code = Code::kCorrelationRepaired;
  note.severity = Severity::kWarning;
  note.message = fmt::format(
      "no rows can have the correlations that {} asks for; the nearest that can differ by up to "
      "{:.3f}: '{}' and '{}' get {:.3f} instead of {:.3f}",
      table, largest, columns[column]->name, columns[row]->name, given.at(row, column),
      asked.at(row, column));
  note.hint = "give the `rho` of every pair of these columns, or weaker ones";
  note.where.pointer = columns[row]->pointer + "/fill";
  return note;
}

}  // namespace

Result<Copula> read_copula(const std::string& table, const std::vector<CopulaColumn>& columns) {
  PairReader reader(table, columns);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].fill != nullptr) reader.read(i);
  }
  const std::vector<std::size_t> members = members_of(reader.pairs);
  if (reader.problems.empty() && members.size() > kColumnsMax) {
    return fail(Code::kBadFill, fmt::format("{} ties {} columns together; {} is the most", table,
                                            members.size(), kColumnsMax));
  }
  if (!reader.problems.empty()) return fail(std::move(reader.problems));
  Copula copula;
  if (members.empty()) return copula;
  std::vector<const CopulaColumn*> tied;
  for (const std::size_t member : members) tied.push_back(&columns[member]);
  Matrix matrix = Matrix::identity(members.size());
  for (const Pair& pair : reader.pairs) {
    const auto at = [&](std::size_t position) {
      return static_cast<std::size_t>(std::lower_bound(members.begin(), members.end(), position) -
                                      members.begin());
    };
    matrix.at(at(pair.first), at(pair.second)) = pair.rho;
    matrix.at(at(pair.second), at(pair.first)) = pair.rho;
  }
  std::optional<Matrix> factor = cholesky(matrix);
  if (!factor) {
    const Matrix repaired = nearest_correlation(matrix);
    factor = cholesky(repaired);
    copula.notes.push_back(repaired_note(matrix, repaired, tied, table));
  }
  assert(factor);
  for (std::size_t i = 0; i < tied.size(); ++i) {
    Latent& latent = copula.latents[tied[i]->name];
    for (std::size_t j = 0; j <= i; ++j) {
      if (factor->at(i, j) != 0) latent.terms.push_back({tied[j]->name, factor->at(i, j)});
    }
  }
  return copula;
}

}  // namespace dbx::seed
