#include "pipeline/workers/run/document_reader.hpp"

#include <exception>
#include <utility>

#include "extractors/source/pdf/attachments.hpp"
#include "extractors/source/pdf/late_files.hpp"
#include "pipeline/stages/data_folder.hpp"
#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/files/sha256.hpp"
#include "pipeline/stages/measure.hpp"
#include "pipeline/workers/sandbox/heap.hpp"
#include "version.hpp"

namespace prongsai::workers {
namespace {

constexpr int kMostIdleMib = 256;  // of a reading process: pictures of a page

Failure not_there(const std::string& why) {
  return {kReadingDeferred, "the file that it is attached to is another than the one that was read: " + why};
}

// The bytes of a document within the file: its own hash tells whether it is the one that was meant.
Result<std::string> bytes_within(std::string file, const std::string& name, const Submission& submission) try {
  const auto places = stages::places_of(submission.attached_at);
  auto bytes = source::attached_pdf(std::move(file), name, places);
  return bytes ? bytes : not_there(bytes.failure().message);
} catch (const std::exception& error) {
  return not_there(error.what());
}

// The document's name and all its bytes.
Result<stages::ReportBytes> bytes_of(const Job& job, const Document& document) {
  auto bytes = document ? document.value().bytes() : Result<std::string>(document.failure());
  if (!bytes) return bytes.failure();
  const std::string file = stages::path_of(stages::file_of(job.submission)).filename().string();
  if (job.submission.attached_at.empty()) return stages::ReportBytes{file, std::move(bytes).value()};
  auto inner = bytes_within(std::move(bytes).value(), file, job.submission);
  if (!inner) return inner.failure();
  const std::string& path = job.submission.source_path;
  return stages::ReportBytes{path.substr(path.rfind(kAttachedSign) + 1), std::move(inner).value()};
}

stages::Extractor::Watch watch_of(const JobWatch& watch) {
  return {watch.on_page, {}, watch.on_step};
}

// The bytes are read once, from the descriptor that was handed in: what is hashed is what is parsed.
Reply read_document(stages::Extractor& extractor, const Job& job, const Document& document, const JobWatch& watch) {
  auto report = bytes_of(job, document);
  Reply reply;
  if (report) reply.sha256 = stages::sha256_of(report.value().bytes);
  stages::Extraction extraction =
      report ? extractor.extract(std::move(report).value(), job.submission, watch_of(watch), job.omit)
             : extractor.unread(job.submission, report.failure());
  reply.record = std::move(extraction.record);
  reply.judgement = std::move(extraction);
  return reply;
}

Reply measure(const Job& job, const Document& document) {
  auto report = bytes_of(job, document);
  Reply reply;
  if (!report) return reply;
  const stages::Workload load = stages::measure(std::move(report).value());
  reply.page_count = load.pages;
  reply.scanned_pages = load.scanned_pages;
  return reply;
}

Reply answer(stages::Extractor& extractor, const Job& job, const Document& document, const JobWatch& watch) {
  if (job.kind == Job::Kind::extract) return read_document(extractor, job, document, watch);
  if (job.kind == Job::Kind::measure) return measure(job, document);
  Reply reply;
  reply.judgement = extractor.judge(job.submission, job.record, watch_of(watch), job.omit);
  return reply;
}

// A report of our own; without it the first use of each thing comes later.
void warm_up(stages::Extractor& extractor, const std::filesystem::path& data_folder) {
  const auto report = source::OpenFile::open(data_folder / "samples" / "a_seven_issues.pdf");
  auto bytes = report ? report.value().bytes() : Result<std::string>(report.failure());
  if (bytes) extractor.warm_up({"a_seven_issues.pdf", std::move(bytes).value()});
}

// The hash of a model's file; "-" where it is missing.
std::string hash_of_model(const source::ModelChoice& models, const std::string& file) {
  const auto hash = stages::sha256_of_file(models.tessdata / file);
  return hash ? hash.value().sha256 : "-";
}

}  // namespace

bool reads_scans(const ReaderChoice& choice) {
  return choice.models.model != "none";
}

std::unique_ptr<stages::Extractor> make_extractor(const ReaderChoice& choice) {
  std::unique_ptr<source::Recogniser> recogniser;
  if (reads_scans(choice)) recogniser = source::make_tesseract(choice.models);
  return std::make_unique<stages::Extractor>(choice.data_folder, std::move(recogniser));
}

Loaded load_reader(const ReaderChoice& choice) {
  keep_freed_memory(kMostIdleMib);
  const std::shared_ptr<stages::Extractor> extractor = make_extractor(choice);
  warm_up(*extractor, choice.data_folder);
  return {[extractor](const Job& job, const Document& document, const JobWatch& watch) {
            return answer(*extractor, job, document, watch);
          },
          extractor->engine_version(), source::load_late_files()};
}

std::function<Judgement(const Submission&, const Record&)> lazy_judge(const ReaderChoice& choice) {
  ReaderChoice without = choice;
  without.models.model = "none";
  const auto extractor = std::make_shared<std::unique_ptr<stages::Extractor>>();
  return [without, extractor](const Submission& submission, const Record& record) {
    if (!*extractor) *extractor = make_extractor(without);
    return (*extractor)->judge(submission, record);
  };
}

Versions versions_of(const ReaderChoice& choice) {
  stages::DataVersion data = stages::version_of(choice.data_folder);
  std::string models = reads_scans(choice) ? "" : "none";
  if (reads_scans(choice)) {
    for (const std::string& file : {choice.models.model + ".traineddata", choice.models.figure_model + ".traineddata",
                                    choice.models.model + ".trust.json"}) {
      models += " " + hash_of_model(choice.models, file);
    }
    models = stages::sha256_of(models);
  }
  return {kVersion, std::move(data.reading), std::move(data.judging), std::move(models), std::move(data.files)};
}

}  // namespace prongsai::workers
