#include "pipeline/collect/walk/frontier.hpp"

#include <algorithm>
#include <cctype>

namespace prongsai::collect {
namespace {

constexpr int kOfOneShape = 30;

// The address with a 0 for each number.
std::string shape_of(const WebAddress& address) {
  std::string shape;
  for (const char c : address.host + address.path_query()) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (!digit) shape += c;
    if (digit && (shape.empty() || shape.back() != '0')) shape += '0';
  }
  return shape;
}

}  // namespace

std::size_t Frontier::add(WalkPage page) {
  constexpr int kClick = 3;  // a click more weighs as much as words that are worse by so many ranks
  seen_.insert(address_key(page.address));
  turns_.push({page.depth * kClick + page.rank, pages_.size()});
  pages_.push_back(std::move(page));
  return pages_.size() - 1;
}

std::optional<std::size_t> Frontier::next() {
  if (turns_.empty()) return std::nullopt;
  const std::size_t index = turns_.top().index;
  turns_.pop();
  return index;
}

bool Frontier::has_room_for(const WebAddress& address) {
  return ++shapes_[shape_of(address)] <= kOfOneShape;
}

std::vector<Click> Frontier::clicks_to(std::size_t index) const {
  std::vector<Click> clicks;
  while (true) {
    const WalkPage& page = pages_[index];
    clicks.push_back({page.words, page.address.url});
    if (page.depth == 0) break;
    index = page.parent;
  }
  std::reverse(clicks.begin(), clicks.end());
  return clicks;
}

}  // namespace prongsai::collect
