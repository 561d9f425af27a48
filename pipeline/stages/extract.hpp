// The whole way of one document: file → record and findings. No database, no other document.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extractors/layouts/layout_engine.hpp"
#include "extractors/source/ocr/recogniser.hpp"
#include "models/document.hpp"
#include "models/finding.hpp"
#include "models/judgement.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"
#include "pipeline/stages/read_document.hpp"

namespace prongsai::stages {

// Steps behind the pages (Omissions::steps) beside those of models/omissions.hpp. Without lines or
// tables a report is its pages' words, without layouts their text.
inline constexpr const char* kTables = "tables";
inline constexpr const char* kLayouts = "layouts";

struct Extraction : Judgement {
  Record record;
};

// Data files and engine, loaded and validated once a process.
class Extractor {
 public:
  // Throws std::runtime_error when data files or the OCR model are missing or broken.
  Extractor(const std::filesystem::path& data_folder, std::unique_ptr<source::Recogniser> recogniser);
  ~Extractor();

  using OnPage = std::function<bool(int page_no, int page_count)>;

  struct Watch {
    OnPage on_page;                                    // told of each page as it is taken up; false: there is no time
    std::function<void(const Document&)> on_document;  // told of the document before the layouts interpret it
    // Told of what follows the pages: "" when they are read, then each step that can be left out (Omissions::steps).
    std::function<void(const std::string& step)> on_step;
  };

  // Never throws for a bad document: the record's status and error say what went wrong.
  [[nodiscard]] Extraction extract(const std::filesystem::path& file, const Submission& submission,
                                   const Watch& watch = {});
  // The same for bytes that were read already: nothing is opened. `omit` is left out of the reading; where it asks for
  // that, PageNeedsMemory is thrown.
  [[nodiscard]] Extraction extract(ReportBytes report, const Submission& submission, const Watch& watch = {},
                                   const Omissions& omit = {});

  // Reads a report of the project's own for nothing, without the engine, so that what is made at first use (tables of
  // expressions, break iterators, fonts) is there for all that follow, and for copies of the process.
  void warm_up(ReportBytes report);

  // A report that was not read, and why: a Failure of opening it. Its status is `deferred` for a cause outside its
  // bytes.
  [[nodiscard]] Extraction unread(const Submission& submission, const Failure& why) const;

  // Judges what was read before: no file is opened. A check that throws costs its own findings, and a finding says so.
  [[nodiscard]] Judgement judge(const Submission& submission, const Record& record, const Watch& watch = {},
                                const Omissions& omit = {}) const;

  // The steps before the layout, for `explain` and `--dump`.
  [[nodiscard]] Result<Document> read(ReportBytes report);

  // How each layout judged the document, for `explain`.
  [[nodiscard]] std::vector<layouts::LayoutVerdict> verdicts(const Document& document) const;

  [[nodiscard]] std::string engine_version() const;  // "" without a recogniser

  struct State;

 private:
  [[nodiscard]] Extraction judged(const Submission& submission, Record record, const Watch& watch = {},
                                  const Omissions& omit = {}) const;

  std::unique_ptr<State> state_;
};

}  // namespace prongsai::stages
