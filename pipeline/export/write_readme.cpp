// What stands beside the tables of a data package: how to read them, and what their words mean.
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/export/export.hpp"
#include "pipeline/export/terms.hpp"

namespace prongsai::exporting {
namespace fs = std::filesystem;
namespace {

using nlohmann::ordered_json;

void write_text(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.flush();
  if (!out) throw std::runtime_error(file.string() + ": cannot be written; is the disk full?");
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string tables_of(const std::vector<Feed>& feeds) {
  std::string text;
  for (const Feed& feed : feeds) {
    text += "\n## " + feed.relation.name + ".csv: " + feed.relation.th + "\n\n" + feed.relation.en + "\n\n";
    for (const Column& column : feed.columns)
      text += "- `" + column.name + "` (" + column.type + "): " + column.th + " – " + column.en + "\n";
  }
  return text;
}

const char* const kReadme =
    "# รายงานการประเมินคุณธรรมและความโปร่งใส (ITA) ในรูปข้อมูล\n\n"
    "ข้อมูลจากรายงาน ITA ของหน่วยงานภาครัฐ อ่านด้วยโปรแกรม prongsai ทุกค่าระบุหน้าและตำแหน่งในเอกสาร ค่าที่ผู้ตรวจแก้ไขแล้วอยู่ในตารางนี้ "
    "ค่าที่โปรแกรมอ่านได้เดิมอยู่ในคอลัมน์ `corrected_from` แถวและตารางที่ผู้ตรวจเห็นว่าไม่ใช่ส่วนของรายงานอยู่ในตาราง `change` เท่านั้น\n\n"
    "What government offices' ITA reports say, read by prongsai. Each value names its page and box. Reviewers' "
    "corrections are in; what "
    "was read before stands in `corrected_from`. Rows and tables that a reviewer dismissed as no part of a report are "
    "told in `change` alone.\n\n"
    "- `datapackage.json` describes every table and column (Data Package, version 2).\n"
    "- `codebook.csv` tells what codes, column keys, layouts and subjects mean, in Thai and English.\n"
    "- Tables are joined by `submission_id`. `key` names a finding, a cell or a score in every export and in the "
    "review, as long as the "
    "file is the same.\n"
    "- Text is UTF-8; an empty field is a missing value; years are of the Buddhist Era; boxes are PDF points from the "
    "top left of the "
    "upright page; times are UTC.\n"
    "- Parquet: `duckdb -c \"COPY (FROM 'cell.csv') TO 'cell.parquet'\"`.\n"
    "- ODS, of `prongsai export --format xlsx`: `soffice --headless --convert-to ods FILE.xlsx`.\n";

}  // namespace

void write_codebook(const fs::path& data_folder, const fs::path& file) {
  std::string text = "list,value,th,en\r\n";
  for (const Term& term : load_terms(data_folder)) {
    text += term.list + ',' + term.value + ',' + quoted(term.th) + ',' + quoted(term.en) + "\r\n";
  }
  write_text(file, text);
}

void write_readme(const std::vector<Feed>& feeds, const ordered_json& about, const fs::path& file) {
  const std::string licence =
      about.contains("licenses") ? "" : "- No licence is stated: ask whoever published this package.\n";
  write_text(file, kReadme + licence + tables_of(feeds));
}

}  // namespace prongsai::exporting
