// prongsai explain: why a report was read as it was: the route of each page, the layouts' verdicts, whose report it is
// and of which year, the cells.
#include <iostream>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "extractors/layouts/dump.hpp"
#include "extractors/tables/dump.hpp"
#include "extractors/text/unicode/joined.hpp"
#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/stages/dump_findings.hpp"
#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/files/sha256.hpp"
#include "pipeline/stages/list_attached.hpp"
#include "pipeline/store/records/names.hpp"
#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::cli {
namespace {

struct ExplainOptions {
  std::filesystem::path file;
  std::optional<std::filesystem::path> manifest;
  std::string dump;
  ReadingOptions reading;
};

// A file, or (report.pdf#plan.pdf) the names that lead to a document within one.
struct Named {
  std::filesystem::path file;
  std::vector<std::string> within;
};

// A file may have the sign in its own name: the longest one that there is.
Named named(const std::filesystem::path& given) {
  Named found{given, {}};
  std::error_code error;
  while (!std::filesystem::exists(found.file, error)) {
    const std::string& path = found.file.native();
    const auto sign = path.rfind(kAttachedSign);
    if (sign == std::string::npos) return {given, {}};
    found.within.insert(found.within.begin(), path.substr(sign + 1));
    found.file = path.substr(0, sign);
  }
  return found;
}

Submission submission_of(const ExplainOptions& options, const std::filesystem::path& file) {
  const auto hash = stages::sha256_of_file(file);
  if (!hash) throw std::runtime_error(stages::display_path(file) + ": " + hash.failure().message);
  Submission submission;
  submission.source_path = stages::display_path(file);
  submission.canonical_path = stages::canonical_text(file);
  submission.sha256 = hash.value().sha256;
  submission.file_size = hash.value().size;
  if (options.manifest) submission.manifest = stages::Manifest::read(*options.manifest).match(file);
  return submission;
}

// What is read, and as what.
struct Explained {
  Submission submission;
  stages::ReportBytes report;
};

Result<Explained> open_named(const Named& named, const Submission& file) {
  const auto opened = source::OpenFile::open(named.file);
  auto bytes = opened ? opened.value().bytes() : Result<std::string>(opened.failure());
  if (!bytes) return bytes.failure();
  auto found = stages::find_within(file, std::move(bytes).value(), named.within);
  if (!found) return found.failure();
  const std::string name = named.within.empty() ? named.file.filename().string() : named.within.back();
  return Explained{std::move(found.value().submission), {name, std::move(found.value().bytes)}};
}

void explain_pages(const Document& document) {
  std::cout << "Pages\n";
  for (const Page& page : document.pages) {
    std::cout << "  " << page.page_no << "  " << store::name_of(page.source) << "  turned " << page.rotation
              << "°  confidence " << page.confidence << "  " << page.words.size() << " words, " << page.rulings.size()
              << " rulings: " << printable(page.reason) << '\n';
  }
}

void explain_layouts(const std::vector<layouts::LayoutVerdict>& verdicts) {
  std::cout << "Layouts\n";
  for (const layouts::LayoutVerdict& verdict : verdicts) {
    std::cout << "  "
              << (verdict.chosen ? "* "
                  : verdict.like ? "~ "
                                 : "  ")
              << verdict.key << "  " << verdict.score << '\n';
    for (const std::string& reason : verdict.reasons) std::cout << "      " << printable(reason) << '\n';
  }
}

std::string or_nothing(const std::string& text) {
  return text.empty() ? "nothing" : printable(text);
}

// What each table was taken for: its columns with the words and traits that told, and what would have come next.
void explain_tables(const Record& record) {
  std::cout << "Tables\n";
  for (const TableRecord& table : record.tables) {
    std::cout << "  table " << table.table_no << "  p." << table.at.page_no << "  "
              << (table.role.empty() ? "of no known kind" : table.role) << '\n';
    for (const ColumnRecord& column : table.columns) {
      const std::string header = text::joined(column.header, " › ");
      std::cout << "      " << word_of(column.key) << " <- " << (header.empty() ? "(no header)" : printable(header))
                << "  by " << or_nothing(column.because) << "; next "
                << or_nothing(std::string(word_of(column.runner_up))) << ", worse by " << column.margin << '\n';
    }
  }
}

// What the report's office, year and item might be, heaviest first, and what was taken.
void explain_identity(const Record& record) {
  std::cout << "Identity\n";
  const auto taken = [](const char* fact, const std::string& value, const std::string& from) {
    std::cout << "  " << fact << ": " << (value.empty() ? "untold" : printable(value))
              << (from.empty() ? "" : " (" + from + ")") << '\n';
  };
  const std::string year = record.fiscal_year ? std::to_string(*record.fiscal_year) : "";
  taken("agency", record.agency.value_or(""), record.agency_from);
  taken("fiscal_year", year, record.fiscal_year_from);
  taken("item_code", record.item_code.value_or(""), record.item_from);
  for (const IdentityCandidate& one : record.candidates) {
    std::cout << "      " << one.fact << "  " << one.weight << "  " << printable(one.value) << "  " << one.place
              << ", p." << one.at.page_no << ' ' << store::name_of(one.at.source) << '\n';
  }
}

void explain_cells(const Record& record) {
  std::cout << "Cells\n";
  for (const CellRecord& cell : record.cells) {
    std::cout << "  table " << cell.table_no << " row " << cell.row_no << " column " << cell.col_no << "  p."
              << cell.at.page_no << "  " << word_of(cell.column_key) << " <- "
              << (cell.header_text.empty() ? "(no header)" : printable(cell.header_text))
              << (is_doubtful(cell) ? "  (doubtful)" : "") << "  " << store::name_of(cell.at.source) << ' '
              << cell.at.confidence << "\n      " << printable(cell.text) << '\n';
  }
}

void explain_scores(const Record& record) {
  std::cout << "Tables of scores\n";
  for (const ScoreReading& reading : record.score_readings) {
    std::cout << "  " << (reading.table_no == 0 ? "no table" : "table " + std::to_string(reading.table_no)) << "  p."
              << reading.at.page_no << "  " << (reading.unclear ? "unclear: " + *reading.unclear : "understood")
              << "\n      title: " << printable(reading.words) << "\n      " << printable(reading.assignment)
              << "\n      evidence: " << printable(reading.evidence) << '\n';
    if (reading.margin)
      std::cout << "      next (" << *reading.margin << " behind): " << printable(reading.runner_up) << '\n';
  }
}

// The document as its steps left it; a Failure goes to standard error.
int dump(stages::Extractor& extractor, const ExplainOptions& options, Explained explained) {
  if (options.dump == "records" || options.dump == "findings") {
    const stages::Extraction extraction = extractor.extract(std::move(explained.report), explained.submission);
    std::cout << (options.dump == "records" ? layouts::dump_record(extraction.record)
                                            : stages::dump_findings(extraction.findings));
    return extraction.record.status == Status::failed ? kNothingRead : kDone;
  }
  const auto document = extractor.read(std::move(explained.report));
  if (!document) {
    std::cerr << "prongsai: " << explained.submission.source_path << ": " << document.failure().message << '\n';
    return kNothingRead;
  }
  if (options.dump == "words") {
    for (const Page& page : document.value().pages) std::cout << tables::dump_words(page);
  }
  if (options.dump == "tables") std::cout << tables::dump_tables(document.value());
  return kDone;
}

int explain_all(stages::Extractor& extractor, Explained explained) {
  const Submission& submission = explained.submission;
  const stages::Extraction extraction =
      extractor.extract(std::move(explained.report), submission, {{}, [&](const Document& document) {
                                                                    explain_pages(document);
                                                                    explain_layouts(extractor.verdicts(document));
                                                                  }});
  const Record& record = extraction.record;
  if (record.status == Status::failed || record.status == Status::deferred) {
    std::cerr << "prongsai: " << submission.source_path << ": " << record.error << '\n';
    return kNothingRead;
  }
  explain_scores(record);
  explain_tables(record);
  explain_identity(record);
  explain_cells(record);
  std::cout << "Findings\n" << stages::dump_findings(extraction.findings);
  return kDone;
}

int explain(const ExplainOptions& options, const Context& context) {
  const Named given = named(options.file);
  const Submission file = submission_of(options, given.file);
  const auto extractor = workers::make_extractor(reader_choice(context, options.reading));
  // The file is untrusted here, too.
  workers::apply_limits(options.reading.limits, file.file_size.value_or(0));
  const std::string notice = lock_in(given.file);
  if (!notice.empty()) std::cerr << "prongsai: " << notice << '\n';
  auto explained = open_named(given, file);
  if (!explained) {
    std::cerr << "prongsai: " << printable(stages::display_path(options.file)) << ": "
              << printable(explained.failure().message) << '\n';
    return kNothingRead;
  }
  return options.dump.empty() ? explain_all(*extractor, std::move(explained).value())
                              : dump(*extractor, options, std::move(explained).value());
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Explain how a report is read: pages, layouts, cells");
  command->add_option("FILE", options->file, "The report")->required()->check([](std::string path) {
    std::string file = named(path).file.string();
    return CLI::ExistingFile(file);
  });
  command->add_option("--manifest", options->manifest, "CSV with what is known of the file");
  command->add_option("--dump", options->dump, "Only this step's result: words, tables, records, findings")
      ->check(CLI::IsMember({"words", "tables", "records", "findings"}));
  add_reading_options(*command, options->reading);
  command->footer(
      "Examples:\n"
      "  prongsai explain reports/a.pdf\n"
      "  prongsai explain reports/a.pdf --dump tables\n"
      "  prongsai explain 'reports/a.pdf#annex.pdf'");
  command->callback([options, &context] { context.exit_code = explain(*options, context); });
}

}  // namespace prongsai::cli
