// Names of government offices: full, abbreviated (ศธจ. สพป. สพม. ศธภ.) and split over lines.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

struct AgencyMention {
  std::string name;  // full canonical name: สำนักงานศึกษาธิการจังหวัดลำปาง
  bool known = false;     // it is in data/agencies; else it was built from a known pattern and a province or area
  bool parent = false;    // a ministry, commission or centre above the reporting offices: never foreign
  std::size_t begin = 0;  // byte offsets in the text
  std::size_t end = 0;
};

// Loaded once from data/agencies/*.csv and *.yaml; throws std::runtime_error naming the file and line when they
// are broken. Thread-safe after construction.
class Agencies {
 public:
  explicit Agencies(const std::filesystem::path& folder);
  ~Agencies();
  Agencies(Agencies&&) noexcept;
  Agencies& operator=(Agencies&&) noexcept;

  // All offices named in a text, longest match first, white space inside a name ignored.
  [[nodiscard]] std::vector<AgencyMention> find(std::string_view text) const;

  // The canonical full name for one written form; nothing when it names no office.
  [[nodiscard]] std::optional<std::string> canonical(std::string_view name) const;

  // A whole name as printed, a short form before a name of its own written out (อบต.บางน้ำ), whatever that name is.
  [[nodiscard]] std::string written_out(std::string_view printed) const;

  // A name whose kind lost a mark or two (สำนักงานสาธารณสขอำเภอ…) with the kind spelt right; other names unchanged.
  [[nodiscard]] std::string with_kind_spelt(std::string_view name, bool scanned = false) const;

  // Whether the lists vouch for every letter of a full name: a listed office, or one named after a province. Others
  // have names of their own (a college, a hospital), which no list can tell from a misreading.
  [[nodiscard]] bool spelling_is_known(std::string_view full_name) const;

  // Whether it is only the word for a kind of office (สำนักงานศึกษาธิการจังหวัด), without the name of one.
  [[nodiscard]] bool names_only_a_kind(std::string_view name) const;

  // Whether a text ends with the full word for a kind of office, whose own name is still to come.
  [[nodiscard]] bool ends_with_kind(std::string_view text) const;

  // Whether what stands behind a name, without a blank, goes on with a sentence and not with the name:
  // "…ขอส่งรายงานมาพร้อมนี้". A name itself may hold one such word.
  [[nodiscard]] bool reads_on(std::string_view rest) const;

  // The short word for the kind of office that a full name begins with (สพป., อบจ., …; families.yaml); "" where it
  // tells none.
  [[nodiscard]] std::string kind_of(std::string_view full_name) const;

  // Whether offices of the first one's kind stand above those of the second's: ตำรวจภูธรจังหวัด… above สถานีตำรวจภูธร….
  [[nodiscard]] bool stands_above(std::string_view full_name, std::string_view other) const;

  // The office above it (สำนักงานปลัดกระทรวง…, สพฐ., its region), when known.
  [[nodiscard]] std::vector<std::string> parents_of(std::string_view full_name) const;

  // For OCR: the known office whose name is nearest by edit distance, when no other is as near. `max_distance` in
  // code points.
  [[nodiscard]] std::optional<std::string> nearest(std::string_view name, int max_distance) const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace prongsai::text
