#include "extractors/text/thai/scan_spelling.hpp"

#include <re2/re2.h>

#include <vector>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/misread_words.hpp"
#include "extractors/text/thai/reading.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr Cost kScanFalseBlank = 15;        // as likely in a word as between two that are none
constexpr std::size_t kLongestJoined = 60;  // letters of two runs that are tried as one

struct MendedRun {
  std::u32string text;
  Cost cost = 0;  // of its words and of the mistakes in them
};

Reading reading_of(const std::u32string& run) {
  std::vector<Spelling> letters;
  letters.reserve(run.size());
  for (const char32_t c : run) letters.push_back({c});
  return read_run(letters, &listed_scan_words());
}

// Whether a word may go on from one run to the next: what ends the one or begins the other is none by itself.
bool is_torn(const std::u32string& run, const std::u32string& next) {
  if (next.front() == kMaiYamok || next.front() == kPaiyannoi) return false;  // may stand behind a blank
  if (!reading_of(run).words.back().known) return true;
  return next.size() > 1 && !reading_of(next).words.front().known;  // a lone letter may number something (นาย ก)
}

// One run of Thai letters. A word is put in where that makes the whole run likelier, the mistakes it takes included.
class RunMender {
 public:
  RunMender(std::u32string run, Amiss amiss) : run_(std::move(run)), amiss_(amiss), cost_(cost_of(run_)) {}

  MendedRun mend() {
    for (std::size_t i = 0; i < run_.size(); ++i) mend_at(i);
    return {std::move(run_), cost_ + mistakes_};
  }

 private:
  static Cost cost_of(const std::u32string& run) { return reading_of(run).cost; }

  [[nodiscard]] bool may_begin(std::size_t at) const {
    return !is_thai_mark(run_[at]) && !is_thai_following_vowel(run_[at]) &&
           (at == 0 || !is_thai_leading_vowel(run_[at - 1]));
  }

  void mend_at(std::size_t at) {
    if (!may_begin(at)) return;
    std::u32string best;
    Cost least = cost_;
    Cost mistakes = 0;
    for (const MisreadWord& word : misread_words(run_, at)) {
      if (amiss_ == Amiss::lost_marks && !word.lost_marks_only) continue;
      std::u32string changed = run_.substr(0, at) + word.spelling + run_.substr(word.end);
      const Cost cost = cost_of(changed) + word.mistakes;
      if (cost >= least || cost_ - cost < word.least_gain) continue;
      least = cost;
      best = std::move(changed);
      mistakes = word.mistakes;
    }
    if (best.empty()) return;
    run_ = std::move(best);
    cost_ = least - mistakes;
    mistakes_ += mistakes;
  }

  std::u32string run_;
  Amiss amiss_;
  Cost cost_;
  Cost mistakes_ = 0;
};

// Runs and what stands between them. A mark that was lost often leaves a blank in its word (ปฏ บัติการ): two runs with a
// blank between them are one where that explains what neither does alone.
class TextMender {
 public:
  explicit TextMender(Amiss amiss) : amiss_(amiss) {}

  void add_run(std::u32string run) {
    MendedRun mended = RunMender(run, amiss_).mend();
    if (blank_behind_last_ && last_read_.size() + run.size() <= kLongestJoined && is_torn(last_read_, run)) {
      MendedRun joined = RunMender(last_read_ + run, amiss_).mend();
      if (joined.cost + kScanFalseBlank <= last_.cost + mended.cost) {
        blank_behind_last_ = false;
        last_read_ += run;
        last_ = std::move(joined);
        return;
      }
    }
    flush();
    last_read_ = std::move(run);
    last_ = std::move(mended);
  }

  void add_other(char32_t letter) {
    if (letter == U' ' && !last_read_.empty() && !blank_behind_last_) {
      blank_behind_last_ = true;
      return;
    }
    flush();
    text_ += letter;
  }

  std::u32string mended() && {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    text_ += last_.text;
    if (blank_behind_last_) text_ += U' ';
    last_ = {};
    last_read_.clear();
    blank_behind_last_ = false;
  }

  Amiss amiss_;
  std::u32string text_;
  std::u32string last_read_;  // the run behind `text_`, as it was read
  MendedRun last_;
  bool blank_behind_last_ = false;
};

// Hands over runs of Thai letters and, one by one, what stands between them.
template <typename OnRun, typename OnRest>
void each_run(const std::u32string& codes, const OnRun& on_run, const OnRest& on_rest) {
  for (std::size_t i = 0; i < codes.size();) {
    std::size_t end = i;
    while (end < codes.size() && is_thai_letter(codes[end])) ++end;
    if (end > i)
      on_run(codes.substr(i, end - i));
    else
      on_rest(codes[end++]);
    i = end;
  }
}

// OR Code: reports are full of QR codes.
void mend_misread(std::string& text) {
  for (const auto& [read, printed] : lexicon().scan.misread) {
    for (std::size_t at = text.find(read); at != std::string::npos; at = text.find(read, at + printed.size()))
      text.replace(at, read.size(), printed);
  }
}

// "พ.ศ. 25 67": print set wide leaves a gap in the middle of a year; behind an era's words the four digits are one.
re2::RE2 parted_year() {
  std::string eras;
  for (const std::string& era : lexicon().years.buddhist.texts())
    eras += (eras.empty() ? "" : "|") + re2::RE2::QuoteMeta(era);
  return re2::RE2("((?:" + eras + ") ?)(2[456]|๒[๔๕๖]) ([0-9]{2}|[๐-๙]{2})([^0-9๐-๙]|$)");
}

void mend_parted_year(std::string& text) {
  static const re2::RE2 kParted = parted_year();
  re2::RE2::GlobalReplace(&text, kParted, "\\1\\2\\3\\4");
}

// "๒.๕๐๐,๐๐๐" and "๒,๕๐๐ ๐๐๐": a comma of thousands read as a point, or lost, where nothing else can be meant. In
// "๒๒.๐๐๐" the point may be one.
void mend_thousands(std::string& text) {
  static const re2::RE2 kPoint("(^|[^0-9๐-๙.,])([0-9๐-๙]{1,3})\\.([0-9๐-๙]{3},[0-9๐-๙]{3})([^0-9๐-๙]|$)");
  static const re2::RE2 kBlank("(^|[^0-9๐-๙.,])([0-9๐-๙]{1,3},[0-9๐-๙]{3}) (000|๐๐๐)([^0-9๐-๙]|$)");
  for (const re2::RE2* lost : {&kPoint, &kBlank}) {
    while (re2::RE2::GlobalReplace(&text, *lost, "\\1\\2,\\3\\4") > 0) continue;  // two figures share the blank between
  }
}

}  // namespace

SpeltLetters spelt_letters(std::string_view text) {
  SpeltLetters letters;
  const auto count = [&](const std::u32string& run) {
    for (const ReadWord& word : reading_of(run).words)
      (word.known ? letters.known : letters.unknown) += static_cast<long>(word.end - word.begin);
  };
  each_run(to_utf32(text), count, [](char32_t) {});
  return letters;
}

std::string mend_scanned(std::string_view text, Amiss amiss) {
  TextMender mender(amiss);
  each_run(
      to_utf32(text), [&](std::u32string run) { mender.add_run(std::move(run)); },
      [&](char32_t other) { mender.add_other(other); });
  std::string out = to_utf8(std::move(mender).mended());
  mend_misread(out);
  mend_parted_year(out);
  if (amiss == Amiss::marks_and_letters) mend_thousands(out);
  return out;
}

}  // namespace prongsai::text
