// prongsai page_lines: the hidden command that the review pages start to show a page that `collect` kept. An untrusted
// page is parsed in a process of its own, with limits and without a way to do harm.
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "pipeline/cli/commands.hpp"
#include "pipeline/collect/pages/stored_page.hpp"
#include "pipeline/workers/sandbox/limits.hpp"
#include "pipeline/workers/sandbox/sandbox.hpp"

namespace prongsai::cli {
namespace {

constexpr workers::WorkerLimits kPageLimits{.memory_mib = 1024, .step_seconds = 10};

struct PageLinesOptions {
  std::filesystem::path file;
  std::string type;
  std::string url;
  std::string link;
};

int write_page_lines(const PageLinesOptions& options) {
  std::ifstream in(options.file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in && bytes.empty()) return kNothingRead;
  workers::apply_limits(kPageLimits, static_cast<long long>(bytes.size()));
  workers::renew_processor_time(kPageLimits.step_seconds);
  const std::string notice = workers::enter_sandbox({});
  if (!notice.empty()) std::cerr << "prongsai: " << notice << '\n';
  std::cout << collect::stored_page(bytes, options.type, options.url, options.link) << std::flush;
  return std::cout ? kDone : kNothingRead;
}

}  // namespace

void add_page_lines(CLI::App& app, Context& context) {
  auto options = std::make_shared<PageLinesOptions>();
  CLI::App* command = app.add_subcommand("page_lines", "Writes a kept web page's lines as JSON")->group("");
  command->add_option("FILE", options->file)->required();
  command->add_option("--type", options->type, "Its Content-Type");
  command->add_option("--url", options->url, "Where it stood");
  command->add_option("--link", options->link, "Address whose link is marked");
  command->callback([options, &context] { context.exit_code = write_page_lines(*options); });
}

}  // namespace prongsai::cli
