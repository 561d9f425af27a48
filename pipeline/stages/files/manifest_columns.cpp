#include "pipeline/stages/files/manifest_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <stdexcept>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "models/buddhist_year.hpp"
#include "models/checked_int.hpp"
#include "pipeline/stages/files/csv.hpp"

namespace prongsai::stages {
namespace {

enum class Column { file, agency, fiscal_year, item_code, main_site, published_url, publication };
constexpr std::size_t kColumns = 7;

// By header, spelt as column_of() does.
const std::map<std::string, Column, std::less<>>& spellings() {
  static const auto kKnown = [] {
    const text::ManifestWords& words = text::lexicon().manifest;
    std::map<std::string, Column, std::less<>> made;
    const auto add = [&](const text::Words& list, Column column) {
      for (const std::string& head : list.texts()) made.emplace(head, column);
    };
    add(words.file, Column::file);
    add(words.agency, Column::agency);
    add(words.fiscal_year, Column::fiscal_year);
    add(words.item_code, Column::item_code);
    add(words.main_site, Column::main_site);
    add(words.published_url, Column::published_url);
    add(words.publication, Column::publication);
    return made;
  }();
  return kKnown;
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string comparable(std::string_view text) {
  return text::repair_thai(text::fold_space(text)).text;
}

std::optional<Column> column_of(std::string_view header) {
  std::string key;
  for (const char c : comparable(header)) {
    if (c != ' ' && c != '_' && c != '-') key += ascii_lower(c);
  }
  const auto found = spellings().find(key);
  return found == spellings().end() ? std::nullopt : std::optional(found->second);
}

// A fiscal year in the Buddhist Era; years of the common era are plainly told apart (2567 = 2024) and converted.
std::optional<int> year_of(std::string_view text) {
  const auto number = text::parse_number(text);
  if (!number || number->decimals != 0) return std::nullopt;
  const int year = checked_int(number->value).value_or(0);
  for (const int buddhist : {year, year + kBuddhistEra}) {
    if (is_fiscal_year(buddhist)) return buddhist;
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string name, RowNeeds needs) : name_(std::move(name)), needs_(needs) {}

  RowList read(std::string_view text) {
    RowList rows(name_, text.size());
    bool has_header = false;
    const auto broken = each_csv_row(text, [&](const CsvRow& row) {
      if (has_header) {
        rows.add(read_row(row));
      } else {
        read_header(row);
      }
      has_header = true;
    });
    if (broken) throw std::runtime_error(name_ + ":" + std::to_string(broken->line) + ": " + broken->what);
    if (!has_header) throw std::runtime_error(name_ + ": the manifest is empty");
    if (!faults_.empty()) throw std::runtime_error(faults_);
    return rows;
  }

 private:
  void read_header(const CsvRow& header) {
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
      const auto column = column_of(header.fields[i]);
      if (!column) continue;
      auto& place = places_.at(static_cast<std::size_t>(*column));
      if (place) throw std::runtime_error(name_ + ":1: two columns for '" + header.fields[i] + "'");
      place = i;
    }
    if (needs_ == RowNeeds::file && !places_[0]) throw std::runtime_error(name_ + ":1: no column 'file' (ไฟล์)");
    if (needs_ == RowNeeds::address && !places_.at(static_cast<std::size_t>(Column::published_url)))
      throw std::runtime_error(name_ + ":1: no column 'published_url' (URL ที่เผยแพร่)");
  }

  [[nodiscard]] std::optional<std::string> field(const CsvRow& row, Column column) const {
    const auto& place = places_.at(static_cast<std::size_t>(column));
    if (!place || *place >= row.fields.size()) return std::nullopt;
    std::string value = text::fold_space(row.fields[*place]);
    return value.empty() ? std::nullopt : std::optional(std::move(value));
  }

  ManifestRow read_row(const CsvRow& csv) {
    ManifestRow row;
    row.manifest = name_;
    row.line = csv.line;
    if (const auto file = field(csv, Column::file)) {
      row.file = *file;
    } else if (needs_ == RowNeeds::file) {
      fault(csv.line, "no file is named");
    }
    if (const auto agency = field(csv, Column::agency)) row.agency = comparable(*agency);
    row.main_site = field(csv, Column::main_site);
    row.published_url = field(csv, Column::published_url);
    row.publication = field(csv, Column::publication);
    if (const auto code = field(csv, Column::item_code))
      row.item_code = text::parse_item_code(*code, text::kAnyItem).value_or(*code);
    if (const auto year = field(csv, Column::fiscal_year)) {
      row.fiscal_year = year_of(*year);
      if (!row.fiscal_year) fault(csv.line, "'" + *year + "' is no fiscal year");
    }
    return row;
  }

  void fault(int line, const std::string& what) {
    if (++fault_count_ > 10) return;
    faults_ += (faults_.empty() ? "" : "\n") + name_ + ":" + std::to_string(line) + ": " + what;
  }

  std::string name_;
  RowNeeds needs_;
  std::array<std::optional<std::size_t>, kColumns> places_;
  std::string faults_;
  int fault_count_ = 0;
};

}  // namespace

RowList manifest_rows(std::string_view text, const std::string& name, RowNeeds needs) {
  return Reader(name, needs).read(text);
}

std::vector<std::string> match_key(std::string_view path) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t slash = path.find_first_of("/\\");
    const std::string_view name = path.substr(0, slash);
    if (!name.empty() && name != ".") {
      std::string key = comparable(name);
      std::transform(key.begin(), key.end(), key.begin(), ascii_lower);
      parts.push_back(std::move(key));
    }
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  if (parts.empty()) parts.emplace_back();
  return parts;
}

}  // namespace prongsai::stages
