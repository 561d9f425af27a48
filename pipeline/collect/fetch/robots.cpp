#include "pipeline/collect/fetch/robots.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "pipeline/checks/url_text.hpp"

namespace prongsai::collect {
namespace {

constexpr std::size_t kMostRobots = std::size_t{500} << 10U;  // bytes; RFC 9309 asks for no more
constexpr std::size_t kMostRules = 2000;

std::string_view stripped(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

struct RobotsLine {
  std::string key;
  std::string_view value;
};

RobotsLine line_of(std::string_view line) {
  line = line.substr(0, line.find('#'));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {lower(stripped(line.substr(0, colon))), stripped(line.substr(colon + 1))};
}

// * stands for any letters, $ at the end for the end. Linear: after a * the next part is looked for from the left.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  bool first = true;
  while (true) {
    const std::size_t star = pattern.find('*');
    const std::string_view part = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (last && to_end && !first) return path.ends_with(part);
    const std::size_t at = first ? (path.starts_with(part) ? 0 : std::string_view::npos) : path.find(part);
    if (at == std::string_view::npos) return false;
    path.remove_prefix(at + part.size());
    if (last) return !to_end || path.empty();
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

// Whose rules a group holds: ours, everyone's, others'.
enum class Whose { others, everyone, ours };

Whose whose(std::string_view agent, std::string_view name) {
  if (agent == "*") return Whose::everyone;
  const std::string product = lower(agent.substr(0, agent.find_first_of("/ ")));
  return product == lower(name) ? Whose::ours : Whose::others;
}

}  // namespace

Robots Robots::closed(std::string cause) {
  Robots robots;
  robots.cause_ = std::move(cause);
  robots.rules_.push_back({"/", false});
  return robots;
}

Robots Robots::parse(std::string_view text, std::string_view name) {
  Robots ours;
  Robots everyone;
  Robots others;
  bool has_ours = false;
  bool names_go_on = false;
  std::vector<Robots*> group;
  text = text.substr(0, kMostRobots);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const RobotsLine line = line_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.key == "sitemap") ours.sitemaps_.emplace_back(line.value);
    if (line.key == "user-agent") {
      if (!names_go_on) group.clear();
      names_go_on = true;
      const Whose owner = whose(line.value, name);
      has_ours = has_ours || owner == Whose::ours;
      group.push_back(owner == Whose::ours ? &ours : owner == Whose::everyone ? &everyone : &others);
    } else if (line.key == "allow" || line.key == "disallow") {
      names_go_on = false;
      for (Robots* robots : group) {
        if (!line.value.empty() && robots->rules_.size() < kMostRules)
          robots->rules_.push_back({checks::percent_bytes(line.value), line.key == "allow"});
      }
    } else if (line.key == "crawl-delay") {
      names_go_on = false;
      const double seconds = std::clamp(std::atof(std::string(line.value).c_str()), 0.0, 60.0);
      for (Robots* robots : group) robots->delay_ = std::chrono::milliseconds(static_cast<long>(seconds * 1000));
    }
  }
  if (has_ours) return ours;
  everyone.sitemaps_ = std::move(ours.sitemaps_);
  return everyone;
}

// The longest rule that fits counts; of two as long, the one that allows.
bool Robots::allows(std::string_view path_query) const {
  const std::string path = checks::percent_bytes(path_query);
  if (path == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (!matches(rule.pattern, path)) continue;
    const bool longer = best == nullptr || rule.pattern.size() > best->pattern.size();
    if (longer || (rule.pattern.size() == best->pattern.size() && rule.allow)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace prongsai::collect
