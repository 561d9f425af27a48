#include "pipeline/checks/published.hpp"

#include "pipeline/checks/publication_facts.hpp"

namespace prongsai::checks {

std::optional<Publication> publication_of(const CheckInput& input) {
  const auto& row = input.submission.manifest;
  return row && row->publication ? parse_publication(*row->publication) : std::nullopt;
}

Finding published_finding(const CheckInput& input, const Publication& facts, const std::string& code) {
  const ManifestRow& row = *input.submission.manifest;
  Finding finding;
  finding.code = code;
  finding.item_code = row.item_code ? row.item_code : input.record.item_code;
  finding.evidence = row.published_url.value_or(facts.final_url);
  finding.values["because"] = facts.because;
  finding.values["when"] = bangkok_time(facts.last_at);
  finding.values["tries"] = std::to_string(facts.tries);
  finding.values["clicks"] = clicks_in_words(facts);
  finding.values["pages"] = std::to_string(facts.pages_seen);
  return finding;
}

std::vector<Finding> published_state(const CheckInput& input, Publication::State state, const std::string& code) {
  const auto facts = publication_of(input);
  if (!facts || facts->state != state) return {};
  return {published_finding(input, *facts, code)};
}

}  // namespace prongsai::checks
