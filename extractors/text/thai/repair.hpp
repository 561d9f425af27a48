// Thai text as PDF files damage it, made whole again.
//
// In and out: UTF-8. Out is NFC with vowels and tone marks in canonical order, ำ as one letter (U+0E33), no
// private-use glyphs, no zero-width characters. Sound Thai text comes out unchanged, and repairing twice is the
// same as repairing once. Invalid UTF-8 becomes U+FFFD; no text throws (only ICU without its Thai data does).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

// The report's own words, gathered before its lines are repaired: a form that the report itself spells with ำ
// somewhere is a witness for the places where the ำ was lost.
class Vocabulary {
 public:
  Vocabulary();
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;

  void add(std::string_view sound_text);
  struct State;
  [[nodiscard]] const State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

// What the page itself tells about a line.
struct RepairHints {
  std::span<const std::size_t> sara_am_at;  // code point indexes of า that the page shows as ำ
  const Vocabulary* vocabulary = nullptr;
  bool sara_am_known = false;  // the hints are complete for this line: an า that is not named is an า
  std::span<const std::size_t> sara_aa_at = {};  // code point indexes of ำ that the page shows as า
  // Code point indexes of letters that were read from their picture: beyond doubt, but no measure for the rest.
  std::span<const std::size_t> seen_am_at = {};
  std::span<const std::size_t> seen_aa_at = {};
  bool scanned = false;  // read by OCR, which takes a speck over an า for the ring of ำ
};

// An า or ำ that might as well be the other one.
struct SaraDoubt {
  std::size_t at = 0;     // code point index in the raw text
  bool taken_am = false;  // it was taken for a ำ

  friend bool operator==(const SaraDoubt&, const SaraDoubt&) = default;
};

struct Repaired {
  std::string text;
  int changed = 0;                // code points mended
  bool doubtful = false;          // at least one repair was a guess (ทา or ทำ?)
  bool foreign_script = false;    // letters neither Thai nor Latin (stray Devanagari) are left in it
  std::vector<SaraDoubt> doubts;  // by place; fewer than there were where composing has moved letters
};

[[nodiscard]] Repaired repair_thai(std::string_view raw, const RepairHints& hints = {});

// White space folded to single blanks, ends trimmed.
[[nodiscard]] std::string fold_space(std::string_view text);

// Joins the lines of a cell or paragraph: one blank where a list item begins or the line ends in Latin letters,
// digits or punctuation that wants one; nothing inside a Thai word.
[[nodiscard]] std::string join_lines(std::span<const std::string> lines);

}  // namespace prongsai::text
