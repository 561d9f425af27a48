#include "pipeline/collect/warc/gzip_member.hpp"

#include <array>
#include <stdexcept>
#include <string>

namespace prongsai::collect {

GzipMember::GzipMember(Put put) : put_(std::move(put)) {
  constexpr int kGzip = 15 + 16;
  if (deflateInit2(&stream_, 6, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot be set up");
}

GzipMember::~GzipMember() {
  deflateEnd(&stream_);
}

void GzipMember::run(std::string_view bytes, int flush) {
  std::string in(bytes);  // zlib takes no constant bytes
  std::array<unsigned char, 65536> out{};
  void* const raw = in.data();
  stream_.next_in = static_cast<Bytef*>(raw);
  stream_.avail_in = static_cast<uInt>(in.size());
  do {
    stream_.next_out = out.data();
    stream_.avail_out = static_cast<uInt>(out.size());
    deflate(&stream_, flush);
    put_(out.data(), out.size() - stream_.avail_out);
  } while (stream_.avail_out == 0);
}

void GzipMember::add(std::string_view bytes) {
  run(bytes, Z_NO_FLUSH);
}

void GzipMember::finish() {
  run({}, Z_FINISH);
}

}  // namespace prongsai::collect
