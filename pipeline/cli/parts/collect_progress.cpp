#include "pipeline/cli/parts/collect_progress.hpp"

#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/cli/parts/known.hpp"
#include "pipeline/store/collected/collected.hpp"

namespace prongsai::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::string line_of(const collect::CollectProgress& p, double seconds) {
  const auto rate = seconds > 0 ? static_cast<long long>(static_cast<double>(p.requests) / seconds + 0.5) : 0;
  return std::to_string(p.offices_done) + "/" + std::to_string(p.offices) + " offices  " +
         std::to_string(p.items_done) + " items  " + std::to_string(p.requests) + " requests  " +
         std::to_string(p.looked_up) + " known already  " + std::to_string(rate) + " requests/s";
}

std::string json_line(const collect::CollectProgress& p, double seconds) {
  return nlohmann::json{{"offices", p.offices},   {"offices_done", p.offices_done}, {"items_done", p.items_done},
                        {"requests", p.requests}, {"looked_up", p.looked_up},       {"seconds", seconds}}
      .dump();
}

}  // namespace

CollectReporter::CollectReporter(workers::ProgressStyle style)
    : style_(style), terminal_(isatty(STDERR_FILENO) != 0), began_(Clock::now()), shown_(Clock::now()) {}

void CollectReporter::update(const collect::CollectProgress& progress) {
  const bool bar = style_ == workers::ProgressStyle::automatic && terminal_;
  if (Clock::now() - shown_ < (bar ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000))) return;
  show(progress, false);
}

void CollectReporter::finish(const collect::CollectProgress& progress) {
  show(progress, true);
}

void CollectReporter::show(const collect::CollectProgress& progress, bool last) {
  shown_ = Clock::now();
  const double seconds = std::chrono::duration<double>(shown_ - began_).count();
  if (style_ == workers::ProgressStyle::none) return;
  if (style_ == workers::ProgressStyle::json) {
    std::cerr << json_line(progress, seconds) << '\n';
  } else if (style_ == workers::ProgressStyle::automatic && terminal_) {
    std::cerr << '\r' << line_of(progress, seconds) << "\033[K" << (last ? "\n" : "") << std::flush;
  } else {
    std::cerr << line_of(progress, seconds) << '\n';
  }
}

long long tell_states(store::Store& store, const std::string& manifest) {
  store::Collected memory(store);
  long long open = 0;
  for (const auto& [state, count] : memory.counts(manifest)) {
    std::cerr << (state.empty() ? "not settled" : state) << ": " << count << '\n';
    if (state.empty() || state == "not_checked") open += count;
  }
  return open;
}

CLI::Validator progress_style() {
  using workers::ProgressStyle;
  return one_of({{"auto", static_cast<int>(ProgressStyle::automatic)},
                 {"plain", static_cast<int>(ProgressStyle::plain)},
                 {"json", static_cast<int>(ProgressStyle::json)},
                 {"none", static_cast<int>(ProgressStyle::none)}});
}

void add_progress_option(CLI::App& command, workers::ProgressStyle& style) {
  command.add_option("--progress", style, "How progress is shown on standard error")
      ->transform(progress_style())
      ->type_name("{auto,json,none,plain}");
}

}  // namespace prongsai::cli
