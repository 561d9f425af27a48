// The dataset for the analyst: the database's relations as CSV, XLSX, JSON Lines, a Frictionless data package, or a
// smaller SQLite file. Rows stand in a stable order; the same database gives the same bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/export/relations.hpp"
#include "pipeline/store/queries/export_filter.hpp"
#include "pipeline/store/queries/exported_rows.hpp"

namespace prongsai::exporting {

enum class Format { csv, xlsx, jsonl, datapackage, sqlite };

struct Options {
  Format format = Format::csv;
  std::filesystem::path db;
  std::filesystem::path out;  // a folder for csv and datapackage, else a file
  store::ExportFilter filter;
  std::optional<store::Selection> selection;  // in place of the filter
  bool bom = true;                            // CSV: a byte order mark, so that Excel reads UTF-8
  bool guard = true;            // CSV: an apostrophe before a text that a spreadsheet would run as a formula
  bool provenance = true;       // page, box, source and confidence columns
  std::filesystem::path about;  // datapackage: a JSON object of the publisher's own fields; "" for none
  bool anonymise = false;       // person names after a title become [ชื่อบุคคล]
};

struct Summary {
  std::vector<std::filesystem::path> files;
  long rows = 0;
};

// Throws std::runtime_error naming the file when OUT exists already or cannot be written; nothing half-written stays.
Summary export_dataset(const Options& options, const std::filesystem::path& data_folder);

// One submission a line, as the format jsonl writes them; `options.out` is not looked at. The rows written. Throws as
// above; what went out before stays out.
long stream_jsonl(const Options& options, const std::filesystem::path& data_folder, std::ostream& out);

// --- for the writers of this folder ---

using store::TakeRow;

// Rows of one relation as they leave: filtered, ordered, anonymised where asked.
struct Feed {
  const Relation& relation;
  std::vector<Column> columns;  // those that leave
  std::function<void(const TakeRow&)> each;
  std::function<void(std::int64_t submission_id, const TakeRow&)> each_of;  // of one submission
};

struct CsvStyle {
  bool bom = false;
  bool guard = false;
};
void write_csv(const Feed& feed, const std::filesystem::path& file, const CsvStyle& style);
// Titles and descriptions of tables and columns for Datasette (`datasette FILE --metadata …`).
void write_datasette_json(const std::vector<Relation>& relations, const std::filesystem::path& database,
                          const std::filesystem::path& file);
// `paths`: submission id → the report's path, for hyperlinks to the page.
void write_xlsx(const std::vector<Feed>& feeds, const std::map<std::int64_t, std::string>& paths,
                const std::filesystem::path& file);
void write_jsonl(const std::vector<Feed>& feeds, const std::filesystem::path& file);
void write_jsonl(const std::vector<Feed>& feeds, std::ostream& out);

// What a data package says of itself beside its tables.
struct PackageFacts {
  std::string id;                // the database's identity
  std::string created;           // when the last thing in it was saved, UTC
  nlohmann::ordered_json about;  // the publisher's own fields: title, licenses, contributors, version, …
};
void write_datapackage_json(const std::vector<Feed>& feeds, const PackageFacts& facts,
                            const std::filesystem::path& folder);
// list, value, th, en: what the words of the tables mean.
void write_codebook(const std::filesystem::path& data_folder, const std::filesystem::path& file);
void write_readme(const std::vector<Feed>& feeds, const nlohmann::ordered_json& about,
                  const std::filesystem::path& file);

}  // namespace prongsai::exporting
