// One gzip member, written piece by piece. For this library only.
#pragma once

#include <zlib.h>

#include <functional>
#include <string_view>

namespace prongsai::collect {

class GzipMember {
 public:
  using Put = std::function<void(const void* bytes, std::size_t size)>;

  // Throws std::runtime_error when zlib cannot be set up.
  explicit GzipMember(Put put);
  ~GzipMember();
  GzipMember(const GzipMember&) = delete;
  GzipMember& operator=(const GzipMember&) = delete;

  void add(std::string_view bytes);
  void finish();

 private:
  void run(std::string_view bytes, int flush);

  z_stream stream_{};
  Put put_;
};

}  // namespace prongsai::collect
