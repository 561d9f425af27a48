// The sketches of a database's submissions (models/sketch.hpp): made once, looked up where two may be alike. What is
// held in memory does not grow with their number: order and meetings lie in temporary tables, on disk.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/sketch.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {

class SketchTable {
 public:
  explicit SketchTable(Store& store);  // the store must outlive this
  ~SketchTable();
  SketchTable(const SketchTable&) = delete;
  SketchTable& operator=(const SketchTable&) = delete;

  // Makes the sketches that are missing or of another version; one that cannot be made is asked for the next time
  // again.
  void fill(const std::string& version, const std::function<std::optional<Sketch>(const StoredSubmission&)>& make);

  // To be called once, before what follows. Puts all sketches in order and finds out which meet: one of a bucket's
  // reports meets those of its first kBucketSize that stand before it. What at() and met_by() tell is of this moment.
  void arrange();

  // By place, from 1; the last is the number of sketches. A sketch that was dropped since leaves its place empty.
  [[nodiscard]] std::int64_t last_place() const { return last_place_; }
  [[nodiscard]] std::optional<Sketch> at(std::int64_t place);
  [[nodiscard]] std::vector<Sketch> met_by(std::int64_t place);  // in order

  [[nodiscard]] std::optional<Sketch> first_of_bytes(const std::string& sha256);
  // Of an office's year, those that have any, in order.
  [[nodiscard]] std::vector<Sketch> with_weaknesses(const std::string& agency, int fiscal_year);

 private:
  void find_meetings();

  struct Lookups;

  Store& store_;
  std::unique_ptr<Lookups> lookups_;
  std::int64_t last_place_ = 0;
};

}  // namespace prongsai::store
