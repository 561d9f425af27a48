// The Thai words that tell meaning, from data/thai: what each list is for is said there. The files are part of the
// program, so that finders need nothing handed to them; they are read once, at first use.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/text/unicode/spelling.hpp"

namespace prongsai::text {

// A list of words in its file's order, as UTF-8 and as code points.
class Words {
 public:
  Words() = default;
  explicit Words(std::vector<std::string> texts);

  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  [[nodiscard]] std::span<const std::u32string> codes() const { return codes_; }

 private:
  std::vector<std::string> texts_;
  std::vector<std::u32string> codes_;
};

// One word, likewise.
struct Word {
  std::string text;
  std::u32string codes;
};

struct MonthWords {
  struct Month {
    Word name;               // มกราคม
    std::string short_form;  // ม.ค.
    std::u32string first;    // letters before the short form's first full stop
    std::u32string second;   // and after it
  };
  std::array<Month, 12> months;
  std::u32string beginnings;  // the letters that they begin with, each once
  Word month;
  Words leads;
  Words range_words;
};

struct YearWords {
  Words buddhist;
  Words christian;
  Word year;
  Word to;
  Words fiscal;
  Words before_year;
  Word budget;
  Word annual;
  Words head_words;
  Words laws;
};

// Words by what a number before them is not.
struct NumberWords {
  Words point;
  Words list;
  Words year;
  Words code;
  Words word;
  Words cell;
  Word ordinal;
  Words name_leads;
  Words no_name_leads;
};

struct ItemWords {
  Word item;
  Words no_items;
  Words clauses;
  Word indicator;
  Word other_indicator;
  Words questions;
  Words assessment;
  Words instruments;
  Words prefixes;
  Words links;
  Words clause_tails;
  Words phones;
};

struct DivisionWords {
  Words parts;
  Words other_parts;
  Word limitation;
  Words page_words;
  Words opens_list;
  Words continued;
};

struct ClauseWords {
  Words conditions;
};

struct OfficeWords {
  Word office;
  Word office_end;
  Word area;
  Word province;
  Words joined;
  Word enterprise;
  Words before_short_forms;
};

struct NameWords {
  Words plain;
  Words learned;
  Words abbreviated;
  Words latin;
  Word acting;
  Word woman;
  Word of_place;
  Words signed_by;
  Words places;
};

// Spellings of the heads of a manifest's columns.
struct ManifestWords {
  Words file;
  Words agency;
  Words fiscal_year;
  Words item_code;
  Words main_site;
  Words published_url;
  Words publication;
};

struct CostedWord {
  std::u32string word;
  Cost cost = 0;
};

struct ScanWords {
  Words twins;                                               // groups of letters
  std::vector<std::pair<std::string, std::string>> misread;  // what is read, what is printed
  std::string_view known;                                    // words, parted by blanks and line ends
};

struct Lexicon {
  MonthWords months;
  YearWords years;
  NumberWords numbers;
  ItemWords items;
  DivisionWords divisions;
  ClauseWords clauses;
  OfficeWords offices;
  NameWords names;
  ManifestWords manifest;
  ScanWords scan;
  std::vector<CostedWord> official_words;
  std::vector<CostedWord> rare_words;
};

// Throws std::runtime_error with file and line where the files that the program was built with cannot be used.
[[nodiscard]] const Lexicon& lexicon();

// A file of data/thai: its name (months.yaml) and what it holds, UTF-8.
struct LexiconFile {
  std::string_view name;
  std::string_view text;
};

// Those of the program; generated, see cmake/LexiconFiles.cmake.
[[nodiscard]] std::span<const LexiconFile> lexicon_files();

// Throws std::runtime_error ("data/thai/months.yaml:3: …") where a list is missing, empty, unknown or misspelt, a word
// stands twice in a list, or a file is missing or unknown. What it gives may refer to the files' text.
[[nodiscard]] Lexicon read_lexicon(std::span<const LexiconFile> files);

}  // namespace prongsai::text
