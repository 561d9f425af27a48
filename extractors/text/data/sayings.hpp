// Pairs of what the program says in English and of the same in Thai; {} stands for a part that differs.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::text {

class Sayings {
 public:
  // `pairs`: a list of two texts each, with three parts that differ at most; throws std::runtime_error naming file and
  // line. Where several fit, the first does.
  explicit Sayings(const DataNode& pairs);
  ~Sayings();
  Sayings(Sayings&&) noexcept;
  Sayings& operator=(Sayings&&) noexcept;

  // `english` in Thai, each part that differs as `part` gives it; nothing where no pair fits.
  [[nodiscard]] std::optional<std::string> in_thai(const std::string& english,
                                                   const std::function<std::string(const std::string&)>& part) const;
  // The same, its parts looked up likewise; what no pair fits stays as it is.
  [[nodiscard]] std::string in_thai_or_same(const std::string& english) const;

 private:
  struct Pair;
  std::unique_ptr<std::vector<Pair>> pairs_;
};

// The list `sayings` of a data file that holds nothing else.
[[nodiscard]] Sayings read_sayings(const std::filesystem::path& file);

}  // namespace prongsai::text
