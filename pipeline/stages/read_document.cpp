#include "pipeline/stages/read_document.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <new>
#include <string>
#include <utility>

#include "extractors/source/pdf/library_reports.hpp"
#include "pipeline/stages/list_attached.hpp"
#include "pipeline/stages/read_page.hpp"
#include "pipeline/stages/resolve_doubts.hpp"

namespace prongsai::stages {

namespace {

Page unread_page(int page_no, const std::string& why) {
  Page page;
  page.page_no = page_no;
  page.source = PageSource::ocr;
  page.unreadable = true;
  page.confidence = 0;
  page.reason = why;
  return page;
}

// Without the memory for it the doubts stay, flagged as they are.
void resolve(const source::Pdf& pdf, tables::ReportLines& lines, const ReadSettings& settings) {
  try {
    resolve_doubts(pdf, lines, *settings.recogniser, settings.omit);
  } catch (const std::bad_alloc&) {
    return;
  }
}

void leave_page(int page_no, const std::string& why, ReadPages& out, std::vector<Page>& pages) {
  out.page_failures.push_back({"unreadable_page", "Page " + std::to_string(page_no) + ": " + why + "."});
  pages.push_back(unread_page(page_no, why));
}

// What follows in a report whose time is up.
void leave_rest(int from, int count, ReadPages& out, std::vector<Page>& pages) {
  const std::string why = "the time for this report was up before it";
  leave_page(from, why, out, pages);
  for (int page_no = from + 1; page_no <= count; ++page_no) pages.push_back(unread_page(page_no, why));
}

std::vector<Page> read_pages(const source::Pdf& pdf, const ReadSettings& settings, source::ReportList& reports,
                             ReadPages& out) {
  const int count = pdf.page_count();
  std::vector<Page> pages;
  PageReader reader(settings, out, pages);
  for (int page_no = 1; page_no <= count; ++page_no) {
    if (is_unread(settings.omit, page_no)) {
      leave_page(page_no, why_left_out(settings.omit, page_no), out, pages);
      continue;
    }
    if (settings.on_page && !settings.on_page(page_no, count)) {
      leave_rest(page_no, count, out, pages);
      break;
    }
    reports.turn_to(page_no);
    try {
      reader.read(pdf, page_no);
    } catch (const std::bad_alloc&) {
      if (settings.omit.ends_for_memory) throw PageNeedsMemory();
      leave_page(page_no, "it needs more memory than there is", out, pages);
    }
  }
  return pages;
}

// By page; what was said on opening the file stands first.
void add_damages(ReadPages& out, std::vector<Damage> more) {
  out.damages.insert(out.damages.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::stable_sort(out.damages.begin(), out.damages.end(),
                   [](const Damage& a, const Damage& b) { return a.page_no < b.page_no; });
}

void tell_step(const ReadSettings& settings, const std::string& step) {
  if (settings.on_step) settings.on_step(step);
}

// Left out, the pages' words stay, which is noted as what the file cost.
void add_lines(std::vector<Page> pages, const ReadSettings& settings, ReadPages& out) {
  const auto left_out = settings.omit.steps.find(kLines);
  if (left_out != settings.omit.steps.end()) {
    tell_step(settings, "");
    out.lines.pages = std::move(pages);
    out.damages.push_back({0, DamageEffect::lost, "its lines were not made out: " + left_out->second, 1});
    return;
  }
  tell_step(settings, kLines);
  out.lines = tables::read_lines(std::move(pages));
  tell_step(settings, "");
}

void add_attached(const source::Pdf& pdf, const ReadSettings& settings, ReadPages& out) {
  AttachedFiles files = name_attached(pdf);
  if (files.unread.empty()) return;
  if (!settings.omit.steps.contains(kListAttached)) {
    tell_step(settings, kListAttached);
    files = list_attached(pdf, settings.depth);
    tell_step(settings, "");
  }
  out.asides = std::move(files.unread);
  out.attached = std::move(files.documents);
}

// `open` gives the file; the libraries are listened to from its opening on.
template <typename Open>
Result<ReadPages> read_opened(const Open& open, const ReadSettings& settings) {
  ReadPages out;
  source::ReportList reports;
  const source::Listening listening(reports);
  Result<source::Pdf> pdf = open();
  if (!pdf) return pdf.failure();
  out.producer = pdf.value().producer();
  add_damages(out, pdf.value().faults());
  std::vector<Page> pages = read_pages(pdf.value(), settings, reports, out);
  add_lines(std::move(pages), settings, out);
  add_damages(out, reports.all());
  if (settings.recogniser && !out.lines.contents.empty() && !settings.omit.steps.contains(kResolveDoubts)) {
    tell_step(settings, kResolveDoubts);
    resolve(pdf.value(), out.lines, settings);
    tell_step(settings, "");
  }
  add_attached(pdf.value(), settings, out);
  return out;
}

}  // namespace

Result<ReadPages> read_document(const std::filesystem::path& file, const ReadSettings& settings) {
  return read_opened([&] { return source::Pdf::open(file, settings.limits); }, settings);
}

Result<ReadPages> read_document(ReportBytes report, const ReadSettings& settings) {
  return read_opened([&] { return source::Pdf::open_bytes(std::move(report.bytes), report.name, settings.limits); },
                     settings);
}

}  // namespace prongsai::stages
