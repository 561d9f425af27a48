// What hangs on a report: PDFs, to be read as documents of their own, and other files, of which the names are kept.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extractors/source/pdf/pdf.hpp"
#include "models/aside.hpp"
#include "models/attached_document.hpp"
#include "models/result.hpp"
#include "models/submission.hpp"

namespace prongsai::stages {

struct AttachedFiles {
  std::vector<AttachedDocument> documents;
  std::vector<Aside> unread;  // each name once
};

// `depth`: of the report itself (depth_of()). What is no PDF, too large, too many, too deep or cannot be decoded is
// unread.
[[nodiscard]] AttachedFiles list_attached(const source::Pdf& pdf, int depth);

// All of them as unread; none is looked into.
[[nodiscard]] AttachedFiles name_attached(const source::Pdf& pdf);

// A document within a file, and its bytes.
struct DocumentWithin {
  Submission submission;
  std::string bytes;
};

// The document that `names` lead to from a file inwards, each as in its path. `bytes` are the file's. A Failure where
// none has that name, or as of source::attached_pdf().
[[nodiscard]] Result<DocumentWithin> find_within(Submission file, std::string bytes,
                                                 std::span<const std::string> names);

}  // namespace prongsai::stages
