#include "extractors/text/find/title_words.hpp"

#include <algorithm>

#include "extractors/text/data/data_file.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr std::string_view kAndMore = "…";
constexpr std::size_t kLongBeginning = 5;  // letters of a beginning that ends a name without a blank before it
constexpr std::size_t kShortName = 2;      // letters that a name has at least

std::vector<std::string> longest_first(std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

}  // namespace

void WordList::add(std::string_view word) {
  if (word.ends_with(kAndMore)) {
    beginnings_.emplace_back(word.substr(0, word.size() - kAndMore.size()));
  } else {
    whole_.emplace(word);
  }
}

bool WordList::holds(std::string_view word) const {
  return whole_.contains(word) || std::any_of(beginnings_.begin(), beginnings_.end(),
                                              [&](const std::string& begin) { return word.starts_with(begin); });
}

std::size_t WordList::first_inside(std::string_view word) const {
  std::size_t first = word.size();
  for (const std::string& begin : beginnings_) {
    if (length(begin) < kLongBeginning) continue;
    const std::size_t at = word.find(begin);
    if (at < first && length(word.substr(0, at)) >= kShortName) first = at;
  }
  return first;
}

TitleWords load_title_words(const std::filesystem::path& file) {
  const DataNode root = read_data_file(file);
  root.allow_keys({"addressed", "before", "not_after", "ordinary", "no_given", "no_surname"});
  const auto take = [&](std::string_view name) {
    if (root.at(name).items().empty()) root.at(name).fail(std::string(name) + " is no list of words");
    for (const DataNode& word : root.at(name).items()) {
      if (word.text().empty() || word.text() == kAndMore) word.fail("a word of no letters would stand everywhere");
    }
    return longest_first(root.at(name).texts());
  };
  const auto take_list = [&](std::string_view name) {
    WordList list;
    for (const std::string& word : take(name)) list.add(word);
    return list;
  };
  const NameWords& titles = lexicon().names;
  std::vector<std::string> learned = titles.learned.texts();
  for (std::string& word : take("addressed")) learned.push_back(std::move(word));
  return {longest_first(titles.plain.texts()),
          longest_first(std::move(learned)),
          longest_first(titles.abbreviated.texts()),
          longest_first(titles.latin.texts()),
          take("before"),
          take("not_after"),
          take_list("ordinary"),
          take_list("no_given"),
          take_list("no_surname")};
}

}  // namespace prongsai::text
