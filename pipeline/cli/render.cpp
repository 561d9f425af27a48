// prongsai render: the hidden command that the review pages start for one picture. An untrusted PDF is opened in a
// process of its own, with limits and without a way to do harm.
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "extractors/source/image/raster_png.hpp"
#include "extractors/source/pdf/attachments.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/stages/files/sha256.hpp"
#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::cli {
namespace {

constexpr workers::WorkerLimits kRenderLimits{.memory_mib = 2048, .step_seconds = 20};

struct RenderOptions {
  std::filesystem::path file;
  int page_no = 1;
  int turn = 0;
  double dpi = 110;
  std::string within;  // Submission::attached_at of a document within the file …
  std::string sha256;  // … and what its bytes must be
};

Result<source::Pdf> open_report(const RenderOptions& options) {
  if (options.within.empty()) return source::Pdf::open(options.file);
  const auto file = source::OpenFile::open(options.file);
  auto bytes = file ? file.value().bytes() : Result<std::string>(file.failure());
  if (bytes) bytes = source::attached_pdf(std::move(bytes).value(), "file", stages::places_of(options.within));
  if (!bytes) return bytes.failure();
  if (stages::sha256_of(bytes.value()) != options.sha256) return Failure{"reading_deferred", "The file was changed."};
  return source::Pdf::open_bytes(std::move(bytes).value(), "attached file");
}

bool write_all(const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t wrote = ::write(STDOUT_FILENO, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno != EINTR) return false;
    if (wrote > 0) done += static_cast<std::size_t>(wrote);
  }
  return true;
}

int render(const RenderOptions& options) {
  workers::apply_limits(kRenderLimits, 0);
  workers::renew_processor_time(kRenderLimits.step_seconds);
  const std::string notice = lock_in(options.file);
  if (!notice.empty()) std::cerr << "prongsai: " << notice << '\n';
  const auto pdf = open_report(options);
  if (!pdf) return kNothingRead;
  const auto page = pdf.value().render_grey(options.page_no, options.dpi);
  if (!page) return kNothingRead;
  const std::string png = source::to_png(page.value(), options.turn);
  return !png.empty() && write_all(png) ? kDone : kNothingRead;
}

}  // namespace

void add_render(CLI::App& app, Context& context) {
  auto options = std::make_shared<RenderOptions>();
  CLI::App* command = app.add_subcommand("render", "Writes one page as PNG to standard output")->group("");
  command->add_option("FILE", options->file)->required();
  command->add_option("PAGE", options->page_no)->required();
  command->add_option("--turn", options->turn, "Degrees clockwise")->check(CLI::IsMember({0, 90, 180, 270}));
  command->add_option("--within", options->within, "Place of a document attached to the file");
  command->add_option("--sha256", options->sha256, "What that document's bytes must be");
  command->add_option("--dpi", options->dpi)->check(CLI::Range(20, 300));
  command->callback([options, &context] { context.exit_code = render(*options); });
}

}  // namespace prongsai::cli
