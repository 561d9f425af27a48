// Words that tell what a line of a report is (data/layouts/common/labels.yaml), and the two labelled entries of an
// issue: its timeframe (ระยะเวลาดำเนินการ) and the office's limitation (ข้อจำกัดของหน่วยงาน).
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/words/phrase_mender.hpp"
#include "models/evidence.hpp"

namespace prongsai::layouts {

// Where a line's own words begin, behind its list marker or bullet: a byte offset.
[[nodiscard]] std::size_t words_begin(std::string_view line);

enum class Entry { timeframe, limitation, another };  // `another`: what no issue keeps; it ends the entry before it

// A label in a text, and where its value begins (behind a colon, if there is one).
struct LabelHit {
  Entry entry = Entry::timeframe;
  std::size_t begin = 0;  // byte offsets
  std::size_t value = 0;
};

// An officer's title that stands for an office: ศึกษาธิการจังหวัด → สำนักงานศึกษาธิการจังหวัด.
struct HeadTitle {
  std::string title;
  std::string office;
};

class Labels {
 public:
  explicit Labels(const std::filesystem::path& file);

  // A named list of labels.yaml; throws std::out_of_range for a name that is none (a bug).
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;
  // The same, tight (see tight_text.hpp).
  [[nodiscard]] const std::vector<std::string>& tight_list(std::string_view name) const;
  [[nodiscard]] bool has_list(std::string_view name) const;
  // Adds the words that a list does not have yet; throws as `list` does.
  void extend(std::string_view name, const std::vector<std::string>& words);
  [[nodiscard]] const std::vector<HeadTitle>& head_titles() const { return head_titles_; }

  // A text as its known phrases are spelt, if it was read from pixels; else the text itself. For finding only.
  [[nodiscard]] std::string as_spelt(std::string_view text, TextSource source) const;

  // The label that a line begins with, list markers and bullets aside; misread letters are forgiven, more of them where
  // OCR has read.
  [[nodiscard]] std::optional<LabelHit> at_start(std::string_view line, TextSource source) const;

  // All labels of a text in order: at its start as above, and further labels inside it, which must be spelt right
  // and stand behind a blank or a digit or before a colon ("… ๒๕๖๗ ข้อจำกัดของหน่วยงาน : …"). A limitation run on
  // behind a timeframe may be misread. Short labels count inside a text before a colon only, and so do
  // those of other entries ("ผู้รับผิดชอบ :").
  [[nodiscard]] std::vector<LabelHit> find(std::string_view text, TextSource source) const;

 private:
  struct Lists {
    std::vector<std::string> words;
    std::vector<std::string> tight;
  };

  [[nodiscard]] const Lists& lists(std::string_view name) const;
  void find_misread(std::string_view text, std::vector<LabelHit>& hits) const;
  static void find_before_colon(std::string_view text, Entry entry, const std::vector<std::string>& labels,
                                std::vector<LabelHit>& hits);

  std::map<std::string, Lists, std::less<>> lists_;
  std::vector<HeadTitle> head_titles_;
  PhraseMender mender_;
};

}  // namespace prongsai::layouts
