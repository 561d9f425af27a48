#include "extractors/source/ocr/sayings.hpp"

#include <sys/types.h>

#include "extractors/source/pdf/library_reports.hpp"

namespace prongsai::source {
namespace {

constexpr std::size_t kLongestLine = 1000;  // bytes; what is longer is cut

ssize_t take_printed(void* sayings, const char* bytes, std::size_t size) {
  static_cast<Sayings*>(sayings)->take({bytes, size});
  return static_cast<ssize_t>(size);
}

}  // namespace

Sayings::Sayings() : stream_(fopencookie(this, "w", {nullptr, take_printed, nullptr, nullptr})) {}

Sayings::~Sayings() {
  if (stream_ != nullptr) (void)std::fclose(stream_);
}

void Sayings::take(std::string_view printed) {
  for (const char c : printed) {
    if (c == '\n') {
      end_line();
    } else if (line_.size() < kLongestLine) {
      line_ += c;
    }
  }
}

void Sayings::end_line() {
  if (!line_.empty()) note_saying("Tesseract: " + line_);
  line_.clear();
}

Sayings::Turn::Turn(Sayings& sayings) : sayings_(sayings), before_(stderr) {
  if (sayings_.stream_ != nullptr) stderr = sayings_.stream_;
}

Sayings::Turn::~Turn() {
  if (sayings_.stream_ == nullptr) return;
  (void)std::fflush(sayings_.stream_);
  sayings_.end_line();
  stderr = before_;
}

}  // namespace prongsai::source
