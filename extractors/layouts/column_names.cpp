#include "extractors/layouts/column_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extractors/layouts/data_file.hpp"
#include "extractors/text/similarity.hpp"
#include "extractors/text/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::array<std::string_view, 17> kKeys{
    "weakness", "improvement", "responsible", "procedure", "follow_up",  "sequence", "indicator", "measure", "activity",
    "issue",    "analysis",    "how_applied", "timeframe", "limitation", "result",   "outcome",   "other"};

constexpr std::string_view kEllipsis = "…";

// Code points from which on a spelling is no phrase of body text: ผู้รับผิดชอบ and ผลการดำเนินการ are.
constexpr std::size_t kTellingLength = 18;

// Edits a code point that a whole header may need: first as printed, then as a scan may read it (marks lost).
constexpr double kPrintedRatio = 0.15;
constexpr double kMisreadRatio = 0.2;
// Edits a code point that the beginning of a long header may need.
constexpr double kPrefixRatio = 0.15;

// What stands in brackets belongs to the office ("(30 คะแนน)"), not to the column's name; nor does ฯ.
std::string without_brackets(std::string_view header) {
  std::string out;
  int depth = 0;
  for (const char c : header) {
    if (c == '(') ++depth;
    if (depth == 0) out.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return out;
}

}  // namespace

bool is_column_key(std::string_view key) {
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

ColumnNames::ColumnNames(const std::filesystem::path& file) {
  const DataNode root = read_data_file(file);
  root.allow_keys({"columns"});
  for (const auto& [key, list] : root.at("columns").entries()) {
    if (!is_column_key(key) || key == kOtherColumn)
      list.fail("\"" + key + "\" is no column key that a header can have");
    for (auto& text : list.texts()) {
      const bool prefix = text.ends_with(kEllipsis);
      if (prefix) text.resize(text.size() - kEllipsis.size());
      if (!prefix) {
        whole_.push_back(text);
        whole_keys_.push_back(key);
      }
      spellings_.push_back({key, text, prefix});
    }
  }
}

std::vector<std::string> ColumnNames::telling_spellings() const {
  std::vector<std::string> texts;
  for (const auto& spelling : spellings_) {
    if (text::length(spelling.text) >= kTellingLength) texts.push_back(spelling.text);
  }
  return texts;
}

std::string ColumnNames::key_of(std::string_view header) const {
  const std::string name = without_brackets(header);
  if (text::fuzzy_key(name).empty()) return std::string(kOtherColumn);
  if (const auto match = text::best_match(name, whole_, kPrintedRatio)) return whole_keys_[match->index];
  for (const auto& spelling : spellings_) {
    if (!spelling.prefix) continue;
    const int allowed = static_cast<int>(kPrefixRatio * static_cast<double>(text::length(spelling.text)));
    const auto found = text::find_similar(name, spelling.text, allowed);
    if (found && found->begin == 0) return spelling.key;
  }
  const auto match = text::best_match(name, whole_, kMisreadRatio, {.drop_marks = true});
  return match ? whole_keys_[match->index] : std::string(kOtherColumn);
}

}  // namespace prongsai::layouts
