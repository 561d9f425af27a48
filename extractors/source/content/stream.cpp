#include "extractors/source/content/stream.hpp"

#include <exception>
#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace prongsai::source {

namespace {

class BoundedText : public Pipeline {
 public:
  explicit BoundedText(std::size_t limit) : Pipeline("bounded text", nullptr), limit_(limit) {}

  void write(unsigned char const* data, size_t length) override {
    if (length > limit_ - text.size()) throw std::length_error("stream beyond its limit");
    text.append(data, data + length);
  }
  void finish() override {}

  std::string text;

 private:
  std::size_t limit_;
};

// Appends; false when the stream cannot be decoded within the limit.
bool append(QPDFObjectHandle stream, std::size_t limit, std::string& out) {
  if (!stream.isStream() || out.size() >= limit) return false;
  BoundedText sink(limit - out.size());
  try {
    if (!stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true)) return false;
  } catch (const std::exception&) {
    return false;
  }
  out += sink.text;
  return true;
}

}  // namespace

std::optional<std::string> decoded(QPDFObjectHandle stream, std::size_t limit) {
  std::string text;
  if (!append(stream, limit, text)) return std::nullopt;
  return text;
}

std::optional<std::string> page_content(QPDFObjectHandle page, std::size_t limit) {
  QPDFObjectHandle contents = page.getKey("/Contents");
  if (contents.isStream()) return decoded(contents, limit);
  if (!contents.isArray()) return std::nullopt;
  std::string text;
  for (auto part : contents.aitems()) {
    if (!text.empty() && text.size() < limit) text.push_back('\n');  // a token does not go over a stream's end
    if (!append(part, limit, text)) return std::nullopt;
  }
  return text;
}

}  // namespace prongsai::source
