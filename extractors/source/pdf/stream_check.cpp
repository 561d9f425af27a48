#include "extractors/source/pdf/stream_check.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <qpdf/Buffer.hh>
#include <vector>

// jpeglib.h needs size_t and FILE declared before it.
#include <jpeglib.h>

namespace prongsai::source {
namespace {

constexpr std::size_t kHeaderBytes = 2;
constexpr std::size_t kChecksumBytes = 4;

// The compressed data without zlib's header and checksum, which are looked at apart: a checksum that was cut off takes
// nothing away.
class Inflater {
 public:
  explicit Inflater(std::string_view deflated) {
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));  // zlib only reads it
    state_.avail_in = static_cast<uInt>(deflated.size());
    ready_ = inflateInit2(&state_, -MAX_WBITS) == Z_OK;
  }
  ~Inflater() {
    if (ready_) inflateEnd(&state_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // zlib's code after the last step; Z_OK when `most` was passed.
  int run(std::size_t most, std::string* out = nullptr) {
    int code = ready_ ? Z_OK : Z_MEM_ERROR;
    while (code == Z_OK && state_.total_out <= most) {
      state_.next_out = buffer_.data();
      state_.avail_out = static_cast<uInt>(buffer_.size());
      code = inflate(&state_, Z_NO_FLUSH);
      if (out != nullptr) out->append(reinterpret_cast<char*>(buffer_.data()), buffer_.size() - state_.avail_out);
      checksum_ = adler32(checksum_, buffer_.data(), static_cast<uInt>(buffer_.size()) - state_.avail_out);
    }
    return code;
  }
  [[nodiscard]] std::string_view rest() const {
    return {reinterpret_cast<const char*>(state_.next_in), state_.avail_in};
  }
  [[nodiscard]] uLong checksum() const { return checksum_; }
  [[nodiscard]] std::string words() const { return state_.msg != nullptr ? state_.msg : "no more data"; }

 private:
  z_stream state_{};
  bool ready_ = false;
  uLong checksum_ = adler32(0, nullptr, 0);
  std::array<Bytef, 65536> buffer_{};
};

unsigned byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

struct JpegError {
  jpeg_error_mgr base{};  // first: libjpeg hands it back by this address
  std::jmp_buf out{};
  std::array<char, JMSG_LENGTH_MAX> words{};
};

void note_jpeg(j_common_ptr picture) {
  auto* error = reinterpret_cast<JpegError*>(picture->err);
  if (error->words[0] == '\0') picture->err->format_message(picture, error->words.data());
}
void leave_jpeg(j_common_ptr picture) {
  note_jpeg(picture);
  std::longjmp(reinterpret_cast<JpegError*>(picture->err)->out, 1);
}
void warn_jpeg(j_common_ptr picture, int level) {
  if (level < 0) note_jpeg(picture);
}

// Decodes at an eighth of the size: every code is read, and next to nothing is computed. No C++ object lives in here
// beside the vector made before setjmp.
void decode_jpeg(std::string_view bytes, JpegError& error, std::vector<JSAMPLE>& row) {
  jpeg_decompress_struct picture{};
  picture.err = jpeg_std_error(&error.base);
  error.base.error_exit = leave_jpeg;
  error.base.emit_message = warn_jpeg;
  jpeg_create_decompress(&picture);
  if (setjmp(error.out) == 0) {
    jpeg_mem_src(&picture, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&picture, TRUE);
    picture.scale_num = 1;
    picture.scale_denom = 8;
    picture.out_color_space = picture.jpeg_color_space;
    jpeg_start_decompress(&picture);
    row.resize(static_cast<std::size_t>(picture.output_width) * static_cast<std::size_t>(picture.output_components));
    JSAMPROW line = row.data();
    while (picture.output_scanline < picture.output_height) jpeg_read_scanlines(&picture, &line, 1);
    jpeg_finish_decompress(&picture);
  }
  jpeg_destroy_decompress(&picture);
}

std::string first_filter(QPDFObjectHandle stream) {
  QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() > 0) filter = filter.getArrayItem(0);
  return filter.isName() ? filter.getName() : "";
}

}  // namespace

std::optional<std::string> zlib_fault(std::string_view bytes, std::size_t most) {
  if (bytes.size() < kHeaderBytes) return "no compressed data";
  const bool header = (byte(bytes, 0) & 0x0FU) == Z_DEFLATED && (byte(bytes, 0) * 256 + byte(bytes, 1)) % 31 == 0;
  if (!header) return "no header of compressed data";
  Inflater inflater(bytes.substr(kHeaderBytes));
  const int code = inflater.run(most);
  if (code == Z_OK) return std::nullopt;
  if (code != Z_STREAM_END) return "compressed data break off: " + inflater.words();
  const std::string_view checksum = inflater.rest();
  if (checksum.size() < kChecksumBytes) return std::nullopt;
  uLong written = 0;
  for (std::size_t i = 0; i < kChecksumBytes; ++i) written = written * 256 + byte(checksum, i);
  if (written != inflater.checksum()) return "compressed data do not match their checksum";
  return std::nullopt;
}

std::string inflated_part(std::string_view bytes, std::size_t most) {
  std::string out;
  if (bytes.size() > kHeaderBytes) Inflater(bytes.substr(kHeaderBytes)).run(most, &out);
  return out;
}

std::optional<std::string> jpeg_fault(std::string_view bytes) {
  JpegError error;
  std::vector<JSAMPLE> row;
  decode_jpeg(bytes, error, row);
  if (error.words[0] == '\0') return std::nullopt;
  return std::string("JPEG picture: ") + error.words.data();
}

std::optional<std::string> stream_fault(QPDFObjectHandle stream, std::size_t most) {
  const std::string filter = first_filter(stream);
  const bool deflated = filter == "/FlateDecode" || filter == "/Fl";
  const bool jpeg = filter == "/DCTDecode" || filter == "/DCT";
  if (!deflated && !jpeg) return std::nullopt;
  const auto raw = stream.getRawStreamData();
  const std::string_view bytes(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
  return deflated ? zlib_fault(bytes, most) : jpeg_fault(bytes);
}

}  // namespace prongsai::source
