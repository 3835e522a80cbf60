// Reading formulas: recursive descent, with the kinds of all operands checked.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/formula.h"

namespace dbx::seed {
namespace {

using Operation = FormulaNode::Operation;
constexpr int kDepthMax = 100;

struct Function {
  std::string_view name;
  Operation operation;
  std::size_t least;
  std::size_t most;
  FormulaKind takes;
  FormulaKind gives;
};
constexpr std::array kFunctions = std::to_array<Function>({
    {"if", Operation::kIf, 3, 3, FormulaKind::kBoolean, FormulaKind::kNumber},
    {"min", Operation::kMin, 1, 16, FormulaKind::kNumber, FormulaKind::kNumber},
    {"max", Operation::kMax, 1, 16, FormulaKind::kNumber, FormulaKind::kNumber},
    {"least", Operation::kMin, 1, 16, FormulaKind::kNumber, FormulaKind::kNumber},
    {"greatest", Operation::kMax, 1, 16, FormulaKind::kNumber, FormulaKind::kNumber},
    {"abs", Operation::kAbs, 1, 1, FormulaKind::kNumber, FormulaKind::kNumber},
    {"round", Operation::kRound, 1, 2, FormulaKind::kNumber, FormulaKind::kNumber},
    {"floor", Operation::kFloor, 1, 1, FormulaKind::kNumber, FormulaKind::kNumber},
    {"ceil", Operation::kCeil, 1, 1, FormulaKind::kNumber, FormulaKind::kNumber},
    {"concat", Operation::kConcat, 1, 16, FormulaKind::kText, FormulaKind::kText},
    {"lower", Operation::kLower, 1, 1, FormulaKind::kText, FormulaKind::kText},
    {"upper", Operation::kUpper, 1, 1, FormulaKind::kText, FormulaKind::kText},
    {"length", Operation::kLength, 1, 1, FormulaKind::kText, FormulaKind::kNumber},
});

std::string_view name_of(FormulaKind kind) {
  return kind == FormulaKind::kNumber ? "a number"
         : kind == FormulaKind::kText ? "text"
                                      : "a truth value";
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Parser {
 public:
  Parser(std::string_view formula, const FindColumn& find) : formula_(formula), find_(find) {}

  Result<FormulaNode> parse() {
    FormulaNode node = disjunction();
    skip();
    if (problems_.empty() && at_ < formula_.size()) stop("something more than a formula");
    if (!problems_.empty()) return fail(std::move(problems_));
    return node;
  }

 private:
  void stop(std::string_view problem, std::string hint = {}) {
    if (!problems_.empty()) return;
    Diagnostic diagnostic;
    diagnostic.code = Code::kBadFill;
    diagnostic.message = fmt::format("expression: {}, at character {} of '{}'", problem,
                                     std::min(at_, formula_.size()) + 1, formula_);
    diagnostic.hint = std::move(hint);
    problems_.push_back(std::move(diagnostic));
    at_ = formula_.size();
  }
  void skip() {
    while (at_ < formula_.size() && text::trim(formula_.substr(at_, 1)).empty()) ++at_;
  }
  bool take(std::string_view token) {
    skip();
    const std::string_view rest = formula_.substr(at_);
    if (!text::equals_ignoring_case(rest.substr(0, token.size()), token)) return false;
    const bool word = is_letter(token[0]);
    if (word && rest.size() > token.size()) {
      const char after = rest[token.size()];
      if (is_letter(after) || is_digit(after)) return false;
    }
    at_ += token.size();
    return true;
  }
  void expect(std::string_view token) {
    if (!take(token)) stop(fmt::format("'{}' is missing", token));
  }
  void need(const FormulaNode& node, FormulaKind kind, std::string_view where) {
    if (node.kind != kind) {
      stop(fmt::format("{} takes {}, not {}", where, name_of(kind), name_of(node.kind)));
    }
  }
  FormulaNode node(Operation operation, FormulaKind kind, std::vector<FormulaNode> operands) {
    return {operation, kind, {}, 0, std::move(operands)};
  }

  FormulaNode disjunction() {
    if (++depth_ > kDepthMax) stop("nested too deep");
    FormulaNode left = conjunction();
    while (take("or")) left = logical(Operation::kOr, std::move(left), conjunction(), "or");
    --depth_;
    return left;
  }
  FormulaNode conjunction() {
    FormulaNode left = negation();
    while (take("and")) left = logical(Operation::kAnd, std::move(left), negation(), "and");
    return left;
  }
  FormulaNode logical(Operation operation, FormulaNode left, FormulaNode right,
                      std::string_view name) {
    need(left, FormulaKind::kBoolean, name);
    need(right, FormulaKind::kBoolean, name);
    return node(operation, FormulaKind::kBoolean, {std::move(left), std::move(right)});
  }
  FormulaNode negation() {
    if (!take("not")) return comparison();
    if (++depth_ > kDepthMax) stop("nested too deep");
    FormulaNode inner = negation();
    --depth_;
    need(inner, FormulaKind::kBoolean, "not");
    return node(Operation::kNot, FormulaKind::kBoolean, {std::move(inner)});
  }
  FormulaNode comparison() {
    FormulaNode left = sum();
    struct Sign {
      std::string_view text;
      Operation operation;
      bool swapped;
    };
    static constexpr Sign kSigns[] = {
        {"<=", Operation::kLessOrEqual, false}, {">=", Operation::kLessOrEqual, true},
        {"<>", Operation::kUnequal, false},     {"!=", Operation::kUnequal, false},
        {"<", Operation::kLess, false},         {">", Operation::kLess, true},
        {"=", Operation::kEqual, false}};
    for (const Sign& sign : kSigns) {
      if (!take(sign.text)) continue;
      FormulaNode right = sum();
      need(right, left.kind, sign.text);
      if (sign.swapped) std::swap(left, right);
      return node(sign.operation, FormulaKind::kBoolean, {std::move(left), std::move(right)});
    }
    return left;
  }
  FormulaNode sum() {
    FormulaNode left = product();
    while (true) {
      if (take("||")) {
        left = node(Operation::kConcat, FormulaKind::kText, {std::move(left), product()});
      } else if (take("+")) {
        left = arithmetic(Operation::kAdd, std::move(left), product(), "+");
      } else if (take("-")) {
        left = arithmetic(Operation::kSubtract, std::move(left), product(), "-");
      } else {
        return left;
      }
    }
  }
  FormulaNode product() {
    FormulaNode left = signed_one();
    while (true) {
      if (take("*")) {
        left = arithmetic(Operation::kMultiply, std::move(left), signed_one(), "*");
      } else if (take("/")) {
        left = arithmetic(Operation::kDivide, std::move(left), signed_one(), "/");
      } else if (take("%")) {
        left = arithmetic(Operation::kRemainder, std::move(left), signed_one(), "%");
      } else {
        return left;
      }
    }
  }
  FormulaNode arithmetic(Operation operation, FormulaNode left, FormulaNode right,
                         std::string_view name) {
    need(left, FormulaKind::kNumber, name);
    need(right, FormulaKind::kNumber, name);
    return node(operation, FormulaKind::kNumber, {std::move(left), std::move(right)});
  }
  FormulaNode signed_one() {
    bool minus = false;
    while (take("-")) minus = !minus;
    FormulaNode one = primary();
    if (!minus) return one;
    return arithmetic(Operation::kSubtract, FormulaNode{}, std::move(one), "-");
  }

  FormulaNode primary() {
    skip();
    if (at_ >= formula_.size()) {
      stop("the formula ends too early");
      return {};
    }
    const char c = formula_[at_];
    if (take("(")) {
      FormulaNode inner = disjunction();
      expect(")");
      return inner;
    }
    if (c == '\'') return constant_of({FormulaKind::kText, true, 0, 0, 0, quoted('\'')});
    if (c == '"') return column(quoted('"'));
    if (is_digit(c) || c == '.') return number();
    if (take("case")) return cases();
    if (take("true")) return constant_of({FormulaKind::kBoolean, true, 1, 0, 0, ""});
    if (take("false")) return constant_of({FormulaKind::kBoolean, true, 0, 0, 0, ""});
    if (!is_letter(c)) {
      stop("a number, a text or a column was expected");
      return {};
    }
    const std::size_t begin = at_;
    while (at_ < formula_.size() && (is_letter(formula_[at_]) || is_digit(formula_[at_]))) ++at_;
    const std::string word(formula_.substr(begin, at_ - begin));
    return take("(") ? call(word) : column(word);
  }
  FormulaNode constant_of(FormulaValue value) {
    FormulaNode out;
    out.kind = value.kind;
    out.constant = std::move(value);
    return out;
  }
  // A doubled quote is one of the text.
  std::string quoted(char quote) {
    std::string out;
    for (++at_; at_ < formula_.size(); ++at_) {
      if (formula_[at_] != quote) {
        out.push_back(formula_[at_]);
      } else if (at_ + 1 < formula_.size() && formula_[at_ + 1] == quote) {
        out.push_back(formula_[++at_]);
      } else {
        ++at_;
        return out;
      }
    }
    stop("a quote is not closed");
    return out;
  }
  FormulaNode number() {
    FormulaValue value;
    int digits = 0;
    bool fraction = false;
    for (; at_ < formula_.size() && (is_digit(formula_[at_]) || formula_[at_] == '.'); ++at_) {
      if (formula_[at_] == '.') {
        if (fraction) break;
        fraction = true;
        continue;
      }
      value.units = value.units * 10 + (formula_[at_] - '0');
      value.scale += fraction ? 1 : 0;
      if (++digits > 18) {
        stop("numbers have at most 18 digits");
        return {};
      }
    }
    return constant_of(value);
  }
  FormulaNode column(const std::string& name) {
    const Result<FormulaColumn> found = find_(name);
    if (!found) {
      if (problems_.empty()) problems_ = found.error();
      at_ = formula_.size();
      return {};
    }
    return {Operation::kColumn, found->kind, {}, found->position, {}};
  }
  FormulaNode cases() {
    if (!take("when")) stop("'when' is missing");
    FormulaNode condition = disjunction();
    expect("then");
    FormulaNode value = disjunction();
    FormulaNode rest;
    skip();
    const std::size_t before = at_;
    if (take("when")) {
      at_ = before;
      if (++depth_ > kDepthMax) stop("nested too deep");
      rest = cases();
      --depth_;
    } else {
      expect("else");
      rest = disjunction();
      expect("end");
    }
    return conditional({std::move(condition), std::move(value), std::move(rest)});
  }
  FormulaNode conditional(std::vector<FormulaNode> operands) {
    need(operands[0], FormulaKind::kBoolean, "a condition");
    need(operands[2], operands[1].kind, "the other branch");
    const FormulaKind kind = operands[1].kind;
    return node(Operation::kIf, kind, std::move(operands));
  }
  FormulaNode call(const std::string& name) {
    const auto* function = std::find_if(
        kFunctions.begin(), kFunctions.end(),
        [&](const Function& one) { return text::equals_ignoring_case(one.name, name); });
    if (function == kFunctions.end()) {
      std::vector<std::string_view> names;
      for (const Function& one : kFunctions) names.push_back(one.name);
      const auto near = text::nearest(name, names);
      stop(fmt::format("there is no function '{}'", name),
           near ? fmt::format("did you mean '{}'?", *near) : "");
      return {};
    }
    std::vector<FormulaNode> operands;
    do {
      operands.push_back(disjunction());
    } while (take(","));
    expect(")");
    if (operands.size() < function->least || operands.size() > function->most) {
      stop(fmt::format("{} takes {} to {} values", name, function->least, function->most));
      return {};
    }
    if (function->operation == Operation::kIf) return conditional(std::move(operands));
    if (function->operation != Operation::kConcat) {  // which prints numbers
      for (const FormulaNode& operand : operands) need(operand, function->takes, name);
    }
    return node(function->operation, function->gives, std::move(operands));
  }

  std::string_view formula_;
  const FindColumn& find_;
  std::size_t at_ = 0;
  int depth_ = 0;
  Diagnostics problems_;
};

}  // namespace

Result<FormulaNode> parse_formula(std::string_view formula, const FindColumn& find) {
  return Parser(formula, find).parse();
}

}  // namespace dbx::seed
