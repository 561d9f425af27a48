#include "extractors/tables/framed_rules.hpp"

#include <algorithm>
#include <cmath>

namespace prongsai::tables {
namespace {

constexpr double kSameEnd = 4.0;            // points
constexpr double kSameLevel = 4.0;          // points
constexpr double kLeastFrameWidth = 60.0;   // points
constexpr double kLeastFrameHeight = 30.0;  // points
constexpr double kOpenShare = 0.15;         // of the frame's width that a line may lack at an end
constexpr std::size_t kLeastParts = 3;

struct Frame {
  const Stroke* left = nullptr;
  const Stroke* right = nullptr;

  [[nodiscard]] double width() const { return right->at - left->at; }
};

bool same_height(const Stroke& a, const Stroke& b) {
  return std::abs(a.from - b.from) <= kSameEnd && std::abs(a.to - b.to) <= kSameEnd;
}

std::vector<Frame> frames_of(const std::vector<Stroke>& uprights) {
  std::vector<Frame> frames;
  for (const Stroke& left : uprights) {
    if (left.length() < kLeastFrameHeight) continue;
    const Stroke* next = nullptr;
    for (const Stroke& other : uprights) {
      const bool beside = other.at > left.at + kSameEnd && other.from < left.to && other.to > left.from;
      if (beside && other.length() > left.length() / 2 && (!next || other.at < next->at)) next = &other;
    }
    if (next && same_height(left, *next) && next->at - left.at >= kLeastFrameWidth) frames.push_back({&left, next});
  }
  return frames;
}

bool parts(const Stroke& rule, const Frame& frame) {
  const double open = kOpenShare * frame.width();
  return rule.at > frame.left->from - kSameLevel && rule.at < frame.left->to + kSameLevel &&
         std::abs(rule.from - frame.left->at) <= open && std::abs(rule.to - frame.right->at) <= open;
}

void close(std::vector<Stroke>& rules, const Frame& frame, double level) {
  const bool drawn = std::ranges::any_of(
      rules, [&](const Stroke& rule) { return std::abs(rule.at - level) <= kSameLevel && parts(rule, frame); });
  if (!drawn) rules.push_back({level, frame.left->at, frame.right->at});
}

}  // namespace

std::vector<Stroke> framed_rules(std::span<const Ruling> rulings) {
  std::vector<Stroke> rules = merge_strokes(rulings, true);
  for (const std::vector<Stroke> uprights = merge_strokes(rulings, false); const Frame& frame : frames_of(uprights)) {
    std::size_t inside = 0;
    for (Stroke& rule : rules) {
      if (!parts(rule, frame)) continue;
      rule.from = frame.left->at;
      rule.to = frame.right->at;
      ++inside;
    }
    if (inside < kLeastParts) continue;
    close(rules, frame, frame.left->from);
    close(rules, frame, frame.left->to);
  }
  return rules;
}

}  // namespace prongsai::tables
