// The real work behind a job: data files, OCR engine and checks, loaded once a process.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "extractors/source/ocr/recogniser.hpp"
#include "pipeline/stages/extract.hpp"
#include "pipeline/workers/process/worker.hpp"
#include "pipeline/workers/run/planner.hpp"

namespace prongsai::workers {

struct ReaderChoice {
  std::filesystem::path data_folder;
  source::ModelChoice models;  // model "none": no OCR, scanned pages are stored as unreadable
};

// Whether a model was chosen: any but "none".
[[nodiscard]] bool reads_scans(const ReaderChoice& choice);

// Throws std::runtime_error when data files or models are missing or broken.
[[nodiscard]] std::unique_ptr<stages::Extractor> make_extractor(const ReaderChoice& choice);

// The same as a worker's or an in-process executor's handler.
[[nodiscard]] Loaded load_reader(const ReaderChoice& choice);

// Judges records that hold an error and nothing else. Loads the data files when it is first asked to.
[[nodiscard]] std::function<Judgement(const Submission&, const Record&)> lazy_judge(const ReaderChoice& choice);

// What results will depend on, without loading anything.
[[nodiscard]] Versions versions_of(const ReaderChoice& choice);

}  // namespace prongsai::workers
