#include "extractors/tables/lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "extractors/tables/line_text.hpp"

namespace prongsai::tables {
namespace {

// Baselines this near (in advances) are one line; lines stand at least 1.7 advances apart even in tight Thai print.
constexpr double kOneBaseline = 0.5;
// A raised or lowered scrap of up to kScrap clusters belongs to a line this near that leaves room for it.
constexpr double kScrapReach = 0.95;
constexpr std::size_t kScrap = 3;
// A tone mark over a high vowel stands this far from its letter's baseline at most.
constexpr double kMarkReach = 1.6;

// Clusters of one word that follow each other in a region.
struct Piece {
  ClusterIds ids;
  double baseline = 0;
  double advance = 0;
  bool letters = false;  // something in it is more than a mark, and has a width
};

std::vector<Piece> pieces_of(const PageClusters& text, const ClusterIds& ids) {
  std::vector<Piece> pieces;
  std::size_t word = text.page->words.size();
  for (const std::size_t id : ids) {
    const Cluster& c = text.clusters[id];
    if (c.word != word) {
      word = c.word;
      pieces.push_back({{}, text.baseline(word), text.advances[word], false});
    }
    pieces.back().ids.push_back(id);
    if (!c.mark_only && !c.blank && c.x1 > c.x0) pieces.back().letters = true;
  }
  return pieces;
}

ClusterRow* nearest_row(std::vector<ClusterRow>& rows, double baseline, double reach) {
  ClusterRow* best = nullptr;
  for (ClusterRow& row : rows) {
    const double d = std::abs(row.baseline - baseline);
    if (d <= reach * row.advance && (best == nullptr || d < std::abs(best->baseline - baseline))) best = &row;
  }
  return best;
}

void add(ClusterRow& row, const Piece& piece) {
  const auto n = static_cast<double>(row.letters.size());
  const auto m = static_cast<double>(piece.ids.size());
  row.baseline = (row.baseline * n + piece.baseline * m) / (n + m);
  row.advance = (row.advance * n + piece.advance * m) / (n + m);
  row.letters.insert(row.letters.end(), piece.ids.begin(), piece.ids.end());
}

bool overlaps(const PageClusters& text, const ClusterIds& a, const ClusterIds& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t i) {
    return std::any_of(b.begin(), b.end(), [&](std::size_t j) {
      const double common =
          std::min(text.clusters[i].x1, text.clusters[j].x1) - std::max(text.clusters[i].x0, text.clusters[j].x0);
      return common > 0.3 * (text.clusters[i].x1 - text.clusters[i].x0);
    });
  });
}

// Superscripts, ordinals and shifted signs go into the line that they hang on.
void take_in_scraps(const PageClusters& text, std::vector<ClusterRow>& rows) {
  for (std::size_t i = 0; i < rows.size();) {
    ClusterRow* host = nullptr;
    if (rows[i].letters.size() <= kScrap) {
      for (ClusterRow& other : rows) {
        const double d = std::abs(other.baseline - rows[i].baseline);
        if (&other == &rows[i] || other.letters.size() <= rows[i].letters.size() || d > kScrapReach * other.advance) {
          continue;
        }
        if ((host == nullptr || d < std::abs(host->baseline - rows[i].baseline)) &&
            !overlaps(text, rows[i].letters, other.letters)) {
          host = &other;
        }
      }
    }
    if (host == nullptr) {
      ++i;
      continue;
    }
    host->letters.insert(host->letters.end(), rows[i].letters.begin(), rows[i].letters.end());
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// From left to right. A reader of pictures knows the order of a word's letters better than their places, which are
// guesses where letters touch: what it read as one word stays together as it was read.
void put_in_order(const PageClusters& text, ClusterRow& row) {
  std::map<std::size_t, double> left_of;  // words read from a picture
  for (const std::size_t id : row.letters) {
    const Cluster& c = text.clusters[id];
    if (text.word_of(c).source != TextSource::ocr) continue;
    const auto [word, is_new] = left_of.emplace(c.word, c.x0);
    if (!is_new) word->second = std::min(word->second, c.x0);
  }
  const auto key = [&](std::size_t id) {
    const auto word = left_of.find(text.clusters[id].word);
    return word == left_of.end() ? text.clusters[id].x0 : word->second;
  };
  std::ranges::stable_sort(row.letters, [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
}

}  // namespace

std::vector<ClusterRow> cluster_rows(const PageClusters& text, const ClusterIds& ids) {
  auto pieces = pieces_of(text, ids);
  // Long runs first: they know their line's baseline best, and short ones of another font join them.
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.ids.size() > b.ids.size(); });
  std::vector<ClusterRow> rows;
  for (const Piece& piece : pieces) {
    if (!piece.letters) continue;
    if (ClusterRow* row = nearest_row(rows, piece.baseline, kOneBaseline)) {
      add(*row, piece);
    } else {
      rows.push_back({piece.ids, {}, piece.baseline, piece.advance});
    }
  }
  take_in_scraps(text, rows);
  for (const Piece& piece : pieces) {
    // Marks with no line near are the upper edge of a line that the page break took away: they spell nothing.
    if (piece.letters) continue;
    if (ClusterRow* row = nearest_row(rows, piece.baseline, kMarkReach)) {
      row->marks.insert(row->marks.end(), piece.ids.begin(), piece.ids.end());
    }
  }
  for (ClusterRow& row : rows) put_in_order(text, row);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.baseline < b.baseline; });
  return rows;
}

std::vector<Line> build_lines(const PageClusters& text, const ClusterIds& ids) {
  std::vector<Line> lines;
  for (const ClusterRow& row : cluster_rows(text, ids)) lines.push_back(write_line(text, row));
  return lines;
}

}  // namespace prongsai::tables
