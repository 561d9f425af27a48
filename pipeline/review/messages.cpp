#include "pipeline/review/messages.hpp"

#include <httplib.h>

#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "extractors/text/data/sayings.hpp"

namespace prongsai::review {
namespace {

// Words of this program that stand in messages as parts that differ.
constexpr auto kPartWords = std::to_array<std::string_view>(
    {"decision", "cell",       "score",    "final_score", "fact",
     "issue",    "score_part", "own",      "letter",      "assignment",
     "table",    "sample",     "second",   "waiting",     "added row",
     "added",    "finding",    "an issue", "a rank",      "a fiscal year of the Buddhist Era",
     "note",     "text",       "message",  "number",      "version",
     "value",    "id"});

}  // namespace

struct Messages::State {
  State(const text::DataNode& root, text::Sayings said_of_addresses)
      : unknown(root.at("unknown").text()),
        messages(root.at("messages")),
        readings(root.at("readings")),
        causes(std::move(said_of_addresses)) {
    for (const auto& [word, thai] : root.at("words").entries()) words.emplace(word, thai.text());
  }

  std::map<std::string, std::string, std::less<>> words;
  std::string unknown;
  text::Sayings messages;
  text::Sayings readings;
  text::Sayings causes;

  [[nodiscard]] std::optional<std::string> find(const std::string& message, const text::Sayings& among) const {
    return among.in_thai(message, [this](const std::string& part) {
      const auto word = words.find(part);
      return word == words.end() ? causes.in_thai_or_same(part) : word->second;
    });
  }
};

Messages::Messages(const std::filesystem::path& data_folder) {
  const text::DataNode root = text::read_data_file(data_folder / "review" / "messages.json");
  root.allow_keys({"about", "words", "unknown", "messages", "readings"});
  root.at("words").require_keys(kPartWords);
  if (root.at("unknown").text().find("{}") == std::string::npos) root.at("unknown").fail("{} is missing");
  state_ = std::make_unique<State>(root, text::read_sayings(data_folder / "messages" / "causes.yaml"));
}

Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

std::string Messages::in_thai(const std::string& message) const {
  const auto known = state_->find(message, state_->messages);
  return known ? *known : std::string(state_->unknown).replace(state_->unknown.find("{}"), 2, message);
}

bool Messages::knows(const std::string& message) const {
  return state_->find(message, state_->messages).has_value();
}

std::optional<std::string> Messages::reading_in_thai(const std::string& words) const {
  if (auto whole = state_->find(words, state_->readings)) return whole;
  std::string thai;
  for (std::size_t begin = 0; begin < words.size();) {
    constexpr std::string_view kBetween = "; ";
    const std::size_t end = std::min(words.find(kBetween, begin), words.size());
    const auto part = state_->find(words.substr(begin, end - begin), state_->readings);
    if (!part) return std::nullopt;
    thai += (thai.empty() ? "" : kBetween.data()) + *part;
    begin = end + kBetween.size();
  }
  return thai.empty() ? std::nullopt : std::optional(thai);
}

std::string Messages::cause_in_thai(const std::string& cause) const {
  return state_->causes.in_thai_or_same(cause);
}

bool wants_thai(const httplib::Request& request) {
  return request.get_header_value("Accept-Language").starts_with("th");
}

}  // namespace prongsai::review
