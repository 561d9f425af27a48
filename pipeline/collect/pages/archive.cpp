#include "pipeline/collect/pages/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/pages/html_page.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::collect {
namespace {

using Zip = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using ZipFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Zip open_zip(std::string_view bytes) {
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return {nullptr, zip_discard};
  zip_t* const zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (zip == nullptr) zip_source_free(source);
  return {zip, zip_discard};
}

std::string entry_name(zip_t* zip, zip_uint64_t index) {
  const char* const raw = zip_get_name(zip, index, ZIP_FL_ENC_RAW);
  if (raw == nullptr) return "";
  const std::string_view name = text::cut(raw, kLongestWords);
  return text::is_valid_utf8(name) ? text::cleaned(name) : text::cleaned(stages::decode_thai_bytes(name));
}

bool has_pdf_ending(const std::string& name) {
  if (name.size() < 4) return false;
  std::string ending = name.substr(name.size() - 4);
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return ending == ".pdf";
}

// What the archive says of a file's size may be a lie: no more than `room` bytes are ever unpacked.
ArchiveEntry unpacked(zip_t* zip, zip_uint64_t index, std::string name, std::size_t room) {
  ArchiveEntry entry{std::move(name), "", ""};
  const ZipFile file(zip_fopen_index(zip, index, 0), zip_fclose);
  if (!file) {
    entry.left_out = zip_strerror(zip);
    return entry;
  }
  constexpr std::size_t kPiece = 65536;
  std::string piece(kPiece, '\0');
  zip_int64_t got = 0;
  while ((got = zip_fread(file.get(), piece.data(), kPiece)) > 0) {
    if (entry.bytes.size() + static_cast<std::size_t>(got) > room) {
      return {std::move(entry.name), "", "it is larger than an archive's files may be"};
    }
    entry.bytes.append(piece, 0, static_cast<std::size_t>(got));
  }
  if (got < 0) return {std::move(entry.name), "", "it is damaged"};
  return entry;
}

}  // namespace

std::vector<ArchiveEntry> read_archive(std::string_view bytes, std::size_t most_bytes) {
  const Zip zip = open_zip(bytes);
  if (!zip) return {};
  std::vector<ArchiveEntry> entries;
  std::size_t room = most_bytes;
  const auto files = static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(zip.get(), 0), 0));
  for (zip_uint64_t i = 0; i < std::min(files, kMostEntries); ++i) {
    std::string name = entry_name(zip.get(), i);
    if (!has_pdf_ending(name)) continue;
    entries.push_back(unpacked(zip.get(), i, std::move(name), room));
    room -= entries.back().bytes.size();
  }
  return entries;
}

}  // namespace prongsai::collect
