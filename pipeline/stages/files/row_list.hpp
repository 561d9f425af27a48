// The rows of a manifest. A year's manifest has a row a file: they are held as one text and their values' lengths,
// about 60 bytes a row beside the text itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/submission.hpp"

namespace prongsai::stages {

class RowList {
 public:
  RowList() = default;
  // `bytes`: how long the manifest is.
  RowList(std::string manifest, std::size_t bytes) : manifest_(std::move(manifest)) { text_.reserve(bytes); }

  // `row.manifest` is the list's own for all rows.
  void add(const ManifestRow& row);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] ManifestRow operator[](std::size_t index) const;

 private:
  struct Packed {
    std::size_t begin = 0;  // in text_
    // Of file, agency, item code, main site, address, publication; 0: not given.
    std::array<std::uint32_t, 6> lengths = {};
    int line = 0;
    std::optional<int> fiscal_year;
  };

  std::string manifest_;
  std::string text_;
  std::vector<Packed> rows_;
};

}  // namespace prongsai::stages
