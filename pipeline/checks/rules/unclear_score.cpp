// A table or sentence of the assessment states figures whose office, subject or year cannot be told.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

constexpr std::size_t kScoreEvidence = 160;

}  // namespace

std::vector<Finding> unclear_score(const CheckInput& input) {
  std::vector<Finding> findings;
  for (const ScoreReading& reading : input.record.score_readings) {
    if (!reading.unclear) continue;
    Finding finding;
    finding.code = "unclear_score";
    finding.at = reading.at;
    finding.evidence = clip(reading.words, kScoreEvidence);
    finding.values["variant"] = *reading.unclear;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
