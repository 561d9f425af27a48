#include "pipeline/export/zip_file.hpp"

#include <zip.h>

#include <ctime>
#include <memory>
#include <stdexcept>

namespace prongsai::exporting {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

constexpr std::time_t kMoment = 946'684'800;  // a fixed one, 2000-01-01

[[noreturn]] void fail(const char* why) {
  throw std::runtime_error(std::string("the archive cannot be made: ") + why);
}

void add(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* const source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (source == nullptr) fail(zip_strerror(archive));
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive));
  }
  zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), kMoment, 0);
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail("its bytes cannot be read");
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size) fail("its bytes cannot be read");
  return bytes;
}

}  // namespace

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
  const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr), zip_source_free);
  if (!source) fail("no memory");
  zip_source_keep(source.get());  // the archive frees one when it ends
  Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr), zip_discard);
  if (!archive) fail("it cannot be begun");
  for (const auto& [name, bytes] : files) add(archive.get(), name, bytes);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  (void)archive.release();
  return bytes_of(source.get());
}

}  // namespace prongsai::exporting
