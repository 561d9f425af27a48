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
  std::vector<Template> templates;

  [[nodiscard]] std::string with_parts(std::string thai, const std::vector<std::string>& parts) const {
    for (const std::string& part : parts) {
      const auto at = thai.find("{}");
      if (at == std::string::npos) break;
      const auto word = words.find(part);
      thai.replace(at, 2, word == words.end() ? part : word->second);
    }
    return thai;
  }

  [[nodiscard]] std::optional<std::string> find(const std::string& message) const {
    for (const Template& one : templates) {
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
  root.allow_keys({"about", "words", "unknown", "messages"});
  root.at("words").require_keys(kPartWords);
  for (const auto& [word, thai] : root.at("words").entries()) state_->words.emplace(word, thai.text());
  state_->unknown = root.at("unknown").text();
  for (const text::DataNode& pair : root.at("messages").items()) {
    const std::vector<std::string> both = pair.texts();
    if (both.size() != 2) pair.fail("expected a message in English and in Thai");
    State::Template one{std::make_unique<RE2>(pattern_of(both[0])), both[1]};
    if (static_cast<std::size_t>(one.pattern->NumberOfCapturingGroups()) > kMostParts)
      pair.fail("a message has three parts at most");
    state_->templates.push_back(std::move(one));
  }
}

Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

std::string Messages::in_thai(const std::string& message) const {
  const auto known = state_->find(message);
  return known ? *known : state_->with_parts(state_->unknown, {message});
}

bool Messages::knows(const std::string& message) const {
  return state_->find(message).has_value();
}

bool wants_thai(const httplib::Request& request) {
  return request.get_header_value("Accept-Language").starts_with("th");
}

}  // namespace prongsai::review
