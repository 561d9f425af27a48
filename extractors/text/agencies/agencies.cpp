#include "extractors/text/agencies/agencies.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "extractors/text/agencies/agency_finder.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/spans.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {

namespace {

// Where a kind's words end in a name that has all of them but a mark or two; nothing where any other letter differs.
std::optional<std::size_t> end_of_misread(std::string_view name, std::string_view head, bool scanned) {
  constexpr std::size_t kShortest = 12;  // code points: in shorter words another word may be meant
  constexpr int kMostLost = 2;
  int others = scanned ? 1 : 0;  // letters that may be taken for another
  const auto letters = code_points(name);
  const auto wanted = code_points(head);
  if (wanted.size() < kShortest) return std::nullopt;
  std::size_t at = 0;
  int lost = 0;
  for (const CodePoint& want : wanted) {
    if (at < letters.size() && letters[at].value == want.value) {
      ++at;
    } else if (is_thai_mark(want.value)) {
      ++lost;
    } else if (others > 0 && at < letters.size() && is_thai_consonant(letters[at].value)) {
      --others;
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return lost <= kMostLost ? std::optional(at < letters.size() ? letters[at].begin : name.size()) : std::nullopt;
}

}  // namespace

struct Agencies::State {
  explicit State(const std::filesystem::path& folder) : data(load_agency_data(folder)), finder(data) {
    for (const Office& office : data.offices) {
      keys.emplace_back(fuzzy_key(office.name), &office);
      keys.emplace_back(fuzzy_key(office.abbr), &office);
    }
  }

  AgencyData data;
  AgencyFinder finder;
  std::vector<std::pair<std::string, const Office*>> keys;  // for nearest()
};

Agencies::Agencies(const std::filesystem::path& folder) : state_(std::make_unique<State>(folder)) {}
Agencies::~Agencies() = default;
Agencies::Agencies(Agencies&&) noexcept = default;
Agencies& Agencies::operator=(Agencies&&) noexcept = default;

std::vector<AgencyMention> Agencies::find(std::string_view text) const {
  const CompactText letters = compact(text);
  std::vector<AgencyMention> mentions;
  for (FoundAgency& found : state_->finder.find(text, letters)) {
    mentions.push_back(
        {std::move(found.name), found.known, found.parent, letters.begin[found.begin], letters.end[found.end - 1]});
  }
  assert(are_apart_in_order(mentions, text.size()));
  return mentions;
}

std::optional<std::string> Agencies::canonical(std::string_view name) const {
  const CompactText letters = compact(name);
  const std::vector<FoundAgency> found = state_->finder.find(name, letters);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != letters.size()) return std::nullopt;
  return found[0].name;
}

std::string Agencies::written_out(std::string_view printed) const {
  const Family* family = nullptr;
  std::size_t size = 0;
  for (const Family& candidate : state_->data.families) {
    if (candidate.of == Family::Of::listed) continue;
    for (const std::string& head : candidate.heads) {
      if (head.find('.') == head.npos || head.size() <= size || !printed.starts_with(head)) continue;
      family = &candidate;
      size = head.size();
    }
  }
  if (family == nullptr) return std::string(printed);
  const std::size_t name = printed.find_first_not_of(' ', size);
  return name == printed.npos ? std::string(printed) : family->heads.front() + std::string(printed.substr(name));
}

std::string Agencies::with_kind_spelt(std::string_view name, bool scanned) const {
  std::string best(name);
  std::size_t longest = 0;
  for (const Family& family : state_->data.families) {
    for (const std::string& head : family.heads) {
      const auto end = head.size() > longest ? end_of_misread(name, head, scanned) : std::nullopt;
      if (!end) continue;
      longest = head.size();
      best = head + std::string(name.substr(*end));
    }
  }
  return best;
}

bool Agencies::spelling_is_known(std::string_view full_name) const {
  const CompactText letters = compact(full_name);
  const std::vector<FoundAgency> found = state_->finder.find(full_name, letters);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != letters.size()) return false;
  return found[0].family < 0 || found[0].spelling_known;
}

bool Agencies::names_only_a_kind(std::string_view name) const {
  constexpr std::size_t kWords = 12;  // letters of a kind's name cut short: สำนักงานเขตพื้นที่|การศึกษาประถมศึกษา
  const auto letters = compact(name).letters;
  return std::ranges::any_of(state_->data.families, [&](const Family& family) {
    return std::ranges::any_of(family.heads, [&](const std::string& head) {
      const auto kind = compact(head).letters;
      return kind == letters || (letters.size() >= kWords && kind.starts_with(letters));
    });
  });
}

bool Agencies::ends_with_kind(std::string_view text) const {
  constexpr std::size_t kFullWord = 10;  // letters: shorter ones (โรงเรียน) speak of any such office as well
  const auto letters = compact(text).letters;
  return std::ranges::any_of(state_->data.families, [&](const Family& family) {
    const auto kind = compact(family.heads.front()).letters;
    return kind.size() >= kFullWord && letters.ends_with(kind);
  });
}

bool Agencies::reads_on(std::string_view rest) const {
  constexpr int kSentence = 2;
  return state_->finder.stop_words_in(rest) >= kSentence;
}

std::string Agencies::kind_of(std::string_view full_name) const {
  const std::vector<FoundAgency> found = state_->finder.find(full_name, compact(full_name));
  if (found.empty() || found[0].begin != 0 || found[0].family < 0) return "";
  return state_->data.families[static_cast<std::size_t>(found[0].family)].type;
}

bool Agencies::stands_above(std::string_view full_name, std::string_view other) const {
  const std::string upper = kind_of(full_name);
  const std::string lower = kind_of(other);
  if (upper.empty() || lower.empty()) return false;
  return std::ranges::any_of(state_->data.families, [&](const Family& family) {
    return family.type == lower && std::ranges::find(family.under, upper) != family.under.end();
  });
}

std::vector<std::string> Agencies::parents_of(std::string_view full_name) const {
  const std::vector<FoundAgency> found = state_->finder.find(full_name, compact(full_name));
  std::vector<std::string> parents;
  if (found.empty() || found[0].family < 0) return parents;
  for (const Office& office : state_->data.offices) {
    if (office.name == found[0].name && !office.under.empty()) parents.push_back(office.under);
  }
  const Family& family = state_->data.families[static_cast<std::size_t>(found[0].family)];
  parents.insert(parents.end(), family.parents.begin(), family.parents.end());
  return parents;
}

std::optional<std::string> Agencies::nearest(std::string_view name, int max_distance) const {
  const std::string wanted = fuzzy_key(name);
  const Office* best = nullptr;
  int best_distance = max_distance + 1;
  bool tied = false;
  for (const auto& [key, office] : state_->keys) {
    const int distance = edit_distance(wanted, key, best_distance);
    if (distance < best_distance) {
      best = office;
      best_distance = distance;
      tied = false;
    } else if (distance == best_distance && best != nullptr && office != best) {
      tied = true;
    }
  }
  if (best == nullptr || tied) return std::nullopt;
  return best->name;
}

}  // namespace prongsai::text
