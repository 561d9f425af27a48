#include "extractors/tables/abreast.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "extractors/tables/framed_rules.hpp"
#include "extractors/tables/lines.hpp"
#include "extractors/tables/rule_stacks.hpp"

namespace prongsai::tables {
namespace {

constexpr double kTitleOver = 3.5;  // advances between a title's baseline and the table under it

// Where tables stand abreast, those of one height together: the stretch of each, left to right.
using Bank = std::vector<Box>;

std::vector<Bank> banks_of(const PageClusters& text, const std::vector<BorderlessTable>& tables) {
  const std::vector<Box> stretches = stacks_abreast(framed_rules(text.page->rulings), text.advance);
  std::vector<Bank> banks;
  for (const BorderlessTable& table : tables) {
    const Point middle = table.grid.box.centre();
    const auto own = std::ranges::find_if(stretches, [&](const Box& s) {
      return middle.x > s.x0 && middle.x < s.x1 && middle.y > s.y0 && middle.y < s.y1;
    });
    if (own == stretches.end()) continue;
    const Box place{own->x0, table.grid.box.y0, own->x1, table.grid.box.y1};
    const auto beside = std::ranges::find_if(banks, [&](const Bank& bank) {
      return at_one_height(bank.front(), place) &&
             std::ranges::none_of(bank, [&](const Box& other) { return other.x0 == place.x0; });
    });
    if (beside == banks.end())
      banks.push_back({place});
    else
      beside->push_back(place);
  }
  std::erase_if(banks, [](const Bank& bank) { return bank.size() < 2; });
  for (Bank& bank : banks) std::ranges::sort(bank, {}, &Box::x0);
  return banks;
}

std::optional<std::size_t> stretch_of(const Cluster& c, const Bank& bank) {
  const bool by_middle = c.blank || c.mark_only;  // these may reach out
  const double from = by_middle ? (c.x0 + c.x1) / 2 : c.x0, to = by_middle ? from : c.x1;
  const auto in = std::ranges::find_if(bank, [&](const Box& s) { return from >= s.x0 && to <= s.x1; });
  if (in == bank.end()) return std::nullopt;
  return static_cast<std::size_t>(in - bank.begin());
}

// A row's clusters, one list a stretch; none where a letter stands in no stretch.
std::optional<std::vector<ClusterIds>> part_row(const PageClusters& text, const ClusterRow& row, const Bank& bank) {
  std::vector<ClusterIds> parts(bank.size());
  for (const ClusterIds& ids : {row.letters, row.marks}) {
    for (const std::size_t id : ids) {
      const auto column = stretch_of(text.clusters[id], bank);
      if (!column) return std::nullopt;
      parts[*column].push_back(id);
    }
  }
  return parts;
}

// The bank's columns with the rows over and in it that keep to them.
ColumnStretch columns_of(const PageClusters& text, const Bank& bank, const std::vector<ClusterRow>& rows) {
  ColumnStretch out;
  out.top = std::ranges::min(bank, {}, &Box::y0).y0 - kTitleOver * text.advance;
  out.bottom = std::ranges::max(bank, {}, &Box::y1).y1;
  for (const Box& place : bank) out.columns.push_back({{place.x0, place.x1}, {}});
  for (const ClusterRow& row : rows) {
    if (row.baseline < out.top || row.baseline > out.bottom) continue;
    const auto parts = part_row(text, row, bank);
    for (std::size_t i = 0; parts && i < parts->size(); ++i) {
      ClusterIds& ids = out.columns[i].ids;
      ids.insert(ids.end(), (*parts)[i].begin(), (*parts)[i].end());
    }
  }
  for (ColumnOfIds& column : out.columns) std::ranges::sort(column.ids);
  return out;
}

}  // namespace

std::vector<ColumnStretch> take_abreast(const PageClusters& text, const std::vector<BorderlessTable>& tables,
                                        ClusterIds& prose) {
  std::vector<ColumnStretch> stretches;
  if (tables.size() < 2) return stretches;
  for (const Bank& bank : banks_of(text, tables)) {
    const ColumnStretch& stretch = stretches.emplace_back(columns_of(text, bank, cluster_rows(text, prose)));
    std::set<std::size_t> taken;
    for (const ColumnOfIds& column : stretch.columns) taken.insert(column.ids.begin(), column.ids.end());
    std::erase_if(prose, [&](std::size_t id) { return taken.contains(id); });
  }
  return stretches;
}

}  // namespace prongsai::tables
