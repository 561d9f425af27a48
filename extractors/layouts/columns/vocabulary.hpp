// What table headers may mean: the words of data/layouts/common/columns.yaml.
//
// A header is taken by its words, not looked up whole: the word that it begins with tells most ("ผู้…", "ขั้นตอน…",
// "ระยะเวลา…"), words further on less, and some words exclude a meaning. Only headers of the ministry's forms are known
// as a whole. Everything is evidence with a weight; what a column holds is decided for a table as a whole
// (roles.hpp).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/data/data_file.hpp"
#include "models/column_key.hpp"

namespace prongsai::layouts {

// Evidence for one column key.
struct KeyEvidence {
  double weight = 0;    // 0 to 1
  std::string because;  // the words that tell, for `explain`
};

// Evidence by column key; what is missing has none.
using Meaning = std::map<ColumnKey, KeyEvidence>;

[[nodiscard]] double weight_of(const Meaning& meaning, ColumnKey key);
// The heaviest key of all, `other` among them; nothing weighs anything: 0.
[[nodiscard]] double heaviest(const Meaning& meaning);

// How the holding of a column bears on what it is.
struct ContentRule {
  std::string trait;                 // periods, people, steps, … (content.hpp)
  std::map<ColumnKey, double> keys;  // added for the whole of the column's cells
  bool alone = false;                // tells a column whose header says nothing
};

class ColumnVocabulary {
 public:
  // Throws std::runtime_error naming file and line.
  explicit ColumnVocabulary(const std::filesystem::path& file);

  // What one level of a header says.
  [[nodiscard]] Meaning meaning_of(std::string_view header) const;

  // Whether a text is a header by itself: a form's, a whole word, or one that begins with a telling head word. Gives
  // its key; none where it is none. For telling header rows and the labels of cards from what stands in cells.
  [[nodiscard]] std::optional<ColumnKey> label_of(std::string_view text) const;

  // The head words that tell a column's key almost surely, tight: a label of prose or of a card may be one, too.
  [[nodiscard]] std::vector<std::string> sure_heads(ColumnKey key) const;

  // Whether a text is one of the ministry's forms' headers that are long enough to be nothing else.
  [[nodiscard]] bool is_form_header(std::string_view header) const;

  // Whether a header begins with a month, a quarter or the like.
  [[nodiscard]] bool is_period(std::string_view header) const;

  [[nodiscard]] double least() const { return least_; }
  [[nodiscard]] const std::vector<ContentRule>& content() const { return content_; }
  [[nodiscard]] const std::vector<ColumnKey>& order() const { return order_; }
  // A list of words by name: units, persons, periods, goals; tight (tight_text.hpp).
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;

 private:
  struct Weighted {
    std::string text;  // tight
    double weight = 0;
  };
  struct KeyWords {
    ColumnKey key = ColumnKey::other;
    std::vector<std::string> forms;  // as in the file, without a trailing …
    std::vector<std::string> prefixes;
    std::vector<std::string> whole;  // tight
    std::vector<Weighted> heads;
    std::vector<Weighted> words;
    std::vector<std::string> without;  // tight
  };
  struct Head {
    const KeyWords* key = nullptr;
    const Weighted* word = nullptr;
  };

  void read_key(ColumnKey key, const text::DataNode& node);
  void read_content(const text::DataNode& node);
  void take_forms(std::string_view header, Meaning& meaning) const;
  void take_part(std::string_view part, double share, Meaning& meaning) const;
  void take_misread(std::string_view part, double share, Meaning& meaning) const;
  [[nodiscard]] std::string without_lead_in(std::string_view part) const;

  std::vector<KeyWords> keys_;
  std::vector<std::string> lead_ins_;  // tight
  std::vector<ContentRule> content_;
  std::vector<ColumnKey> order_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  double least_ = 0.5;
};

}  // namespace prongsai::layouts
