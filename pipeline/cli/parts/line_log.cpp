#include "pipeline/cli/parts/line_log.hpp"

#include <fcntl.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>

namespace prongsai::cli {

std::function<void(const std::string&)> open_line_log(const std::filesystem::path& file) {
  // It names offices and files: its owner's alone, as the database.
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made >= 0) ::close(made);
  auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string());
  auto log = std::make_shared<spdlog::logger>("lines", std::move(sink));
  log->set_pattern("%Y-%m-%dT%H:%M:%S%z %v");
  log->flush_on(spdlog::level::info);
  return [log](const std::string& line) { log->info(line); };
}

}  // namespace prongsai::cli
