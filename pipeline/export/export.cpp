#include "pipeline/export/export.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "extractors/text/agencies/agencies.hpp"
#include "extractors/text/find/person_names.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/export/publisher_fields.hpp"

namespace prongsai::exporting {
namespace fs = std::filesystem;
namespace {

// How rows leave.
struct Manner {
  const text::PersonNames* names = nullptr;  // null: texts as they are
  std::string folder;                        // begins whole paths of this machine: left out
};

// The folder, with its last /, that all reports given by whole paths lie in; "" where there are none.
std::string shared_folder(store::RelationReader& reader) {
  const auto [first, last] = store::ends_of_whole_paths(reader);  // what these two share all in between them share
  if (first.empty()) return "";
  const auto parted = std::mismatch(first.begin(), first.end(), last.begin(), last.end()).first;
  return first.substr(0, first.rfind('/', static_cast<std::size_t>(parted - first.begin()) - 1) + 1);
}

// The row as it leaves: texts that every format takes, without names of persons where asked.
store::Row leaving_row(const store::Row& row, const std::vector<Column>& columns, const Manner& manner) {
  const text::PersonNames* names = manner.names;
  store::Row out = row;
  for (std::size_t i = 0; i < out.size(); ++i) {
    auto* text = std::get_if<std::string>(&out[i]);
    if (names && columns[i].person) {
      out[i] = nullptr;
    } else if (text) {
      if (columns[i].path && text->starts_with(manner.folder)) text->erase(0, manner.folder.size());
      if (names && columns[i].path) text->erase(0, text->find_last_of('/') + 1);  // the folders are this house's own
      *text = text::cleaned(names ? names->mask(*text) : *text);
    }
  }
  return out;
}

store::Selection selection_for(const Options& options) {
  return options.selection ? *options.selection : store::selection_of(options.filter);
}

store::LeavingRelation leaving_of(const Relation& relation, const std::vector<Column>& columns) {
  store::LeavingRelation leaving{relation.name, {}, relation.order, relation.submission, relation.sql};
  for (const Column& column : columns) leaving.columns.push_back(column.name);
  return leaving;
}

Feed feed_of(store::RelationReader& reader, const Relation& relation, const Options& options, const Manner& manner,
             long& rows) {
  std::vector<Column> columns = relation.columns;
  std::erase_if(columns, [&](const Column& column) { return column.provenance && !options.provenance; });
  const auto counted = [&rows, columns, &manner](const TakeRow& take) {
    return [&rows, &columns, &manner, &take](const store::Row& row) {
      ++rows;
      take(leaving_row(row, columns, manner));
    };
  };
  return {relation, columns,
          [counted, &reader, leaving = leaving_of(relation, columns), selection = selection_for(options)](
              const TakeRow& take) { store::each_leaving(reader, leaving, selection, counted(take)); },
          [counted, &reader, leaving = leaving_of(relation, columns), selection = selection_for(options)](
              std::int64_t id, const TakeRow& take) {
            store::each_leaving(reader, leaving, selection, id, counted(take));
          }};
}

bool makes_folder(Format format) {
  return format == Format::csv || format == Format::datapackage;
}

// Beside the tables: what they hold, and what their words mean. Nothing in it is of the moment: the same database gives
// the same bytes.
void write_package(const Options& options, const std::vector<Feed>& feeds, store::RelationReader& reader,
                   const fs::path& data_folder, const fs::path& target) {
  const PackageFacts facts{store::identity_of_database(reader), store::last_saved_at(reader),
                           publisher_fields(options.about)};
  write_codebook(data_folder, target / "codebook.csv");
  write_datapackage_json(feeds, facts, target);
  write_readme(feeds, facts.about, target / "README.md");
}

void write(const Options& options, const std::vector<Feed>& feeds, store::RelationReader& reader,
           const fs::path& data_folder, const fs::path& target) {
  switch (options.format) {
    case Format::csv:
    case Format::datapackage:
      fs::create_directories(target);
      // A data package says its own encoding and types, and programs read it: a byte order mark would be part of the
      // first column's name there, an apostrophe part of the text.
      for (const Feed& feed : feeds) {
        const bool for_people = options.format == Format::csv;
        write_csv(feed, target / (feed.relation.name + ".csv"),
                  {options.bom && for_people, options.guard && for_people});
      }
      if (options.format == Format::datapackage) write_package(options, feeds, reader, data_folder, target);
      break;
    case Format::xlsx:
      // Hyperlinks would name the folders that an anonymous dataset leaves out.
      write_xlsx(feeds, options.anonymise ? std::map<std::int64_t, std::string>() : store::paths_of_reports(reader),
                 target);
      break;
    case Format::jsonl:
      write_jsonl(feeds, target);
      break;
    case Format::sqlite:
      break;
  }
}

// The relations of a database that leave, ready to be read once or more.
class Dataset {
 public:
  Dataset(const Options& options, const fs::path& data_folder)
      : relations_(load_relations(data_folder)), agencies_(data_folder / "agencies"), reader_(options.db) {
    reader_.tell_kinds([this](const std::string& office) { return agencies_.kind_of(office); });
    if (options.anonymise) names_.emplace(data_folder / "export" / "person_names.yaml");
    manner_ = {names_ ? &*names_ : nullptr, shared_folder(reader_)};
    for (const Relation& relation : relations_) feeds_.push_back(feed_of(reader_, relation, options, manner_, rows_));
  }
  Dataset(const Dataset&) = delete;  // the feeds point into it
  Dataset& operator=(const Dataset&) = delete;

  [[nodiscard]] const std::vector<Feed>& feeds() const { return feeds_; }
  [[nodiscard]] store::RelationReader& reader() { return reader_; }
  [[nodiscard]] long rows() const { return rows_; }

 private:
  std::vector<Relation> relations_;
  text::Agencies agencies_;
  store::RelationReader reader_;
  std::optional<text::PersonNames> names_;
  Manner manner_;
  long rows_ = 0;
  std::vector<Feed> feeds_;
};

// What a copy of the database holds: the same submissions, findings and keys as the other formats.
store::CopyPlan plan_of(const Options& options, const std::vector<Relation>& relations,
                        const text::Agencies& agencies) {
  store::CopyPlan plan;
  plan.selection = selection_for(options);
  for (const Relation& relation : relations) {
    const bool has_key = std::any_of(relation.columns.begin(), relation.columns.end(),
                                     [](const Column& column) { return column.name == "key"; });
    if (has_key && relation.is_table) plan.keys[relation.name] = relation.sql;
  }
  plan.kind_of = [&agencies](const std::string& office) { return agencies.kind_of(office); };
  return plan;
}

}  // namespace

Summary export_dataset(const Options& options, const fs::path& data_folder) {
  if (fs::exists(options.out) && !(makes_folder(options.format) && fs::is_empty(options.out))) {
    throw std::runtime_error(options.out.string() + ": exists already; choose another name");
  }
  const fs::path folder = options.out.parent_path();
  if (!folder.empty() && !fs::is_directory(folder))
    throw std::runtime_error(options.out.string() + ": its folder is not there; make it first");
  Summary summary;
  if (options.format == Format::sqlite) {
    if (options.anonymise) throw std::runtime_error("--anonymise is not for sqlite: the raw text stays in it; use csv");
    const std::vector<Relation> relations = load_relations(data_folder);
    const text::Agencies agencies(data_folder / "agencies");
    store::copy_database(options.db, options.out, plan_of(options, relations, agencies));
    summary.files = {options.out, fs::path(options.out).replace_extension(".metadata.json")};
    write_datasette_json(relations, options.out, summary.files.back());
    return summary;
  }
  Dataset dataset(options, data_folder);
  // Written beside its place and moved there whole, so that a full disk leaves nothing half done.
  const fs::path part = options.out.string() + ".part";
  fs::remove_all(part);
  try {
    write(options, dataset.feeds(), dataset.reader(), data_folder, part);
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
  summary.rows = dataset.rows();
  return summary;
}

long stream_jsonl(const Options& options, const fs::path& data_folder, std::ostream& out) {
  const Dataset dataset(options, data_folder);
  write_jsonl(dataset.feeds(), out);
  return dataset.rows();
}

}  // namespace prongsai::exporting
