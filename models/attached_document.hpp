// A PDF that hangs on another one, and is read as a document of its own.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace prongsai {

struct AttachedDocument {
  int place = 0;       // from 1, among all files attached to the same document
  std::string name;    // as a part of a path: UTF-8 without slashes, # and control characters, once in its document
  std::string sha256;  // of its bytes, lower-case hex
  long long size = 0;  // bytes
};

// Stands between a document's path and the name of one attached to it: report.pdf#plan.pdf, and, in the path that tells
// files apart, report.pdf/#plan.pdf: no file lies below a file.
inline constexpr char kAttachedSign = '#';

// How deep a document lies, by Submission::attached_at: 0, a file; 1, attached to a file.
[[nodiscard]] inline int depth_of(std::string_view attached_at) {
  return attached_at.empty() ? 0 : static_cast<int>(1 + std::ranges::count(attached_at, '/'));
}

// How many of the PDFs attached to a document that lies so deep are read; the others are named as unread. Bounded,
// since a small file may hold a great many, each with others within.
[[nodiscard]] constexpr int most_attached(int depth) {
  return depth == 0 ? 50 : depth == 1 ? 5 : 0;
}
inline constexpr long long kMostAttachedBytes = 200'000'000;  // of those of one document together

}  // namespace prongsai
