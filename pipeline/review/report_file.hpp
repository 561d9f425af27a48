// Where a report lies on disk: its file, or the file that it is attached to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

struct ReportFile {
  std::string canonical_path;  // of the file
  std::string source_path;     // of the file
  std::string sha256;          // of the file's bytes when it was read; "" where it was not, or is not known
  std::int64_t size = 0;       // likewise; 0
  std::string attached_at;     // Submission::attached_at
  std::string own_sha256;      // of the report's own bytes; the file's, where it is the report
};

// Nothing where there is no such submission.
[[nodiscard]] std::optional<ReportFile> report_file(store::RelationReader& reader, std::int64_t submission_id);

}  // namespace prongsai::review
