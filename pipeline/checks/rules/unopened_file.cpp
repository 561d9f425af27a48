// The file could not be opened: damaged_file, encrypted_file or unsupported_file, as the reader found it; or it was not
// read yet: reading_deferred.
#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

std::vector<Finding> unopened_file(const CheckInput& input) {
  const Record& record = input.record;
  if (record.status != Status::failed && record.status != Status::deferred) return {};
  if (record.error_code != "damaged_file" && record.error_code != "encrypted_file" &&
      record.error_code != "unsupported_file" && record.error_code != kReadingDeferred) {
    return {};
  }
  Finding finding;
  finding.code = record.error_code;
  finding.evidence = record.error;
  return {finding};
}

}  // namespace prongsai::checks
