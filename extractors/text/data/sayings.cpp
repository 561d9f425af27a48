#include "extractors/text/data/sayings.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace prongsai::text {
namespace {

constexpr std::size_t kMostSayingParts = 3;
constexpr std::string_view kPart = "{}";

std::string pattern_of(const std::string& english) {
  std::string pattern;
  for (std::size_t begin = 0; begin <= english.size();) {
    const std::size_t end = std::min(english.find(kPart, begin), english.size());
    pattern += RE2::QuoteMeta(english.substr(begin, end - begin)) + (end < english.size() ? "(.*)" : "");
    begin = end + (end < english.size() ? kPart.size() : 1);
  }
  return pattern;
}

}  // namespace

struct Sayings::Pair {
  std::unique_ptr<RE2> pattern;
  std::string thai;
};

Sayings::Sayings(const DataNode& pairs) : pairs_(std::make_unique<std::vector<Pair>>()) {
  for (const DataNode& node : pairs.items()) {
    const std::vector<std::string> both = node.texts();
    if (both.size() != 2) node.fail("expected a message in English and in Thai");
    Pair pair{std::make_unique<RE2>(pattern_of(both[0])), both[1]};
    if (static_cast<std::size_t>(pair.pattern->NumberOfCapturingGroups()) > kMostSayingParts)
      node.fail("a message has three parts at most");
    pairs_->push_back(std::move(pair));
  }
}

Sayings::~Sayings() = default;
Sayings::Sayings(Sayings&&) noexcept = default;
Sayings& Sayings::operator=(Sayings&&) noexcept = default;

std::optional<std::string> Sayings::in_thai(const std::string& english,
                                            const std::function<std::string(const std::string&)>& part) const {
  for (const Pair& pair : *pairs_) {
    std::array<std::string, kMostSayingParts> parts;
    std::array<RE2::Arg, kMostSayingParts> args;
    std::array<const RE2::Arg*, kMostSayingParts> taken{};
    const int count = pair.pattern->NumberOfCapturingGroups();
    for (std::size_t i = 0; i < kMostSayingParts; ++i) {
      args[i] = &parts[i];
      taken[i] = &args[i];
    }
    if (!RE2::FullMatchN(english, *pair.pattern, taken.data(), count)) continue;
    std::string thai = pair.thai;
    std::size_t from = 0;
    for (int i = 0; i < count; ++i) {
      const auto at = thai.find(kPart, from);
      if (at == std::string::npos) break;
      const std::string said = part(parts[static_cast<std::size_t>(i)]);
      thai.replace(at, kPart.size(), said);
      from = at + said.size();
    }
    return thai;
  }
  return std::nullopt;
}

std::string Sayings::in_thai_or_same(const std::string& english) const {
  const auto thai = in_thai(
      english, [&](const std::string& part) { return part.size() < english.size() ? in_thai_or_same(part) : part; });
  return thai.value_or(english);
}

Sayings read_sayings(const std::filesystem::path& file) {
  const DataNode root = read_data_file(file);
  root.allow_keys({"sayings"});
  return Sayings(root.at("sayings"));
}

}  // namespace prongsai::text
