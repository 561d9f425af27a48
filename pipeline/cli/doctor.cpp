// prongsai doctor: is all there that reading needs?
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <memory>

#include "extractors/source/pdf/installed_fonts.hpp"
#include "extractors/source/pdf/late_files.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/parts/data_check.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/stages/data_folder.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/model_letters.hpp"
#include "pipeline/store/sqlite/schema.hpp"
#include "pipeline/workers/process/sandbox_trial.hpp"
#include "version.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

// One line an item, and whether all is well.
class Report {
 public:
  void good(const std::string& what, const std::string& says) { line("ok  ", what, says); }
  void poor(const std::string& what, const std::string& says) { line("poor", what, says); }
  void bad(const std::string& what, const std::string& says) {
    line("BAD ", what, says);
    all_well_ = false;
  }
  [[nodiscard]] bool all_well() const { return all_well_; }

 private:
  static void line(const char* mark, const std::string& what, const std::string& says) {
    std::cout << mark << "  " << fit(what, 16) << printable(says) << '\n';
  }
  bool all_well_ = true;
};

void look_at_program(Report& report) {
  report.good("program", std::string("prongsai ") + kVersion + ", database schema " +
                             std::to_string(store::schema_version()) + ", " + std::to_string(usable_cores()) +
                             " cores");
  std::string libraries;
  for (const auto& [name, version] : kLibraries) {
    libraries += (libraries.empty() ? "" : ", ") + std::string(name) + " " + version;
  }
  report.good("built with", libraries);
}

void look_at_data(Report& report, const workers::ReaderChoice& choice) {
  report.good("data folder", stages::display_path(fs::canonical(choice.data_folder)));
  const stages::DataVersion version = stages::version_of(choice.data_folder);
  report.good("data version",
              "reading " + version.reading.substr(0, 12) + ", judging " + version.judging.substr(0, 12));
  try {
    check_data(choice.data_folder);
    const checks::Rules rules(choice.data_folder);
    report.good("data files",
                std::to_string(checks::describe_checks(rules).size()) + " kinds of findings, all files valid");
  } catch (const std::exception& error) {
    report.bad("data files", error.what());
  }
}

void look_at_model(Report& report, const fs::path& file, bool needed) {
  const std::string name = "model " + file.stem().string();
  const auto letters = stages::model_letters(file);
  if (letters) {
    report.good(name, stages::describe_letters(letters.value()));
  } else if (needed) {
    report.poor(name, stages::display_path(file) + ": " + letters.failure().message);
  }
}

void look_at_ocr(Report& report, const workers::ReaderChoice& choice) {
  look_at_model(report, choice.models.tessdata / (choice.models.model + ".traineddata"), true);
  look_at_model(report, choice.models.tessdata / (choice.models.figure_model + ".traineddata"), false);
  try {
    report.good("OCR engine", source::make_tesseract(choice.models)->name());
  } catch (const std::exception& error) {
    report.bad("OCR engine", error.what());
  }
}

// Fonts that text without embedded fonts is painted with: asked of fontconfig, as the renderer does.
void look_at_fonts(Report& report) {
  const source::InstalledFonts fonts = source::installed_fonts();
  if (fonts.all > 0) {
    report.good("fonts", std::to_string(fonts.all) + " known to fontconfig");
  } else {
    report.bad("fonts", "none; text whose fonts the file does not hold is not painted: install fonts-thai-tlwg");
  }
  const std::string thai = std::to_string(fonts.thai) + " known to fontconfig; Thai whose font the file does not hold ";
  if (!fonts.in_place_of_missing.empty()) {
    report.good("Thai fonts", thai + "is painted in " + fonts.in_place_of_missing);
  } else {
    report.poor("Thai fonts", thai + "is not painted: install fonts-thai-tlwg");
  }
}

void tell_trials(Report& report, const std::string& who, workers::TrialUser user) {
  for (const workers::Trial& trial : workers::try_sandbox(source::load_late_files(), user)) {
    const std::string says = who + ": " + in_words(trial);
    if (trial.holds()) {
      report.good(trial.name, says);
    } else {
      report.poor(trial.name, says);
    }
  }
}

// What a reading process cannot do, each protection by itself and all together: tried for real, by both kinds of users
// where that can be.
void look_at_sandbox(Report& report) {
  utsname system{};
  if (uname(&system) == 0) report.good("kernel", std::string(system.sysname) + " " + system.release);
  if (geteuid() != 0) {
    tell_trials(report, "as this user", workers::TrialUser::caller);
    report.good("as root", "not tried: `sudo prongsai doctor` tries both");
    return;
  }
  tell_trials(report, "as root", workers::TrialUser::caller);
  tell_trials(report, "as an ordinary user", workers::TrialUser::nobody);
}

int examine(const Context& context, const ReadingOptions& options) {
  Report report;
  look_at_program(report);
  try {
    const workers::ReaderChoice choice = unchecked_reader_choice(context, options);
    look_at_data(report, choice);
    look_at_ocr(report, choice);
  } catch (const std::exception& error) {
    report.bad("data folder", error.what());
  }
  look_at_fonts(report);
  look_at_sandbox(report);
  return report.all_well() ? kDone : kEnvironment;
}

}  // namespace

void add_doctor(CLI::App& app, Context& context) {
  auto options = std::make_shared<ReadingOptions>();
  CLI::App* command = app.add_subcommand("doctor", "Check that everything is there that reading needs");
  add_reading_options(*command, *options);
  command->footer("Examples:\n  prongsai doctor");
  command->callback([options, &context] { context.exit_code = examine(context, *options); });
}

}  // namespace prongsai::cli
