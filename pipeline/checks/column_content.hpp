// What the words of a cell are: a time, people and offices, or something else. The vocabulary is data; the judgement is
// conservative, for steps of work may well name a day or a colleague.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {

class ColumnContent {
 public:
  // `rule`: misplaced_column's words.
  explicit ColumnContent(const CodeRule& rule);

  // The whole cell is a time and nothing else: "ภายในเดือนมิถุนายน ๒๕๖๗".
  [[nodiscard]] bool is_only_time(std::string_view text) const;
  // The whole cell is work groups and people and nothing else: "- กลุ่มอำนวยการ - หน่วยตรวจสอบภายใน".
  [[nodiscard]] bool is_only_people(std::string_view text) const;

  // A time of work within other words; not the date of an order. Place in the text.
  [[nodiscard]] std::optional<Span> time_in(const std::string& text) const;
  // A person or group said to be responsible, within other words. Place in the text.
  [[nodiscard]] std::optional<Span> assignment_in(const std::string& text) const;

 private:
  [[nodiscard]] bool of_an_order(const std::string& text, std::size_t at) const;

  const CodeRule& rule_;
  std::vector<std::string> time_;  // words and months that a time is made of
};

}  // namespace prongsai::checks
