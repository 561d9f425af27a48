#include "pipeline/store/queries/kept_work.hpp"

#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {

std::vector<VersionOfTarget> versions_of_targets(RelationReader& reader, const std::string& sha256) {
  return rows_as<VersionOfTarget>(
      reader, "SELECT kind, anchor, max(id) AS version FROM review_event WHERE sha256 = ?1 GROUP BY kind, anchor",
      {sha256});
}

std::vector<CarriedCorrection> carried_corrections(RelationReader& reader, const std::string& sha256) {
  return rows_as<CarriedCorrection>(
      reader, "SELECT kind, anchor FROM correction WHERE sha256 = ?1 AND carried_from IS NOT NULL", {sha256});
}

std::vector<WaitingRow> waiting_corrections_of(RelationReader& reader, const std::string& sha256) {
  return rows_as<WaitingRow>(
      reader,
      "SELECT anchor AS place_key, kind, place AS anchor, machine_value AS before, value AS after, corrected_by AS "
      "who, "
      "corrected_at AS at, made_on <> sha256 AS earlier_version, kept FROM waiting_correction WHERE sha256 = ?1 ORDER "
      "BY kept, kind, place",
      {sha256});
}

std::vector<KeptWork> kept_work(RelationReader& reader, const std::string& sha256) {
  return rows_as<KeptWork>(
      reader,
      "SELECT 'decision' AS kind, anchor, NULL AS before, json_object('status', status, 'note', note) AS after, "
      "decided_by AS who, decided_at AS at FROM decision WHERE sha256 = ?1 AND status <> 'open' UNION ALL SELECT kind, "
      "anchor, machine_value, value, corrected_by, corrected_at FROM correction WHERE kind <> 'own' AND sha256 = ?1 "
      "ORDER BY kind, anchor",
      {sha256});
}

}  // namespace prongsai::store
