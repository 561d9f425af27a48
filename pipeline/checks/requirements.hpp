// What each layout demands of a report and of its tables: the `required` parts of data/layouts/*.yaml.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/data/data_file.hpp"
#include "models/record.hpp"
#include "models/record_view.hpp"

namespace prongsai::checks {

// What a whole report must have. Of several matched layouts the report owes what any of them demands.
struct LayoutNeeds {
  bool all_issues = false;        // the seven issues
  bool issue_timeframe = false;   // ระยะเวลาดำเนินการ under each issue
  bool issue_limitation = false;  // ข้อจำกัดของหน่วยงาน under each issue
  bool part_limitation = false;   // one part on limitations for the whole report
};

class Requirements {
 public:
  // Reads every layout of the folder. Throws std::runtime_error naming file and line.
  explicit Requirements(const std::filesystem::path& layouts_folder);

  // `layout` is Record::layout: keys with commas between them.
  [[nodiscard]] LayoutNeeds of_layout(std::string_view layout) const;

  // The columns that a table must have and that each of its rows must fill; empty when nothing is demanded of it.
  [[nodiscard]] const std::vector<ColumnKey>& columns_of(const TableRecord& table) const;
  // Whether what is demanded of the table is owed by this report: a layout that demands it matched. A table of which
  // nothing is demanded owes nothing to any layout: true.
  [[nodiscard]] bool are_due(const TableRecord& table, std::string_view layout) const;
  [[nodiscard]] bool demands(const TableRecord& table, ColumnKey column_key) const;
  // A row of totals, headed by a word for it, its other cells figures or blank; or a measure that was called off.
  [[nodiscard]] bool owes_nothing(const RecordRow& row) const;

 private:
  [[nodiscard]] bool is_total(const RecordRow& row) const;
  void take(const std::string& layout, const text::DataNode& required);

  std::map<std::string, LayoutNeeds, std::less<>> layouts_;
  std::map<std::string, std::vector<ColumnKey>, std::less<>> columns_;        // by the table's role
  std::map<std::string, std::set<std::string>, std::less<>> role_demanders_;  // layouts that demand columns of a role
  std::vector<std::string> called_off_;                                       // words that call a measure off
  std::vector<std::string> total_rows_;                                       // words that head a row of totals
};

// The keys of Record::layout.
[[nodiscard]] std::vector<std::string> layout_keys(std::string_view layout);

}  // namespace prongsai::checks
