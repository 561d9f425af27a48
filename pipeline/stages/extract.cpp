#include "pipeline/stages/extract.hpp"

#include <algorithm>
#include <cassert>
#include <exception>
#include <new>
#include <utility>

#include "extractors/tables/assemble.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/stages/damage_effects.hpp"
#include "pipeline/stages/record_order.hpp"

namespace prongsai::stages {

struct Extractor::State {
  layouts::LayoutEngine layouts;
  checks::Rules rules;
  DamageEffects effects;
  std::unique_ptr<source::Recogniser> recogniser;
};

namespace {

Record failed(const std::string& code, const std::string& why) {
  Record record;
  record.status = code == kReadingDeferred ? Status::deferred : Status::failed;
  record.error_code = code;
  record.error = why;
  return record;
}

PageRecord page_record(const Page& page, const PageText& text) {
  return {page.page_no,   page.source, page.reason,   page.width,      page.height,
          page.rotation,  text.text,   text.raw_text, page.confidence, page.broken_text_layer,
          page.unreadable};
}

std::string listed(const std::vector<int>& pages) {
  constexpr std::size_t kShown = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(pages.size(), kShown); ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(pages[i]);
  }
  return pages.size() > kShown ? text + ", …" : text;
}

// Pages that could not be read make the report partial, or failed when there are no others.
void note_unread_pages(Record& record, const std::vector<Failure>& failures) {
  std::vector<int> unread;
  for (const PageRecord& page : record.pages) {
    if (page.unreadable) unread.push_back(page.page_no);
  }
  if (record.pages.empty()) {
    record.status = Status::failed;
    record.error_code = "damaged_file";
    record.error = "the file has no pages";
  } else if (!unread.empty()) {
    record.status = unread.size() == record.pages.size() ? Status::failed : Status::partial;
    record.error_code = "unreadable_page";
    record.error = std::to_string(unread.size()) + " of " + std::to_string(record.pages.size()) +
                   " pages could not be read (" + listed(unread) + ")";
  } else if (!failures.empty()) {
    record.status = Status::partial;
    record.error_code = "unreadable_page";
  }
  if (!failures.empty()) record.error += (record.error.empty() ? "" : ": ") + failures.front().message;
}

// Pages and links as read; everything else was put in by the layouts.
void add_pages(Record& record, const Document& document) {
  record.page_count = static_cast<int>(document.pages.size());
  record.pages.clear();
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    record.pages.push_back(page_record(document.pages[i], document.page_texts[i]));
  }
  record.links = document.links;
  record.asides = document.asides;
  for (const Page& page : document.pages) {
    record.asides.insert(record.asides.end(), page.asides.begin(), page.asides.end());
  }
}

struct ReadReport {
  Document document;
  std::vector<Damage> damages;
  std::vector<Failure> page_failures;
  std::vector<AttachedDocument> attached;
};

// The pages' words and nothing made of them.
Document words_alone(std::vector<Page> pages) {
  Document document;
  for (const Page& page : pages) {
    std::string text;
    for (const Word& word : page.words) text += (text.empty() ? "" : " ") + word.text;
    document.page_texts.push_back({text, text});
  }
  document.pages = std::move(pages);
  return document;
}

// Tells of a step behind the pages. False: it is left out, and noted as what the file cost, so that nothing that it
// would have shown is held against the office.
bool begins(const std::string& step, const Extractor::Watch& watch, const Omissions& omit,
            std::vector<Damage>& damages) {
  const auto left_out = omit.steps.find(step);
  if (left_out == omit.steps.end()) {
    if (watch.on_step) watch.on_step(step);
    return true;
  }
  damages.push_back({0, DamageEffect::lost, "its " + step + " were not made out: " + left_out->second});
  return false;
}

// `file` is a path, or bytes that were read already.
template <typename Report>
Result<ReadReport> read_report(Extractor::State& state, Report&& file, const Extractor::Watch& watch,
                               const Omissions& omit, int depth = 0) {
  ReadSettings settings;
  settings.depth = depth;
  settings.recogniser = state.recogniser.get();
  settings.on_page = watch.on_page;
  settings.on_step = watch.on_step;
  settings.omit = omit;
  auto read = read_document(std::forward<Report>(file), settings);
  if (!read) return read.failure();
  ReadReport report{
      {}, std::move(read.value().damages), std::move(read.value().page_failures), std::move(read.value().attached)};
  state.effects.judge(report.damages);
  const bool assembled = !omit.steps.contains(kLines) && begins(kTables, watch, omit, report.damages);
  report.document =
      assembled ? tables::assemble(std::move(read.value().lines)) : words_alone(std::move(read.value().lines.pages));
  report.document.links = std::move(read.value().links);
  report.document.asides = std::move(read.value().asides);
  report.document.pdf_producer = std::move(read.value().producer);
  return report;
}

template <typename Report>
Record read_record(Extractor::State& state, Report&& file, const Submission& submission, const Extractor::Watch& watch,
                   const Omissions& omit) {
  auto report = read_report(state, std::forward<Report>(file), watch, omit, depth_of(submission.attached_at));
  if (!report) return failed(report.failure().code, report.failure().message);
  const Document& document = report.value().document;
  if (watch.on_document) watch.on_document(document);
  const bool understood = begins(kLayouts, watch, omit, report.value().damages);
  Record record = state.layouts.extract(understood ? document : Document{}, submission);
  assert(tables_are_in_order(record));
  if (watch.on_step) watch.on_step("");
  add_pages(record, document);
  record.damages = report.value().damages;
  record.attached = report.value().attached;
  note_unread_pages(record, report.value().page_failures);
  note_damage(record);
  return record;
}

// A fault in a library or in our own code costs this document only, and is recorded.
template <typename Report>
Record read_guarded(Extractor::State& state, Report&& file, const Submission& submission, const Extractor::Watch& watch,
                    const Omissions& omit) {
  try {
    return read_record(state, std::forward<Report>(file), submission, watch, omit);
  } catch (const PageNeedsMemory&) {
    throw;
  } catch (const std::bad_alloc&) {
    return failed("damaged_file", "reading it needs more memory than a worker may use");
  } catch (const std::exception& error) {
    return failed("damaged_file", std::string("reading it failed: ") + error.what());
  }
}

}  // namespace

Extractor::Extractor(const std::filesystem::path& data_folder, std::unique_ptr<source::Recogniser> recogniser)
    : state_(new State{layouts::LayoutEngine(data_folder), checks::Rules(data_folder), DamageEffects(data_folder),
                       std::move(recogniser)}) {}

Extractor::~Extractor() = default;

Extraction Extractor::judged(const Submission& submission, Record record, const Watch& watch,
                             const Omissions& omit) const {
  Extraction extraction;
  extraction.record = std::move(record);
  static_cast<Judgement&>(extraction) = judge(submission, extraction.record, watch, omit);
  return extraction;
}

Extraction Extractor::extract(const std::filesystem::path& file, const Submission& submission, const Watch& watch) {
  return judged(submission, read_guarded(*state_, file, submission, watch, {}), watch);
}

Extraction Extractor::extract(ReportBytes report, const Submission& submission, const Watch& watch,
                              const Omissions& omit) {
  return judged(submission, read_guarded(*state_, std::move(report), submission, watch, omit), watch, omit);
}

// The engine would start threads, which no copy of the process has.
void Extractor::warm_up(ReportBytes report) {
  auto recogniser = std::exchange(state_->recogniser, nullptr);
  (void)extract(std::move(report), {});
  state_->recogniser = std::move(recogniser);
}

Extraction Extractor::unread(const Submission& submission, const Failure& why) const {
  return judged(submission, failed(why.code, why.message));
}

Judgement Extractor::judge(const Submission& submission, const Record& record, const Watch& watch,
                           const Omissions& omit) const {
  return checks::judge({submission, record, state_->layouts.agencies(), state_->rules}, {watch.on_step, omit});
}

Result<Document> Extractor::read(ReportBytes report) {
  auto read = read_report(*state_, std::move(report), {}, {});
  if (!read) return read.failure();
  return std::move(read.value().document);
}

std::vector<layouts::LayoutVerdict> Extractor::verdicts(const Document& document) const {
  return state_->layouts.judge(document);
}

std::string Extractor::engine_version() const {
  return state_->recogniser ? state_->recogniser->name() : "";
}

}  // namespace prongsai::stages
