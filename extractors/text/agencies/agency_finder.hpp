// Finds office names in a compact text by the families and lists of data/agencies.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/text/agencies/agency_data.hpp"
#include "extractors/text/unicode/compact_text.hpp"
#include "extractors/text/unicode/name_trie.hpp"

namespace prongsai::text {

struct FoundAgency {
  std::string name;
  bool known = false;
  bool parent = false;
  int family = -1;        // index in AgencyData::families; -1 for a parent
  std::size_t begin = 0;  // indexes in the compact text
  std::size_t end = 0;
  bool spelling_known = false;  // the lists hold all of the name, be it an office's or a province's
};

class AgencyFinder {
 public:
  explicit AgencyFinder(const AgencyData& data);

  // In order, none inside another; of those that begin at one place the longest.
  [[nodiscard]] std::vector<FoundAgency> find(std::string_view text, const CompactText& compact) const;
  // Words of a text that no name goes on with.
  [[nodiscard]] int stop_words_in(std::string_view text) const;

 private:
  [[nodiscard]] std::optional<FoundAgency> at_place(std::string_view text, const CompactText& compact, std::size_t at,
                                                    std::vector<NameTrie::Hit>& hits) const;
  [[nodiscard]] std::optional<FoundAgency> of_family(std::string_view text, const CompactText& compact, int family,
                                                     std::size_t at) const;
  [[nodiscard]] std::optional<FoundAgency> listed(const CompactText& compact, int family, std::size_t at) const;
  [[nodiscard]] std::optional<FoundAgency> in_province(const CompactText& compact, int family, std::size_t at) const;
  [[nodiscard]] std::optional<FoundAgency> named(std::string_view text, const CompactText& compact, int family,
                                                 std::size_t at) const;
  [[nodiscard]] bool is_stop_word(std::string_view word) const;
  [[nodiscard]] bool begins_stop_phrase(std::string_view rest) const;
  void add_number_tail(std::string_view text, const CompactText& compact, FoundAgency& agency) const;

  const AgencyData& data_;
  NameTrie heads_;                                   // values: a head's index, or kParents + a parent's index
  std::vector<std::pair<int, bool>> head_families_;  // family, and whether the head is a short form
  std::map<std::string, NameTrie> listed_;           // by type: what follows the head; values: the office's index
  NameTrie provinces_;
  std::set<std::string, std::less<>> names_;  // of the listed offices
  std::set<std::string, std::less<>> stop_words_;
};

}  // namespace prongsai::text
