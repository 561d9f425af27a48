#include "pipeline/review/letter/letter_words.hpp"

#include <array>
#include <string_view>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::review {
namespace {

// Every word with the number of its parts that differ.
struct Wanted {
  const char* key;
  std::size_t parts;
};
constexpr auto kWanted =
    std::to_array<Wanted>({{"heading", 0},           {"page_title", 1},   {"number", 0},           {"from", 0},
                           {"subject", 0},           {"to", 0},           {"refers", 0},           {"subject_words", 0},
                           {"subject_of_year", 1},   {"to_words", 0},     {"to_office", 1},        {"report", 1},
                           {"report_of_item", 2},    {"with_score", 2},   {"across", 0},           {"issue", 1},
                           {"lead_found", 0},        {"lead_nothing", 0}, {"lead_unfinished", 0},  {"due", 1},
                           {"due_label", 0},         {"due_show", 0},     {"closing", 0},          {"draft", 0},
                           {"draft_name", 1},        {"draft_open", 1},   {"draft_unreviewed", 0}, {"column_number", 0},
                           {"column_place", 0},      {"column_words", 0}, {"column_page", 0},      {"note", 0},
                           {"nothing_confirmed", 0}, {"regards", 0},      {"signed", 0},           {"position", 0},
                           {"reviewers", 0},         {"file_name", 1},    {"drafts_name", 0},      {"back", 0},
                           {"this_report", 0},       {"all_reports", 1},  {"as_document", 0},      {"sent_by", 1},
                           {"withdrawn", 0}});

std::size_t parts_in(const std::string& words) {
  std::size_t count = 0;
  for (auto at = words.find("{}"); at != std::string::npos; at = words.find("{}", at + 2)) ++count;
  return count;
}

}  // namespace

LetterWords::LetterWords(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  root.allow_keys({"about", "words", "without_words"});
  for (const std::string& code : root.at("without_words").texts()) without_words_.insert(code);
  const text::DataNode words = root.at("words");
  std::vector<std::string_view> keys;
  for (const Wanted& wanted : kWanted) keys.emplace_back(wanted.key);
  words.require_keys(keys);
  for (const auto& [key, parts] : kWanted) {
    const text::DataNode said = words.at(key);
    if (parts_in(said.text()) != parts) said.fail(std::string(key) + " needs {} " + std::to_string(parts) + " times");
    words_.emplace(key, said.text());
  }
}

std::string LetterWords::say(const std::string& key, const std::vector<std::string>& parts) const {
  const std::string& words = words_.at(key);
  std::string said;
  std::size_t from = 0;
  for (const std::string& part : parts) {
    const std::size_t at = words.find("{}", from);
    said += words.substr(from, at - from) + part;
    from = at + 2;
  }
  return said + words.substr(from);
}

}  // namespace prongsai::review
