#include "pipeline/stages/data_folder.hpp"

#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::stages {
namespace {

namespace fs = std::filesystem;

bool is_data_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "layouts", ignored);
}

std::vector<fs::path> candidates() {
  std::error_code ignored;
  fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  std::vector<fs::path> places = {folder / "data", folder.parent_path() / "share" / "prongsai"};
  while (folder.has_relative_path()) {
    folder = folder.parent_path();
    places.push_back(folder / "data");
  }
  return places;
}

fs::path require_data_folder(const fs::path& folder, const std::string& said_by) {
  if (is_data_folder(folder)) return folder;
  throw std::runtime_error(display_path(folder) + " (from " + said_by +
                           ") is no data folder: it holds no folder 'layouts'");
}

// Parts of the data folder on which no stored value depends.
const std::set<std::string> kNoVersion = {"samples", "schema", "tessdata",    "export",
                                          "collect", "review", "command_line"};
const std::set<std::string> kJudging = {"checks", "rubrics", "messages"};

std::string hash_of(const std::map<std::string, std::string>& files) {
  return sha256_of(nlohmann::json(files).dump());
}

}  // namespace

fs::path find_data_folder(const std::optional<fs::path>& option) {
  if (option) return require_data_folder(*option, "--data");
  if (const char* set = std::getenv("PRONGSAI_DATA"); set != nullptr && *set != '\0') {
    return require_data_folder(set, "PRONGSAI_DATA");
  }
  std::string looked_at;
  for (const fs::path& place : candidates()) {
    if (is_data_folder(place)) return place;
    looked_at += "\n  " + display_path(place);
  }
  throw std::runtime_error("the data folder was not found; name it with --data or PRONGSAI_DATA. Looked at:" +
                           looked_at);
}

DataVersion version_of(const fs::path& data_folder) {
  std::map<std::string, std::string> reading;
  std::map<std::string, std::string> judging;
  for (const auto& entry : fs::recursive_directory_iterator(data_folder)) {
    if (!entry.is_regular_file()) continue;
    const fs::path inside = entry.path().lexically_relative(data_folder);
    const std::string part = inside.begin()->string();
    if (kNoVersion.contains(part) || inside.extension() == ".md") continue;
    const auto hash = sha256_of_file(entry.path());
    if (!hash) throw std::runtime_error(display_path(entry.path()) + ": " + hash.failure().message);
    (kJudging.contains(part) ? judging : reading)[escape_path(inside)] = hash.value().sha256;
  }
  DataVersion version{hash_of(reading), hash_of(judging), {}};
  reading.merge(judging);
  version.files = nlohmann::json(reading).dump(1);
  return version;
}

}  // namespace prongsai::stages
