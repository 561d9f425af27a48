// The whole way of one document: file → record and findings. No database, no other document.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extractors/source/recogniser.hpp"
#include "models/document.hpp"
#include "models/finding.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"
#include "pipeline/stages/read_document.hpp"

namespace prongsai::stages {

struct Extraction {
  Record record;
  std::vector<Finding> findings;
};

// Data files and engine, loaded and validated once a process.
class Extractor {
 public:
  // Throws std::runtime_error when data files or the OCR model are missing or broken.
  Extractor(const std::filesystem::path& data_folder, std::unique_ptr<source::Recogniser> recogniser);
  ~Extractor();

  // Never throws for a bad document: the record's status and error say what went wrong.
  [[nodiscard]] Extraction extract(const std::filesystem::path& file, const Submission& submission);

  // The steps before the layout, for `explain` and `--dump`.
  [[nodiscard]] Result<Document> read(const std::filesystem::path& file);

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace prongsai::stages
