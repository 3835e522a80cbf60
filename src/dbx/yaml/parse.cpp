// Reads YAML: libfyaml's event stream becomes our tree, and everything a schema file has no use for
// (anchors, aliases, tags, several documents) is refused where it stands.
#include <fmt/format.h>
#include <libfyaml.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <unordered_map>

#include "dbx/base/text.h"
#include "dbx/yaml/yaml.h"

namespace dbx::yaml {
namespace {

struct ParserDeleter {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct DiagDeleter {
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class TreeBuilder {
 public:
  TreeBuilder(Document& document, std::size_t skipped, int depth_max)
      : document_(document), skipped_(skipped), depth_max_(depth_max) {}

  // False: stop reading, the rest would only repeat the fault.
  bool take(const fy_event& event) {
    switch (event.type) {
      case FYET_DOCUMENT_START:
        return start_document(event);
      case FYET_ALIAS:
        report(Code::kYamlAlias, span_of(event.alias.anchor), "aliases are not allowed here",
               "write the value out");
        return attach(scalar(""), span_of(event.alias.anchor));
      case FYET_SCALAR:
        return take_scalar(event);
      case FYET_SEQUENCE_START:
        refuse_properties(event.sequence_start.anchor, event.sequence_start.tag);
        return open(sequence(), span_of(event.sequence_start.sequence_start));
      case FYET_MAPPING_START:
        refuse_properties(event.mapping_start.anchor, event.mapping_start.tag);
        return open(mapping(), span_of(event.mapping_start.mapping_start));
      case FYET_SEQUENCE_END:
        return close(span_of(event.sequence_end.sequence_end));
      case FYET_MAPPING_END:
        return close(span_of(event.mapping_end.mapping_end));
      default:
        return true;
    }
  }

  bool has_root() const { return has_root_; }
  Diagnostics& problems() { return problems_; }

 private:
  // An open list or mapping. Its children stand on the stack of pending nodes from `first` on,
  // until it is closed and they move to a vector of just their number.
  struct Level {
    Node node;
    std::size_t first = 0;
    bool expects_key = false;
    Slice key;
    Span key_span;
    std::unordered_map<std::string_view, std::uint32_t> seen;  // key -> where
  };

  bool start_document(const fy_event& event) {
    if (!has_root_) return true;
    report(Code::kYamlSyntax, span_of(event.document_start.document_start),
           "a second document begins here", "keep one document in a file");
    return false;
  }

  bool take_scalar(const fy_event& event) {
    refuse_properties(event.scalar.anchor, event.scalar.tag);
    std::size_t length = 0;
    const char* text = fy_token_get_text(event.scalar.value, &length);
    const fy_scalar_style style = fy_token_scalar_style(event.scalar.value);
    Span span = span_of(event.scalar.value);
    Node node;
    node.text =
        slice(text == nullptr ? std::string_view() : std::string_view(text, length), span.begin);
    node.plain = style == FYSS_PLAIN;
    if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED) {
      // libfyaml marks what stands between the quotes.
      --span.begin;
      ++span.end;
    }
    return attach(std::move(node), span);
  }

  // `text` as a slice of the source, where it stands there at `offset` as it is read.
  Slice slice(std::string_view text, std::size_t offset) const {
    const std::string_view source = document_.source;
    // A short string lives inside its object and would move with it.
    constexpr std::size_t kShort = 64;
    if (source.size() < kShort || offset > source.size()) return Slice(text);
    const std::string_view there = source.substr(offset, text.size());
    return there == text ? Slice::of(there) : Slice(text);
  }

  void refuse_properties(fy_token* anchor, fy_token* tag) {
    if (anchor != nullptr) {
      report(Code::kYamlAlias, span_of(anchor), "anchors are not allowed here",
             "write the value out where it is used");
    }
    if (tag != nullptr) {
      report(Code::kYamlTag, span_of(tag), "tags are not allowed here",
             "leave the tag out; types follow from the keys");
    }
  }

  bool open(Node node, Span span) {
    if (static_cast<int>(levels_.size()) >= depth_max_) {
      report(Code::kYamlDepth, span, fmt::format("nested deeper than {} levels", depth_max_),
             "a spec needs fewer than ten");
      return false;
    }
    if (!levels_.empty() && levels_.back().node.is_mapping() && levels_.back().expects_key) {
      report(Code::kYamlSyntax, span, "a key must be plain text, not a list or a mapping", "");
      return false;
    }
    Level level;
    level.expects_key = node.is_mapping();
    level.node = std::move(node);
    level.node.span = span;
    level.first = pending_.size();
    levels_.push_back(std::move(level));
    return true;
  }

  bool close(Span end) {
    Node node = std::move(levels_.back().node);
    const auto first = pending_.begin() + static_cast<std::ptrdiff_t>(levels_.back().first);
    node.children.assign(std::move_iterator(first), std::move_iterator(pending_.end()));
    pending_.erase(first, pending_.end());
    levels_.pop_back();
    Span span = node.span;
    span.end = std::max(end.end, span.begin);
    return attach(std::move(node), span);
  }

  bool attach(Node node, Span span) {
    node.span = span;
    if (levels_.empty()) {
      document_.root = std::move(node);
      has_root_ = true;
      return true;
    }
    Level& parent = levels_.back();
    if (parent.node.is_mapping() && parent.expects_key) return take_key(parent, node);
    if (parent.node.is_mapping()) {
      node.key = std::move(parent.key);
      node.key_span = parent.key_span;
      parent.expects_key = true;
    }
    pending_.push_back(std::move(node));
    return true;
  }

  bool take_key(Level& parent, Node& node) {
    parent.key = std::move(node.text);
    parent.key_span = node.span;
    parent.expects_key = false;
    const bool merge = node.plain && parent.key == "<<";
    if (merge) {
      report(Code::kYamlAlias, node.span, "merge keys are not allowed here", "write the keys out");
    }
    const auto [first, is_new] = parent.seen.emplace(parent.key.view(), node.span.begin);
    if (!is_new) {
      report(Code::kYamlDuplicateKey, node.span,
             fmt::format("key '{}' stands here and on line {}", parent.key,
                         document_.lines.mark(first->second).line),
             "keep one of the two");
    }
    return true;
  }

  Span span_of(fy_token* token) const {
    if (token == nullptr) return {};
    const fy_mark* begin = fy_token_start_mark(token);
    const fy_mark* end = fy_token_end_mark(token);
    Span span;
    if (begin != nullptr) span.begin = static_cast<std::uint32_t>(begin->input_pos + skipped_);
    span.end = end != nullptr ? static_cast<std::uint32_t>(end->input_pos + skipped_) : span.begin;
    return span;
  }

  void report(Code code, const Span& span, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.where = document_.location(span);
    problems_.push_back(std::move(diagnostic));
  }

  Document& document_;
  std::size_t skipped_;
  int depth_max_;
  bool has_root_ = false;
  std::vector<Level> levels_;
  std::vector<Node> pending_;
  Diagnostics problems_;
};

Diagnostic at_offset(const Document& document, std::size_t offset, Code code, std::string message,
                     std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  const std::size_t end = std::min(offset + 1, document.source.size());
  diagnostic.where =
      document.location({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(end)});
  return diagnostic;
}

Diagnostics check_size(const Document& document, const Limits& limits) {
  // Offsets have 32 bits.
  const std::size_t bytes_max =
      std::min<std::size_t>(limits.bytes_max, std::numeric_limits<std::uint32_t>::max() - 1);
  if (document.source.size() <= bytes_max) return {};
  Diagnostic diagnostic;
  diagnostic.code = Code::kYamlSize;
  diagnostic.message =
      fmt::format("{} bytes are more than the cap of {}", document.source.size(), bytes_max);
  diagnostic.hint = "split the file, or raise the cap with --max-bytes";
  diagnostic.where.file = document.file;
  return {diagnostic};
}

// Bytes that no YAML reader should see.
Diagnostics check_bytes(const Document& document) {
  const std::string& source = document.source;
  if (const auto bad = text::find_invalid_utf8(source)) {
    return {at_offset(document, *bad, Code::kYamlUtf8,
                      fmt::format("byte {} (0x{:02x}) is not UTF-8", *bad,
                                  static_cast<unsigned char>(source[*bad])),
                      "save the file as UTF-8")};
  }
  if (const std::size_t nul = source.find('\0'); nul != std::string::npos) {
    return {at_offset(document, nul, Code::kYamlUtf8, fmt::format("byte {} is NUL", nul),
                      "remove it; this looks like a binary file")};
  }
  return {};
}

// What libfyaml says of the text, as one diagnostic an error.
Diagnostics syntax_errors(const Document& document, fy_diag* diag) {
  const LineIndex& lines = document.lines;
  Diagnostics found;
  void* previous = nullptr;
  while (const fy_diag_error* error = fy_diag_errors_iterate(diag, &previous)) {
    Diagnostic diagnostic;
    diagnostic.code = Code::kYamlSyntax;
    diagnostic.message = error->msg != nullptr ? error->msg : "not YAML";
    while (!diagnostic.message.empty() && diagnostic.message.back() == '\n') {
      diagnostic.message.pop_back();
    }
    const int line = std::clamp(error->line, 1, lines.line_count());
    const std::size_t start = lines.line_start(line);
    const auto place = static_cast<std::uint32_t>(std::min(
        start + static_cast<std::size_t>(std::max(0, error->column - 1)), document.source.size()));
    diagnostic.where = document.location({place, place});
    if (document.source.substr(start, document.source.find('\n', start) - start).find('\t') !=
        std::string::npos) {
      diagnostic.hint = "indent with spaces; YAML allows no tabs there";
    }
    const bool too_deep = diagnostic.message.find("depth") != std::string::npos;
    if (too_deep) diagnostic.code = Code::kYamlDepth;
    found.push_back(std::move(diagnostic));
    if (found.size() == 20 || too_deep) break;
  }
  return found;
}

// Nothing but spaces and comments?
bool is_blank(std::string_view source) {
  while (!source.empty()) {
    const std::string_view line = source.substr(0, source.find('\n'));
    const std::string_view content = text::trim(line);
    if (!content.empty() && content[0] != '#') return false;
    source.remove_prefix(std::min(line.size() + 1, source.size()));
  }
  return true;
}

}  // namespace

Result<Document> parse(std::string source, std::string file, const Limits& limits) {
  Document document;
  document.file = std::move(file);
  document.source = std::move(source);
  if (Diagnostics bad = check_size(document, limits); !bad.empty()) return fail(bad);
  document.lines = LineIndex(document.source);
  if (Diagnostics bad = check_bytes(document); !bad.empty()) return fail(bad);
  const std::size_t skipped = document.source.starts_with(kByteOrderMark) ? 3 : 0;
  const std::string_view text = std::string_view(document.source).substr(skipped);
  if (is_blank(text)) {
    return fail(at_offset(document, 0, Code::kYamlEmpty, "the file is empty",
                          "`dbx design \"...\" --out FILE` writes one to start from"));
  }

  fy_diag_cfg diag_config;
  fy_diag_cfg_default(&diag_config);
  // Some of its errors would go straight to stderr.
  diag_config.fp = nullptr;
  diag_config.output_fn = [](fy_diag*, void*, const char*, std::size_t) {};
  const std::unique_ptr<fy_diag, DiagDeleter> diag(fy_diag_create(&diag_config));
  fy_diag_set_collect_errors(diag.get(), true);
  fy_parse_cfg config{};
  config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_DEFAULT_VERSION_1_2);
  config.diag = diag.get();
  const std::unique_ptr<fy_parser, ParserDeleter> parser(fy_parser_create(&config));
  if (!parser || fy_parser_set_string(parser.get(), text.data(), text.size()) != 0) {
    return fail(Code::kInternal, "the YAML reader could not start");
  }

  TreeBuilder builder(document, skipped, limits.depth_max);
  bool go_on = true;
  while (go_on) {
    fy_event* event = fy_parser_parse(parser.get());
    if (event == nullptr) break;
    go_on = builder.take(*event);
    fy_parser_event_free(parser.get(), event);
  }
  Diagnostics problems = std::move(builder.problems());
  for (Diagnostic& error : syntax_errors(document, diag.get())) {
    problems.push_back(std::move(error));
  }
  if (problems.empty() && !builder.has_root()) {
    problems.push_back(at_offset(document, 0, Code::kYamlEmpty, "the file is empty", ""));
  }
  if (!problems.empty()) return fail(std::move(problems));
  return document;
}

}  // namespace dbx::yaml
