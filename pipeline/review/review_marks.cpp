#include "pipeline/review/review_marks.hpp"

#include "pipeline/store/queries/kept_work.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::review {

using nlohmann::json;

ReviewMarks::ReviewMarks(store::RelationReader& reader, std::string sha256) : sha256_(std::move(sha256)) {
  for (const store::VersionOfTarget& target : store::versions_of_targets(reader, sha256_))
    versions_[{target.kind, target.anchor}] = target.version;
  for (const store::CarriedCorrection& carried : store::carried_corrections(reader, sha256_))
    carried_.insert({carried.kind, carried.anchor});
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
  json waiting = store::json_of(store::waiting_corrections_of(reader, sha256_));
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
  for (const store::KeptWork& work : store::kept_work(reader, sha256_)) {
    if (shown_.contains({work.kind, work.anchor})) continue;
    json row = store::json_of(work);
    for (const char* name : {"before", "after"}) {
      if (row[name].is_string()) row[name] = json::parse(row[name].get<std::string>(), nullptr, false);
    }
    unfit.push_back(std::move(row));
  }
  return unfit;
}

}  // namespace prongsai::review
