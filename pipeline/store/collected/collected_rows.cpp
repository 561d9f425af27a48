#include "pipeline/store/collected/collected_rows.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "pipeline/store/sqlite/sql_archive.hpp"

namespace prongsai::store {
namespace {

template <typename Archive, Like<Fetch> Model>
void describe_fetch(Archive& archive, Model& fetch) {
  archive.field("url", fetch.url);
  archive.field("at", fetch.at);
  archive.field("outcome", fetch.outcome);
  archive.field("tries", fetch.tries);
  archive.known("status", fetch.status);
  archive.field("cause", fetch.cause);
  archive.field("headers", fetch.headers);
  archive.field("location", fetch.location);
  archive.field("content_type", fetch.content_type);
  archive.field("last_modified", fetch.last_modified);
  archive.field("etag", fetch.etag);
  archive.field("bytes", fetch.bytes);
  archive.field("sha256", fetch.sha256);
  archive.field("address", fetch.address);
  archive.field("certificate", fetch.certificate);
  archive.field("warc", fetch.warc);
  archive.field("warc_offset", fetch.warc_offset);
  archive.field("warc_end", fetch.warc_end);
}

std::vector<std::string> names_of_fetch() {
  ColumnNames names;
  Fetch blank;
  describe_fetch(names, blank);
  return names.names();
}

// "หน้าแรก › ITA › O34"
std::string words_of_clicks(const std::vector<Click>& clicks) {
  std::string words;
  for (std::size_t i = 1; i < clicks.size(); ++i) words += (i > 1 ? " › " : "") + clicks[i].words;
  return words;
}

std::string addresses_of_clicks(const std::vector<Click>& clicks) {
  if (clicks.empty()) return "";
  nlohmann::json list = nlohmann::json::array();
  for (const Click& click : clicks) list.push_back({click.words, click.url});
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Click> clicks_of(const std::string& text) {
  std::vector<Click> clicks;
  if (text.empty()) return clicks;
  for (const auto& click : nlohmann::json::parse(text)) clicks.push_back({click.at(0), click.at(1)});
  return clicks;
}

std::string lines_of(const std::vector<std::string>& files) {
  std::string lines;
  for (const std::string& file : files) lines += (lines.empty() ? "" : "\n") + file;
  return lines;
}

std::optional<bool> reachable(const Publication& facts) {
  if (!facts.clicks.empty()) return true;
  return facts.place == Publication::Place::not_found ? std::optional(false) : std::nullopt;
}

}  // namespace

void write_item(SQLite::Statement& insert, const std::string& manifest, const CollectItem& item) {
  RowWriter writer(insert);
  writer.field("item_key", item.item_key);
  writer.field("office_key", item.office_key);
  writer.field("manifest", manifest);
  writer.field("line", item.row.line);
  describe_claims(writer, item.row);
}

CollectItem read_item(SQLite::Statement& row) {
  CollectItem item;
  item.id = row.getColumn(0).getInt64();
  RowReader reader(row, 1);
  reader.field("item_key", item.item_key);
  reader.field("office_key", item.office_key);
  reader.field("line", item.row.line);
  describe_claims(reader, item.row);
  reader.field("manifest", item.row.manifest);
  std::string files;
  reader.field("files", files);
  reader.field("sha256", item.sha256);
  std::istringstream lines(files);
  for (std::string file; std::getline(lines, file);) item.files.push_back(file);
  return item;
}

Settled read_settled(SQLite::Statement& row) {
  constexpr int kAfterItem = 12;
  Settled settled;
  Publication& facts = settled.facts;
  RowReader reader(row, kAfterItem);
  std::string clicks;
  reader.field("state", facts.state);
  reader.field("because", facts.because);
  reader.field("place", facts.place);
  reader.field("place_because", facts.place_because);
  reader.field("final_url", facts.final_url);
  reader.field("unsafe", facts.unsafe);
  reader.field("unsafe_because", facts.unsafe_because);
  reader.field("click_urls", clicks);
  reader.field("pages_seen", facts.pages_seen);
  reader.field("walked_all", facts.walked_all);
  reader.field("tries", facts.tries);
  reader.field("first_at", facts.first_at);
  reader.field("last_at", facts.last_at);
  reader.field("seen_lines", settled.seen_lines);
  facts.clicks = clicks_of(clicks);
  return settled;
}

void write_settled(SQLite::Database& database, std::int64_t collection, std::int64_t item, const Settled& settled) {
  SQLite::Statement update(
      database,
      "UPDATE publication SET state = ?, because = ?, place = ?, place_because = ?, reachable = ?, clicks = ?, "
      "click_urls = ?, pages_seen = ?, walked_all = ?, final_url = ?, unsafe = ?, unsafe_because = ?, seen_lines = ?, "
      "tries = ?, last_at = ?, file_count = ?, files = ?, sha256 = ?, collection_id = ?, first_at = coalesce(first_at, "
      "?), "
      "last_seen_at = coalesce(?, last_seen_at), folder = ?, page_url = ?, page_type = ?, page_sha256 = ?, page_at = "
      "?, link_url = ?, picture_sha256 = ? WHERE id = ?");
  const Publication& facts = settled.facts;
  RowWriter writer(update);
  writer.field("state", facts.state);
  writer.field("because", facts.because);
  writer.field("place", facts.place);
  writer.field("place_because", facts.place_because);
  writer.field("reachable", reachable(facts));
  writer.field("clicks", words_of_clicks(facts.clicks));
  writer.field("click_urls", addresses_of_clicks(facts.clicks));
  writer.field("pages_seen", facts.pages_seen);
  writer.field("walked_all", facts.walked_all);
  writer.field("final_url", facts.final_url);
  writer.field("unsafe", facts.unsafe);
  writer.field("unsafe_because", facts.unsafe_because);
  writer.field("seen_lines", settled.seen_lines);
  writer.field("tries", facts.tries);
  writer.field("last_at", facts.last_at);
  writer.field("file_count", static_cast<int>(settled.files.size()));
  writer.field("files", lines_of(settled.files));
  writer.field("sha256", settled.sha256);
  writer.field("collection_id", static_cast<long long>(collection));
  writer.field("first_at", facts.first_at);
  writer.field("last_seen_at", facts.state == Publication::State::document ? facts.last_at : std::string());
  const SeenProof& proof = settled.proof;
  writer.field("folder", proof.folder);
  writer.field("page_url", proof.page_url);
  writer.field("page_type", proof.page_type);
  writer.field("page_sha256", proof.page_sha256);
  writer.field("page_at", proof.page_at);
  writer.field("link_url", proof.link_url);
  writer.field("picture_sha256", proof.picture_sha256);
  writer.field("id", static_cast<long long>(item));
  update.exec();
}

const std::string& fetch_columns() {
  static const std::string kColumns = joined(names_of_fetch());
  return kColumns;
}

Fetch read_fetch(SQLite::Statement& row) {
  Fetch fetch;
  RowReader reader(row);
  describe_fetch(reader, fetch);
  return fetch;
}

void write_fetch(SQLite::Database& database, std::int64_t collection, const Fetch& fetch) {
  SQLite::Statement insert(database, "INSERT INTO fetch (" + fetch_columns() + ", collection_id) VALUES (" +
                                         parameters(names_of_fetch().size()) +
                                         ", ?) ON CONFLICT (collection_id, url) DO NOTHING");
  RowWriter writer(insert);
  describe_fetch(writer, fetch);
  writer.field("collection_id", static_cast<long long>(collection));
  insert.exec();
}

}  // namespace prongsai::store
