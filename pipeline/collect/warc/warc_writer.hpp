// What was asked and answered, as archives of the web keep it: WARC 1.1 (ISO 28500:2017), each record a gzip member of
// its own, so that readers find one by its offset and a torn end costs the last record only.
//
// Bodies stand decoded; where the server had compressed one, its Content-Encoding and Content-Length are kept as
// X-Archive-Orig-… and the length is the decoded one's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/collect/fetch/fetch_request.hpp"

namespace prongsai::collect {

class WarcWriter {
 public:
  // Goes on where `end` says that what was saved ends: file name and bytes; what is behind it was not saved and goes.
  // Throws std::runtime_error.
  WarcWriter(std::filesystem::path folder, std::string user_agent,
             const std::optional<std::pair<std::string, long long>>& end);
  ~WarcWriter();
  WarcWriter(const WarcWriter&) = delete;
  WarcWriter& operator=(const WarcWriter&) = delete;

  // Writes request and answer (`body`: path of the decoded body, "" for none), and says in `fetch` where they lie.
  // Throws std::runtime_error where the body cannot be read or the record not be written.
  void write(Fetched& fetched, const std::filesystem::path& body);

 private:
  void open(const std::string& name, long long end);
  void begin_next_file();
  void write_info();
  void write_record(const std::string& head, std::string_view block, const std::filesystem::path& body,
                    long long bytes);
  void put(const void* bytes, std::size_t size);
  [[nodiscard]] std::string new_record_id();

  std::filesystem::path folder_;
  std::string user_agent_;
  std::string name_;
  int fd_ = -1;
  int number_ = 0;
  long long end_ = 0;
};

// The names of WARC files: "collect-00001.warc.gz".
[[nodiscard]] std::string warc_name(int number);

}  // namespace prongsai::collect
