#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/export/export.hpp"

namespace prongsai::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json json_value(const store::Value& value) {
  return std::visit([](const auto& v) { return ordered_json(v); }, value);
}

// One row as an object; the column that says which submission it belongs to is said by the nesting.
ordered_json object_of(const Feed& feed, const store::Row& row) {
  ordered_json object = ordered_json::object();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (feed.columns[i].name != feed.relation.submission) object[feed.columns[i].name] = json_value(row[i]);
  }
  return object;
}

// What nests: the relations that hang on a submission.
bool nests(const Feed& feed) {
  return !feed.relation.submission.empty() && !feed.relation.derived;
}

}  // namespace

void write_jsonl(const std::vector<Feed>& feeds, std::ostream& out) {
  for (const Feed& submissions : feeds) {
    if (submissions.relation.name != "submission") continue;
    submissions.each([&](const store::Row& row) {
      ordered_json report = object_of(submissions, row);
      const std::int64_t id = std::get<std::int64_t>(row.front());
      for (const Feed& feed : feeds) {
        if (!nests(feed)) continue;
        ordered_json rows = ordered_json::array();
        feed.each_of(id, [&](const store::Row& inner) { rows.push_back(object_of(feed, inner)); });
        report[feed.relation.name] = std::move(rows);
      }
      out << report.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
    });
  }
}

void write_jsonl(const std::vector<Feed>& feeds, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  write_jsonl(feeds, out);
  out.flush();
  if (!out) throw std::runtime_error(file.string() + ": cannot be written; is the disk full?");
}

}  // namespace prongsai::exporting
