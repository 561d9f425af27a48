#include <fstream>
#include <stdexcept>

#include "pipeline/export/export.hpp"
#include "pipeline/export/figures.hpp"

namespace prongsai::exporting {
namespace {

// A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection), as does one that
// begins with an apostrophe: one apostrophe taken away gives the text again. Numbers of the database are written as
// numbers and stay.
bool needs_guard(const std::string& text) {
  return !text.empty() && std::string("=+-@\t\r'").find(text.front()) != std::string::npos;
}

void put_text(std::ostream& out, const std::string& text, bool guard) {
  const std::string guarded = guard && needs_guard(text) ? "'" + text : text;
  if (guarded.find_first_of("\",\r\n") == std::string::npos) {
    out << guarded;
    return;
  }
  out << '"';
  for (const char c : guarded) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

void put(std::ostream& out, const store::Value& value, bool guard) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    put_text(out, *text, guard);
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
