#include "pipeline/export/export.hpp"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "extractors/text/person_names.hpp"

namespace prongsai::exporting {
namespace fs = std::filesystem;
namespace {

// Runs a SELECT; text passes the mask where person names shall not leave.
void read_rows(store::RelationReader& reader, const std::string& sql, const std::vector<store::Value>& parameters,
               bool anonymise, const TakeRow& take) {
  reader.each(sql, parameters, [&](const store::Row& row) {
    if (!anonymise) {
      take(row);
      return true;
    }
    store::Row masked = row;
    for (store::Value& value : masked) {
      if (auto* text = std::get_if<std::string>(&value)) *text = text::mask_person_names(*text);
    }
    take(masked);
    return true;
  });
}

Feed feed_of(store::RelationReader& reader, const Relation& relation, const Options& options, long& rows) {
  Relation leaving = relation;
  std::erase_if(leaving.columns, [&](const Column& column) { return column.provenance && !options.provenance; });
  const Condition all = condition_of(options.filter);
  const std::string one = select_of(leaving, {"id = ?1", {}});
  const auto counted = [&rows](const TakeRow& take) {
    return [&rows, &take](const store::Row& row) {
      ++rows;
      take(row);
    };
  };
  const bool mask = options.anonymise;
  return {relation, leaving.columns,
          [&reader, sql = select_of(leaving, all), all, mask, counted](const TakeRow& take) {
            read_rows(reader, sql, all.parameters, mask, counted(take));
          },
          [&reader, one, mask, counted](std::int64_t id, const TakeRow& take) {
            read_rows(reader, one, {id}, mask, counted(take));
          }};
}

std::map<std::int64_t, std::string> report_paths(store::RelationReader& reader) {
  std::map<std::int64_t, std::string> paths;
  reader.each("SELECT id, source_path FROM submission", {}, [&](const store::Row& row) {
    paths[std::get<std::int64_t>(row[0])] = std::get<std::string>(row[1]);
    return true;
  });
  return paths;
}

bool makes_folder(Format format) {
  return format == Format::csv || format == Format::datapackage;
}

void write(const Options& options, const std::vector<Feed>& feeds, store::RelationReader& reader,
           const fs::path& target) {
  switch (options.format) {
    case Format::csv:
    case Format::datapackage:
      fs::create_directories(target);
      // A data package says its own encoding; a byte order mark would be part of the first column's name there.
      for (const Feed& feed : feeds) {
        write_csv(feed, target / (feed.relation.name + ".csv"), options.bom && options.format == Format::csv);
      }
      if (options.format == Format::datapackage) write_datapackage_json(feeds, target);
      break;
    case Format::xlsx:
      write_xlsx(feeds, report_paths(reader), target);
      break;
    case Format::jsonl:
      write_jsonl(feeds, target);
      break;
    case Format::sqlite:
      break;
  }
}

}  // namespace

Summary export_dataset(const Options& options, const fs::path& data_folder) {
  if (fs::exists(options.out) && !(makes_folder(options.format) && fs::is_empty(options.out))) {
    throw std::runtime_error(options.out.string() + ": exists already; choose another name");
  }
  const std::vector<Relation> relations = load_relations(data_folder);
  store::RelationReader reader(options.db);
  Summary summary;
  if (options.format == Format::sqlite) {
    if (options.anonymise) throw std::runtime_error("--anonymise is not for sqlite: the raw text stays in it; use csv");
    const Condition condition = condition_of(options.filter);
    store::copy_database(options.db, options.out, condition.sql, condition.parameters);
    summary.files.push_back(options.out);
    return summary;
  }
  std::vector<Feed> feeds;
  for (const Relation& relation : relations) feeds.push_back(feed_of(reader, relation, options, summary.rows));
  // Written beside its place and moved there whole, so that a full disk leaves nothing half done.
  const fs::path part = options.out.string() + ".part";
  fs::remove_all(part);
  try {
    write(options, feeds, reader, part);
    if (fs::exists(options.out)) fs::remove(options.out);
    fs::rename(part, options.out);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(part, ignored);
    throw;
  }
  if (makes_folder(options.format)) {
    for (const auto& entry : fs::directory_iterator(options.out)) summary.files.push_back(entry.path());
    std::sort(summary.files.begin(), summary.files.end());
  } else {
    summary.files.push_back(options.out);
  }
  return summary;
}

}  // namespace prongsai::exporting
