#include "extractors/text/data/lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>

#include "extractors/text/data/data_file.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

Word single_word(const DataNode& node) {
  return {node.text(), to_utf32(node.text())};
}

Words word_list(const DataNode& node) {
  std::set<std::string> once;
  for (const DataNode& item : node.items()) {
    if (!once.insert(item.text()).second) item.fail("\"" + item.text() + "\" stands twice in this list");
  }
  if (once.empty()) node.fail("the list is empty");
  return Words(node.texts());
}

// A file of named lists and words. What it holds besides those that were asked for is refused by done().
class Lists {
 public:
  explicit Lists(DataNode root) : root_(std::move(root)) {}

  [[nodiscard]] DataNode at(std::string_view key) {
    asked_.push_back(key);
    return root_.at(key);
  }
  [[nodiscard]] Words words(std::string_view key) { return word_list(at(key)); }
  [[nodiscard]] Word word(std::string_view key) { return single_word(at(key)); }
  void done() const { root_.allow_keys(asked_); }

 private:
  DataNode root_;
  std::vector<std::string_view> asked_;
};

MonthWords::Month month_of(const DataNode& node) {
  node.allow_keys({"name", "short"});
  MonthWords::Month month{single_word(node.at("name")), node.at("short").text(), {}, {}};
  const std::u32string letters = to_utf32(month.short_form);
  const std::size_t stop = letters.find(U'.');
  if (stop == letters.npos || stop == 0 || stop + 2 >= letters.size() || letters.back() != U'.')
    node.at("short").fail("expected letters with two full stops, such as ม.ค.");
  month.first = letters.substr(0, stop);
  month.second = letters.substr(stop + 1, letters.size() - stop - 2);
  return month;
}

MonthWords read_months(Lists& file) {
  MonthWords words;
  const DataNode list = file.at("months");
  const std::vector<DataNode> months = list.items();
  if (months.size() != words.months.size()) list.fail("expected twelve months");
  std::transform(months.begin(), months.end(), words.months.begin(), month_of);
  for (const MonthWords::Month& month : words.months) {
    for (const char32_t letter : {month.name.codes.front(), month.first.front()}) {
      if (words.beginnings.find(letter) == words.beginnings.npos) words.beginnings += letter;
    }
  }
  words.month = file.word("month");
  words.leads = file.words("leads");
  words.range_words = file.words("range_words");
  return words;
}

YearWords read_years(Lists& file) {
  return {file.words("buddhist"),   file.words("christian"),   file.word("year"),   file.word("to"),
          file.words("fiscal"),     file.words("before_year"), file.word("budget"), file.word("annual"),
          file.words("head_words"), file.words("laws")};
}

// The counters' words by their uses: point, list ….
NumberWords read_numbers(Lists& file) {
  constexpr std::array<std::string_view, 6> kUses = {"point", "list", "year", "code", "word", "cell"};
  std::array<std::vector<std::string>, kUses.size()> by_use;
  std::set<std::string> once;
  for (const auto& [word, uses] : file.at("counters").entries()) {
    if (!once.insert(word).second) uses.fail("\"" + word + "\" stands twice in this list");
    for (const DataNode& use : uses.items()) {
      const auto* const known = std::find(kUses.begin(), kUses.end(), use.text());
      if (known == kUses.end())
        use.fail("unknown use \"" + use.text() + "\"; allowed are point, list, year, code, word, cell");
      by_use.at(static_cast<std::size_t>(known - kUses.begin())).push_back(word);
    }
  }
  return {Words(by_use[0]),     Words(by_use[1]),         Words(by_use[2]),
          Words(by_use[3]),     Words(by_use[4]),         Words(by_use[5]),
          file.word("ordinal"), file.words("name_leads"), file.words("no_name_leads")};
}

ItemWords read_items(Lists& file) {
  return {file.word("item"),        file.words("no_items"),       file.words("clauses"),
          file.word("indicator"),   file.word("other_indicator"), file.words("questions"),
          file.words("assessment"), file.words("instruments"),    file.words("prefixes"),
          file.words("links"),      file.words("clause_tails"),   file.words("phones")};
}

DivisionWords read_divisions(Lists& file) {
  return {file.words("parts"),      file.words("other_parts"), file.word("limitation"),
          file.words("page_words"), file.words("opens_list"),  file.words("continued")};
}

ClauseWords read_clauses(Lists& file) {
  return {file.words("conditions")};
}

OfficeWords read_offices(Lists& file) {
  return {file.word("office"),
          file.word("office_end"),
          file.word("area"),
          file.word("province"),
          file.words("joined"),
          file.word("enterprise"),
          file.words("before_short_forms")};
}

NameWords read_names(Lists& file) {
  return {file.words("plain"),   file.words("learned"), file.words("abbreviated"),
          file.words("latin"),   file.word("acting"),   file.word("woman"),
          file.word("of_place"), file.words("signed"),  file.words("places")};
}

ManifestWords read_manifest(Lists& file) {
  return {file.words("file"),      file.words("agency"),        file.words("fiscal_year"), file.words("item_code"),
          file.words("main_site"), file.words("published_url"), file.words("publication")};
}

ScanWords read_scan(Lists& file) {
  ScanWords words;
  words.twins = file.words("twins");
  for (const auto& [read, printed] : file.at("misread").entries()) words.misread.emplace_back(read, printed.text());
  return words;
}

std::vector<CostedWord> read_rare(Lists& file) {
  std::vector<CostedWord> words;
  for (const auto& [word, cost] : file.at("words").entries()) words.push_back({to_utf32(word), cost.integer()});
  return words;
}

[[noreturn]] void fail(const std::string& path, std::size_t line, const std::string& what) {
  throw std::runtime_error(path + ":" + std::to_string(line) + ": " + what);
}

// Calls with each line that is no comment and not empty, and its number.
template <typename Use>
void each_line(std::string_view text, const Use& use) {
  for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (!line.empty() && !line.starts_with('#')) use(line, number);
    at = end + 1;
  }
}

std::vector<std::string_view> fields_in(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) parts.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// Lines of a cost and words of that cost.
std::vector<CostedWord> read_costed(std::string_view text, const std::string& path) {
  std::vector<CostedWord> words;
  each_line(text, [&](std::string_view line, std::size_t number) {
    const auto parts = fields_in(line);
    Cost cost = 0;
    const std::string_view figure = parts.empty() ? line : parts.front();
    const auto [end, error] = std::from_chars(figure.data(), figure.data() + figure.size(), cost);
    if (error != std::errc() || end != figure.data() + figure.size() || cost <= 0 || parts.size() < 2)
      fail(path, number, "expected a cost and words");
    for (auto word = parts.begin() + 1; word != parts.end(); ++word) words.push_back({to_utf32(*word), cost});
  });
  if (words.empty()) fail(path, 1, "the list is empty");
  return words;
}

// What stands behind the comment at the head of a list of words.
std::string_view behind_comment(std::string_view text, const std::string& path) {
  std::string_view first;
  each_line(text, [&](std::string_view line, std::size_t) {
    if (first.empty()) first = line;
  });
  if (first.empty()) fail(path, 1, "the list is empty");
  return text.substr(static_cast<std::size_t>(first.data() - text.data()));
}

class Files {
 public:
  explicit Files(std::span<const LexiconFile> files) : files_(files) {}

  [[nodiscard]] std::string_view text(std::string_view name) {
    const auto file = std::ranges::find(files_, name, &LexiconFile::name);
    if (file == files_.end()) throw std::runtime_error(path(name) + ": is missing");
    asked_.emplace_back(name);
    return file->text;
  }

  // What `read` makes of a YAML file, all of whose lists it must ask for.
  template <typename Read>
  [[nodiscard]] auto lists(std::string_view name, const Read& read) {
    Lists file(parse_data(std::string(text(name)), path(name)));
    auto words = read(file);
    file.done();
    return words;
  }

  void done() const {
    for (const LexiconFile& file : files_) {
      if (std::ranges::find(asked_, file.name) == asked_.end())
        throw std::runtime_error(path(file.name) + ": no file of the lexicon has this name");
    }
  }

  static std::string path(std::string_view name) { return "data/thai/" + std::string(name); }

 private:
  std::span<const LexiconFile> files_;
  std::vector<std::string_view> asked_;
};

}  // namespace

Words::Words(std::vector<std::string> texts) : texts_(std::move(texts)) {
  codes_.reserve(texts_.size());
  for (const std::string& text : texts_) codes_.push_back(to_utf32(text));
}

Lexicon read_lexicon(std::span<const LexiconFile> list) {
  Files files(list);
  Lexicon lexicon;
  lexicon.months = files.lists("months.yaml", read_months);
  lexicon.years = files.lists("years.yaml", read_years);
  lexicon.numbers = files.lists("numbers.yaml", read_numbers);
  lexicon.items = files.lists("items.yaml", read_items);
  lexicon.divisions = files.lists("divisions.yaml", read_divisions);
  lexicon.clauses = files.lists("clauses.yaml", read_clauses);
  lexicon.offices = files.lists("offices.yaml", read_offices);
  lexicon.names = files.lists("names.yaml", read_names);
  lexicon.manifest = files.lists("manifest.yaml", read_manifest);
  lexicon.scan = files.lists("scan.yaml", read_scan);
  lexicon.scan.known = behind_comment(files.text("scan_words.txt"), Files::path("scan_words.txt"));
  lexicon.official_words = read_costed(files.text("official_words.txt"), Files::path("official_words.txt"));
  lexicon.rare_words = files.lists("rare_words.yaml", read_rare);
  files.done();
  return lexicon;
}

const Lexicon& lexicon() {
  static const Lexicon kRead = read_lexicon(lexicon_files());
  return kRead;
}

}  // namespace prongsai::text
