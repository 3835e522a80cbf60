// sentence: 5 to 12 filler words of the row's locale.
#include "dbx/seed/generators/words/sentence.h"

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Sentences::Sentences(const Request& request, FillParameters& parameters)
    : words_(request, parameters, "lorem.word"),
      random_(request.key, request.column.name + "/size") {
  for (const LocaleId locale : words_.choice().locales()) {
    const std::string_view name = locale_names()[locale];
    // Japanese, Chinese and Thai, where the words are their own.
    spaced_.push_back(own_words(locale, "lorem.word").empty() ||
                      !(name == "ja" || name == "th" || name.starts_with("zh")));
  }
  if (spaced_.empty()) spaced_.push_back(true);
}

void Sentences::append(std::int64_t row, std::uint32_t n, std::string& out) const {
  constexpr std::uint32_t kDrawsPerWord = 16;
  const bool spaced = spaced_[words_.choice()(row)];
  const auto words = static_cast<std::uint32_t>(5 + below(random_.bits(row, n).first, 8));
  const std::size_t begin = out.size();
  for (std::uint32_t w = 0; w < words; ++w) {
    if (spaced && w > 0) out += ' ';
    words_.append(row, out, (n * 16 + w) * kDrawsPerWord);
  }
  if (out[begin] >= 'a' && out[begin] <= 'z') out[begin] = static_cast<char>(out[begin] - 32);
  out += spaced ? "." : "。";
}

std::string_view Sentences::gap(std::int64_t row) const {
  return spaced_[words_.choice()(row)] ? " " : "";
}

Result<GeneratorPtr> make_sentence(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "sentence"));
  return texts([sentences = Sentences(request, parameters)](std::int64_t row, std::string& out) {
    sentences.append(row, 0, out);
  });
}

}  // namespace dbx::seed
