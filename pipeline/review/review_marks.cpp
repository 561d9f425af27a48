#include "pipeline/review/review_marks.hpp"

#include "pipeline/review/desk.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::review {

using nlohmann::json;

ReviewMarks::ReviewMarks(store::RelationReader& reader, std::string sha256) : sha256_(std::move(sha256)) {
  reader.each(
      "SELECT kind, anchor, max(id) FROM review_event WHERE sha256 = ?1 GROUP BY kind, anchor", {sha256_},
      [&](const store::Row& row) {
        versions_[{std::get<std::string>(row[0]), std::get<std::string>(row[1])}] = std::get<std::int64_t>(row[2]);
        return true;
      });
  reader.each("SELECT kind, anchor FROM correction WHERE sha256 = ?1 AND carried_from IS NOT NULL", {sha256_},
              [&](const store::Row& row) {
                carried_.insert({std::get<std::string>(row[0]), std::get<std::string>(row[1])});
                return true;
              });
}

json ReviewMarks::of(const std::string& kind, const std::string& anchor) const {
  const auto found = versions_.find({kind, anchor});
  json mark = {{"key", store::content_key(sha256_, kind, anchor)},
               {"version", found == versions_.end() ? 0 : found->second}};
  if (carried_.contains({kind, anchor})) mark["carried"] = true;
  return mark;
}

void ReviewMarks::shows(const std::string& kind, const std::string& anchor) {
  shown_.insert({kind, anchor});
}

void ReviewMarks::add_fields(json& row, const std::string& kind, const std::string& anchor,
                             const std::vector<std::string>& columns) {
  const json& kept = row.at("corrected_fields");
  const json machine = kept.is_string() ? json::parse(kept.get<std::string>()) : json::object();
  for (const std::string& column : columns) {
    json field = of(kind, anchor + column);
    if (machine.contains(column)) {
      field["was"] = machine[column];
      shows(kind, anchor + column);
    }
    row["fields"][column] = std::move(field);
  }
  row.erase("corrected_fields");
}

json ReviewMarks::waiting(store::RelationReader& reader, const std::filesystem::path& db, std::int64_t id) const {
  json waiting = rows_of(reader,
                         "SELECT anchor AS place_key, kind, place AS anchor, machine_value AS before, value AS after, "
                         "corrected_by AS who, corrected_at AS at, made_on <> sha256 AS earlier_version, kept FROM "
                         "waiting_correction WHERE sha256 = ?1 ORDER BY kept, kind, place",
                         {sha256_});
  if (waiting.empty()) return waiting;
  store::Store store(db, store::Open::read_only);
  for (json& row : waiting) {
    for (const char* name : {"before", "after"}) row[name] = json::parse(row[name].get<std::string>());
    const auto now = store::present_at(store, id, row["kind"], row["anchor"]);
    row["fits"] = now.has_value() || row["kind"] == "own" || row["kind"] == "added";
    row["now"] = now ? *now : json(nullptr);
    row.update(of("waiting", row["place_key"].get<std::string>()));
    row.erase("place_key");
  }
  return waiting;
}

json ReviewMarks::unfit(store::RelationReader& reader) const {
  json unfit = json::array();
  for (json& row : rows_of(reader,
                           "SELECT 'decision' AS kind, anchor, NULL AS before, json_object('status', status, 'note', "
                           "note) AS after, decided_by AS who, decided_at AS at FROM decision WHERE sha256 = ?1 AND "
                           "status <> 'open' UNION ALL SELECT kind, anchor, machine_value, value, corrected_by, "
                           "corrected_at FROM correction WHERE kind <> 'own' AND sha256 = ?1 ORDER BY kind, anchor",
                           {sha256_})) {
    if (shown_.contains({row["kind"].get<std::string>(), row["anchor"].get<std::string>()})) continue;
    for (const char* name : {"before", "after"}) {
      if (row[name].is_string()) row[name] = json::parse(row[name].get<std::string>(), nullptr, false);
    }
    unfit.push_back(std::move(row));
  }
  return unfit;
}

}  // namespace prongsai::review
