// The reports that a filter leaves, summed up.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct ReportCounts {
  std::optional<std::int64_t> fiscal_year;
  std::string status;
  std::string counts;  // lines of "code issue severity status count"
  std::optional<std::int64_t> suggested_score;
  std::string office;  // the path, where no name is known
};

template <typename Archive, Like<ReportCounts> Record>
void describe(Archive& archive, Record& row) {
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("status", row.status);
  archive.field("counts", row.counts);
  archive.field("suggested_score", row.suggested_score);
  archive.field("office", row.office);
}

void each_report_counts(RelationReader& reader, const ReportFilter& filter,
                        const std::function<void(const ReportCounts&)>& visit);

// Offices' own overall scores in a band of five points; the top band holds 100 too.
struct ScoreBand {
  std::int64_t from = 0;
  std::int64_t count = 0;
};

template <typename Archive, Like<ScoreBand> Record>
void describe(Archive& archive, Record& row) {
  archive.field("from", row.from);
  archive.field("count", row.count);
}

[[nodiscard]] std::vector<ScoreBand> score_bands(RelationReader& reader, const ReportFilter& filter);

// What `collect` saw of how items can be reached from their offices' main sites; several documents of one item count
// once.
struct ReachInProvince {
  std::optional<std::string> province;  // nothing: the office's name tells none
  std::int64_t items = 0;
  std::int64_t reached = 0;   // clicks lead from the main site to something that can be opened
  std::int64_t by_group = 0;  // of these, only by way of a work group's page
  std::int64_t missed = 0;    // nothing is there, or the whole site was walked and nothing leads there
  std::int64_t untold = 0;    // a site that was down, a walk that was cut short
};

template <typename Archive, Like<ReachInProvince> Record>
void describe(Archive& archive, Record& row) {
  archive.field("province", row.province);
  archive.field("items", row.items);
  archive.field("reached", row.reached);
  archive.field("by_group", row.by_group);
  archive.field("missed", row.missed);
  archive.field("untold", row.untold);
}

[[nodiscard]] std::vector<ReachInProvince> reach_by_province(RelationReader& reader, const ReportFilter& filter);

}  // namespace prongsai::store
