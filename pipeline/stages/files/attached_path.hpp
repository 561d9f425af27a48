// Paths of documents that are attached to another one: report.pdf#plan.pdf.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/attached_document.hpp"
#include "models/submission.hpp"

namespace prongsai::stages {

// An attached file's name as a part of a path: what would end the part, hide in it or turn it round stands as _, broken
// bytes as U+FFFD; short enough for a file's name; another than those taken. Adds itself to `taken`.
[[nodiscard]] std::string attached_name(std::string_view as_given, std::set<std::string>& taken);

// Whether attached_name() could have made it.
[[nodiscard]] bool is_attached_name(const std::string& name);

// A document as a submission of its own: office, year and item are those of what it is attached to; where that was
// published says nothing of it.
[[nodiscard]] Submission attached_submission(const Submission& outer, const AttachedDocument& document);

// The file on disk that a submission lies in, or is: as canonical_path, escaped.
[[nodiscard]] std::string file_of(const Submission& submission);
[[nodiscard]] std::string file_of(std::string_view canonical_path, std::string_view attached_at);

// The places that lead from that file to the document; none for a file. What is no place reads as 0, which none is.
[[nodiscard]] std::vector<int> places_of(std::string_view attached_at);

}  // namespace prongsai::stages
