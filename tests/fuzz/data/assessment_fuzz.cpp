// Any bytes as a year's assessment file: it is read, or refused with the file's name; weights, grades and numbers are
// in range, alone and on top of the year before.
#include <unistd.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "extractors/layouts/assessment/assessment.hpp"
#include "tests/fuzz/data_folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace prongsai;

// The file is named after its year, so that it cannot be one in memory.
std::string name_in(std::string_view bytes) {
  const std::size_t at = bytes.find("year: ");
  const std::string year(at == std::string_view::npos ? "" : bytes.substr(at + 6, 4));
  const bool is_number = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
  return (is_number ? year : "2567") + ".yaml";
}

class NamedFile {
 public:
  explicit NamedFile(std::string_view bytes)
      : folder_(fs::temp_directory_path() / ("prongsai-fuzz-" + std::to_string(getpid()))),
        path_(folder_ / name_in(bytes)) {
    fs::create_directories(folder_);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~NamedFile() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  NamedFile(const NamedFile&) = delete;
  NamedFile& operator=(const NamedFile&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path folder_;
  fs::path path_;
};

bool is_share(double value) {
  return value >= 0 && value <= 1;
}

void expect_sound(const layouts::Assessment& year) {
  double weights = 0;
  for (const layouts::Instrument& instrument : year.instruments) {
    if (!is_share(instrument.weight)) std::abort();
    weights += instrument.weight;
  }
  if (!(std::abs(weights - 1) < 0.01)) std::abort();
  for (std::size_t i = 0; i < year.issues.size(); ++i) {
    if (year.issues[i].no != static_cast<int>(i) + 1) std::abort();
  }
  for (const layouts::GradeScale& scale : year.grades) {
    for (std::size_t i = 1; i < scale.levels.size(); ++i) {
      if (!(scale.levels[i].min <= scale.levels[i - 1].min)) std::abort();
    }
  }
}

void read_or_refuse(const fs::path& file, const layouts::Assessment* before) {
  try {
    expect_sound(layouts::read_assessment(file, before));
  } catch (const std::runtime_error& error) {
    if (std::string_view(error.what()).find(file.string()) == std::string_view::npos) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const layouts::Assessment kFirst =
      layouts::read_assessment(fuzz::data_folder() / "assessment" / "2562.yaml", nullptr);
  const NamedFile file({reinterpret_cast<const char*>(data), size});
  read_or_refuse(file.path(), nullptr);
  read_or_refuse(file.path(), &kFirst);
  return 0;
}
