#include "extractors/text/find/title_words.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr std::string_view kAndMore = "…";
constexpr std::size_t kLongBeginning = 5;  // letters of a beginning that ends a name without a blank before it
constexpr std::size_t kShortName = 2;      // letters that a name has at least

using Lists = std::map<std::string, std::vector<std::string>>;

[[noreturn]] void refuse(const std::filesystem::path& file, const YAML::Mark& at, const std::string& why) {
  throw std::runtime_error(file.string() + ":" + std::to_string(at.line + 1) + ": " + why);
}

Lists read(const std::filesystem::path& file) {
  try {
    Lists lists;
    for (const auto& entry : YAML::LoadFile(file.string())) {
      const auto name = entry.first.as<std::string>();
      if (!entry.second.IsSequence() || entry.second.size() == 0)
        refuse(file, entry.first.Mark(), name + " is no list of words");
      lists[name] = entry.second.as<std::vector<std::string>>();
    }
    return lists;
  } catch (const YAML::BadFile&) {
    throw std::runtime_error(file.string() + ": cannot be read; reinstall the program's data files");
  } catch (const YAML::Exception& error) {
    refuse(file, error.mark, error.msg);
  }
}

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
  Lists lists = read(file);
  const auto take = [&](const char* name) {
    auto found = lists.extract(name);
    if (found.empty()) throw std::runtime_error(file.string() + ":1: the list " + name + " is missing");
    return longest_first(std::move(found.mapped()));
  };
  const auto take_list = [&](const char* name) {
    WordList list;
    for (const std::string& word : take(name)) list.add(word);
    return list;
  };
  TitleWords words{take("plain"),         take("learned"),       take("abbreviated"),
                   take("latin"),         take("before"),        take("not_after"),
                   take_list("ordinary"), take_list("no_given"), take_list("no_surname")};
  if (!lists.empty()) throw std::runtime_error(file.string() + ":1: unknown list " + lists.begin()->first);
  return words;
}

}  // namespace prongsai::text
