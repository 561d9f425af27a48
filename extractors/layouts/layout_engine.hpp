// Document → record: one generic engine that runs data/layouts/*.yaml. Each layout scores how well a document fits it,
// or declines; the best ones extract.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extractors/text/agencies/agencies.hpp"
#include "models/document.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::layouts {

// For `prongsai explain`: how a layout judged a document.
struct LayoutVerdict {
  std::string key;
  double score = 0;                  // 0 to 1; 0 = declined
  bool like = false;                 // it looks like this layout: that tells what the report is about
  bool chosen = false;               // and it has a sign that only this layout has: the layout's demands hold
  std::vector<std::string> reasons;  // English, one clause each, with the words that counted
};

class LayoutEngine {
 public:
  // Reads data/layouts/*.yaml, data/agencies, data/assessment. Throws std::runtime_error naming file and line.
  explicit LayoutEngine(const std::filesystem::path& data_folder);
  ~LayoutEngine();
  LayoutEngine(LayoutEngine&&) noexcept;
  LayoutEngine& operator=(LayoutEngine&&) noexcept;

  [[nodiscard]] std::vector<LayoutVerdict> judge(const Document& document) const;
  // Everything of the record but its pages (Record::pages) and status, which are the reader's to tell.
  [[nodiscard]] Record extract(const Document& document, const Submission& submission) const;
  [[nodiscard]] const text::Agencies& agencies() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace prongsai::layouts
