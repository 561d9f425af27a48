#include "pipeline/review/messages.hpp"

#include <httplib.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kMostParts = 3;

// Words of this program that stand in messages as parts that differ.
constexpr auto kPartWords = std::to_array<std::string_view>(
    {"decision", "cell",       "score",    "final_score", "fact",
     "issue",    "score_part", "own",      "letter",      "assignment",
     "table",    "sample",     "second",   "waiting",     "added row",
     "added",    "finding",    "an issue", "a rank",      "a fiscal year of the Buddhist Era",
     "note",     "text",       "message",  "number",      "version",
     "value",    "id"});

std::string pattern_of(const std::string& message) {
  std::string pattern;
  for (std::size_t begin = 0; begin <= message.size();) {
    const std::size_t end = std::min(message.find("{}", begin), message.size());
    pattern += RE2::QuoteMeta(message.substr(begin, end - begin)) + (end < message.size() ? "(.*)" : "");
    begin = end + (end < message.size() ? 2 : 1);
  }
  return pattern;
}

}  // namespace

struct Messages::State {
  // A message with its parts that differ.
  struct Template {
    std::unique_ptr<RE2> pattern;
    std::string thai;
  };
  std::map<std::string, std::string, std::less<>> words;
  std::string unknown;
  using Templates = std::vector<Template>;
  Templates templates;
  Templates readings;

  // Pairs of a message in English and in Thai.
  static Templates templates_in(const text::DataNode& pairs) {
    Templates all;
    for (const text::DataNode& pair : pairs.items()) {
      const std::vector<std::string> both = pair.texts();
      if (both.size() != 2) pair.fail("expected a message in English and in Thai");
      Template one{std::make_unique<RE2>(pattern_of(both[0])), both[1]};
      if (static_cast<std::size_t>(one.pattern->NumberOfCapturingGroups()) > kMostParts)
        pair.fail("a message has three parts at most");
      all.push_back(std::move(one));
    }
    return all;
  }

  [[nodiscard]] std::string with_parts(std::string thai, const std::vector<std::string>& parts) const {
    for (const std::string& part : parts) {
      const auto at = thai.find("{}");
      if (at == std::string::npos) break;
      const auto word = words.find(part);
      thai.replace(at, 2, word == words.end() ? part : word->second);
    }
    return thai;
  }

  [[nodiscard]] std::optional<std::string> find(const std::string& message, const Templates& among) const {
    for (const Template& one : among) {
      std::array<std::string, kMostParts> parts;
      std::array<RE2::Arg, kMostParts> args;
      std::array<const RE2::Arg*, kMostParts> taken{};
      const auto count = static_cast<std::size_t>(one.pattern->NumberOfCapturingGroups());
      for (std::size_t i = 0; i < count; ++i) {
        args[i] = &parts[i];
        taken[i] = &args[i];
      }
      if (!RE2::FullMatchN(message, *one.pattern, taken.data(), static_cast<int>(count))) continue;
      return with_parts(one.thai, {parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count)});
    }
    return std::nullopt;
  }
};

Messages::Messages(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
  const text::DataNode root = text::read_data_file(file);
  root.allow_keys({"about", "words", "unknown", "messages", "readings"});
  root.at("words").require_keys(kPartWords);
  for (const auto& [word, thai] : root.at("words").entries()) state_->words.emplace(word, thai.text());
  state_->unknown = root.at("unknown").text();
  state_->templates = State::templates_in(root.at("messages"));
  state_->readings = State::templates_in(root.at("readings"));
}

Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

std::string Messages::in_thai(const std::string& message) const {
  const auto known = state_->find(message, state_->templates);
  return known ? *known : state_->with_parts(state_->unknown, {message});
}

bool Messages::knows(const std::string& message) const {
  return state_->find(message, state_->templates).has_value();
}

std::optional<std::string> Messages::reading_in_thai(const std::string& words) const {
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

bool wants_thai(const httplib::Request& request) {
  return request.get_header_value("Accept-Language").starts_with("th");
}

}  // namespace prongsai::review
