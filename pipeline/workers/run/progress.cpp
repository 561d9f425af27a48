#include "pipeline/workers/run/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace prongsai::workers {
namespace {

using Clock = std::chrono::steady_clock;

long long pages_of(const ProgressState& state) {
  return state.counts.pages + state.pages_in_hand;
}

double pages_a_second(const ProgressState& state) {
  return state.seconds > 0 ? static_cast<double>(pages_of(state)) / state.seconds : 0;
}

// Seconds left, judged by documents and parts of them; skipped ones took no time. Negative: not known yet.
double seconds_left(const ProgressState& state) {
  if (state.counts.done == state.counts.documents) return 0;
  const double worked = state.counts.done - state.counts.skipped + state.documents_in_hand;
  const double left = state.counts.documents - state.counts.done - state.documents_in_hand;
  return worked > 0 ? state.seconds / worked * left : -1;
}

std::string duration(double seconds) {
  const auto whole = static_cast<long long>(seconds + 0.5);
  if (whole < 90) return std::to_string(whole) + " s";
  if (whole < 90 * 60) return std::to_string((whole + 30) / 60) + " min";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string one_decimal(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

void say(const std::string& line) {
  std::fputs((line + "\n").c_str(), stderr);
}

// Lets a line through when enough time has passed since the last one.
class Thinned {
 public:
  explicit Thinned(std::chrono::milliseconds gap) : gap_(gap) {}
  bool due() {
    const auto now = Clock::now();
    if (now - last_ < gap_) return false;
    last_ = now;
    return true;
  }

 private:
  std::chrono::milliseconds gap_;
  Clock::time_point last_ = Clock::now();
};

class Bar : public Progress {
 public:
  void update(const ProgressState& state) override {
    if (redraw_.due()) draw(state);
  }
  void note(const std::string& line) override {
    erase();
    say(line);
  }
  void finish(const ProgressState& state) override {
    draw(state);
    std::fputc('\n', stderr);
  }

 private:
  static void erase() { std::fputs("\r\x1b[K", stderr); }
  static void draw(const ProgressState& state) {
    const std::string text = progress_text(state);
    const int room = terminal_width() - static_cast<int>(text.size()) - 3;
    const std::string bar = room >= 10 ? progress_bar(state, std::min(room, 40)) + "  " : "";
    erase();
    std::fputs((bar + text).c_str(), stderr);
    std::fflush(stderr);
  }

  Thinned redraw_{std::chrono::milliseconds(100)};
};

class PlainLines : public Progress {
 public:
  void update(const ProgressState& state) override {
    if (next_.due()) say(progress_text(state));
  }
  void note(const std::string& line) override { say(line); }
  void finish(const ProgressState& state) override { say(progress_text(state)); }

 private:
  Thinned next_{std::chrono::seconds(10)};
};

class JsonLines : public Progress {
 public:
  void update(const ProgressState& state) override {
    if (next_.due()) say(progress_json(state));
  }
  void note(const std::string& line) override {
    say(nlohmann::json{{"note", line}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  void finish(const ProgressState& state) override { say(progress_json(state)); }

 private:
  Thinned next_{std::chrono::seconds(1)};
};

class Silence : public Progress {
 public:
  void update(const ProgressState&) override {}
  void note(const std::string&) override {}
  void finish(const ProgressState&) override {}
};

}  // namespace

std::string progress_text(const ProgressState& state) {
  const store::RunCounts& counts = state.counts;
  std::string text = std::to_string(counts.done) + "/" + std::to_string(counts.documents) + " documents  " +
                     std::to_string(pages_of(state)) + " pages  " + one_decimal(pages_a_second(state)) + " pages/s";
  if (counts.failed > 0) text += "  " + std::to_string(counts.failed) + " failed";
  if (counts.deferred > 0) text += "  " + std::to_string(counts.deferred) + " deferred";
  const double left = seconds_left(state);
  if (left > 0) text += "  " + duration(left) + " left";
  return text;
}

std::string progress_json(const ProgressState& state) {
  const store::RunCounts& counts = state.counts;
  nlohmann::ordered_json line = {{"documents", counts.documents}, {"done", counts.done},
                                 {"skipped", counts.skipped},     {"failed", counts.failed},
                                 {"deferred", counts.deferred},   {"pages", pages_of(state)},
                                 {"seconds", state.seconds}};
  const double left = seconds_left(state);
  line["seconds_left"] = left < 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(left);
  return line.dump();
}

std::string progress_bar(const ProgressState& state, int width) {
  const int all = std::max(state.counts.documents, 1);
  const auto filled = static_cast<std::size_t>(static_cast<long long>(width) * state.counts.done / all);
  return "[" + std::string(filled, '#') + std::string(static_cast<std::size_t>(width) - filled, '.') + "]";
}

std::unique_ptr<Progress> make_progress(ProgressStyle style) {
  if (style == ProgressStyle::automatic) {
    if (isatty(STDERR_FILENO) == 1) return std::make_unique<Bar>();
    return std::make_unique<PlainLines>();
  }
  if (style == ProgressStyle::json) return std::make_unique<JsonLines>();
  if (style == ProgressStyle::none) return std::make_unique<Silence>();
  return std::make_unique<PlainLines>();
}

}  // namespace prongsai::workers
