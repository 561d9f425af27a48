#include "pipeline/cli/parts/summary.hpp"

#include <cstdio>
#include <iostream>
#include <string>

#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/store/queries.hpp"

namespace prongsai::cli {
namespace {

constexpr int kTroublesShown = 20;

// "1 page", "2 pages"
std::string counted(long long count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string run_line(const workers::IngestResult& result) {
  const store::RunCounts& counts = result.counts;
  const int worked = counts.done - counts.skipped;
  std::string line = counted(worked, "document", "documents") + " read or judged, " +
                     counted(counts.pages, "page", "pages") + ", in " +
                     std::to_string(static_cast<long long>(result.seconds + 0.5)) + " s";
  if (counts.skipped > 0) line += "; " + std::to_string(counts.skipped) + " unchanged";
  if (counts.deferred > 0) {
    line += "; " + std::to_string(counts.deferred) + " put off, run the same command again to read them";
  }
  if (!result.compared && !result.interrupted) line += "; not compared with each other, the next run does it";
  if (result.interrupted) line += "; interrupted, run the same command again to go on";
  return line;
}

}  // namespace

std::string deferred_part(const store::Totals& all) {
  return all.deferred > 0 ? ", " + std::to_string(all.deferred) + " deferred" : "";
}

void write_summary(std::ostream& out, store::Store& store, const workers::IngestResult& result) {
  const store::Totals all = store::totals(store);
  out << "This run:     " << run_line(result) << '\n';
  out << "The database: " << counted(all.submissions, "document", "documents") << " (" << all.extracted
      << " extracted, " << all.partial << " partial, " << all.failed << " failed" << deferred_part(all) << "), "
      << counted(all.pages, "page", "pages") << '\n';
  out << "              " << counted(all.issues, "issue", "issues") << ", " << counted(all.cells, "cell", "cells")
      << ", " << counted(all.scores, "score", "scores") << '\n';
  out << "Findings:     " << counted(all.errors, "error", "errors") << ", "
      << counted(all.warnings, "warning", "warnings") << ", " << all.infos << " for information\n";
  long long troubles = 0;
  store::for_each_trouble(store, [&](const store::Trouble& trouble) {
    if (++troubles > kTroublesShown) return;
    if (troubles == 1) out << "Not wholly read:\n";
    out << "  " << trouble.status << "  " << printable(trouble.source_path) << ": " << printable(trouble.error) << '\n';
  });
  if (troubles > kTroublesShown) out << "  … and " << troubles - kTroublesShown << " more\n";
}

}  // namespace prongsai::cli
