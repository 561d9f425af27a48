// Pages that are still to be seen, and how they were come by. For this library only.
#pragma once

#include <map>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <vector>

#include "models/publication.hpp"
#include "pipeline/collect/fetch/web_address.hpp"

namespace prongsai::collect {

struct WalkPage {
  WebAddress address;
  std::string words;  // of the link that led here
  std::size_t parent = 0;
  int depth = 0;      // clicks from the start
  int rank = 0;       // of its words; low is early
  std::string group;  // a work group's page, this one or one on the way; "" for none
};

class Frontier {
 public:
  // Index of the page. The first has no parent.
  std::size_t add(WalkPage page);
  // The page to see next: fewer clicks and better words first. Nothing when there is none.
  [[nodiscard]] std::optional<std::size_t> next();
  [[nodiscard]] WalkPage& page(std::size_t index) { return pages_[index]; }
  [[nodiscard]] bool knows(const std::string& key) const { return seen_.contains(key); }
  // Pages that differ in numbers only, as days of a calendar do, are taken up to a bound.
  [[nodiscard]] bool has_room_for(const WebAddress& address);
  [[nodiscard]] std::size_t size() const { return pages_.size(); }

  // The clicks to a page, the start first.
  [[nodiscard]] std::vector<Click> clicks_to(std::size_t index) const;

 private:
  struct Turn {
    int cost;
    std::size_t index;
    bool operator<(const Turn& other) const {
      return cost != other.cost ? cost > other.cost : index > other.index;  // the smallest on top
    }
  };
  std::vector<WalkPage> pages_;
  std::priority_queue<Turn> turns_;
  std::set<std::string> seen_;
  std::map<std::string, int> shapes_;
};

}  // namespace prongsai::collect
