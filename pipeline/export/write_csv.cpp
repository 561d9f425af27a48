#include <fstream>
#include <stdexcept>

#include "pipeline/export/csv_text.hpp"
#include "pipeline/export/export.hpp"
#include "pipeline/export/figures.hpp"

namespace prongsai::exporting {
namespace {

// Numbers of the database are written as numbers and stay.
void put(std::ostream& out, const store::Value& value, bool guard) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    out << csv_text(*text, guard);
  } else {
    out << figure(value);
  }
}

}  // namespace

void write_csv(const Feed& feed, const std::filesystem::path& file, const CsvStyle& style) {
  std::ofstream out(file, std::ios::binary);
  if (style.bom) out << "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < feed.columns.size(); ++i) out << (i ? "," : "") << feed.columns[i].name;
  out << "\r\n";
  feed.each([&](const store::Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i) out << ',';
      put(out, row[i], style.guard);
    }
    out << "\r\n";
  });
  out.flush();
  if (!out) throw std::runtime_error(file.string() + ": cannot be written; is the disk full?");
}

}  // namespace prongsai::exporting
