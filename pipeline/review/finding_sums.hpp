// Sums over the findings of many submissions, for the overview: one pass over the counts that the database keeps of
// each submission (finding_counts). For this library only.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace prongsai::review {

class FindingSums {
 public:
  // A submission, with its lines of finding_counts: "code issue severity status count".
  // `office`: its number, from 0.
  void add(std::optional<std::int64_t> fiscal_year, std::string_view counts, std::size_t office = 0);

  [[nodiscard]] nlohmann::json by_status() const;  // open ones by severity too
  [[nodiscard]] nlohmann::json by_code() const;    // submissions and offices with such a finding, not dismissed
  [[nodiscard]] nlohmann::json heat() const;       // by code and issue, not dismissed
  [[nodiscard]] nlohmann::json years() const;      // submissions, and findings by severity, not dismissed

 private:
  struct Code {
    std::int64_t submissions = 0;
    std::int64_t last = 0;      // number of the last submission counted
    std::vector<bool> offices;  // whether each has one
  };
  // All findings that agree in code, issue, severity and status.
  struct Kind {
    std::string code;
    std::int64_t issue_no = 0;  // 0 for none
    std::string severity;
    std::string status;
    std::int64_t count = 0;
    std::size_t severity_at = 0;  // in kSeverities
    Code* by_code = nullptr;      // null when dismissed
  };
  struct Year {
    std::int64_t submissions = 0;
    std::array<std::int64_t, 3> findings{};
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Kind& kind_of(std::string_view words);

  std::int64_t submissions_ = 0;
  std::unordered_map<std::string, Kind, Hash, std::equal_to<>> kinds_;  // by the line's words but the count
  std::map<std::string, Code> codes_;
  std::map<std::optional<std::int64_t>, Year> years_;
};

}  // namespace prongsai::review
