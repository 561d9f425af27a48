#include "extractors/text/thai/repair.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <utility>

#include "extractors/text/thai/glyphs.hpp"
#include "extractors/text/thai/mojibake.hpp"
#include "extractors/text/thai/sara_am.hpp"
#include "extractors/text/thai/spaced_letters.hpp"
#include "extractors/text/thai/syllables.hpp"
#include "extractors/text/thai/vocabulary_state.hpp"
#include "extractors/text/unicode/letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr int kMostRounds = 8;  // a guard only: two or three are the rule

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; });
}

Letters read_letters(std::string_view raw) {
  Letters letters;
  letters.reserve(raw.size() / 2);
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint point = code_point_at(raw, at);
    letters.push_back({point.value});
    at = point.end();
  }
  return letters;
}

int read_as_tis620(Letters& letters, std::string_view raw) {
  if (!shows_tis620(raw)) return 0;
  int changed = 0;
  for (Letter& letter : letters) {
    const char32_t thai = tis620_letter(letter.value);
    if (thai != letter.value) ++changed;
    letter.value = thai;
  }
  return changed;
}

// Takes what the page shows at some places; a place without an า or ำ is left alone.
int take_hints(Letters& letters, std::span<const std::size_t> places, char32_t shown) {
  int changed = 0;
  for (const std::size_t at : places) {
    if (at >= letters.size() || (letters[at].value != kSaraAa && letters[at].value != kSaraAm)) continue;
    if (letters[at].value != shown) ++changed;
    letters[at].value = shown;
    letters[at].sara_am = SaraAm::certain;
  }
  return changed;
}

// One step's repair may lay bare another's damage (a false blank gone, two marks meet), so the steps go round until
// nothing changes; that also makes repairing twice the same as repairing once.
int mend_letters(Letters& letters, const RepairHints& hints, std::vector<SaraDoubt>& doubts) {
  int changed = 0;
  doubts.clear();
  for (int round = 0; round < kMostRounds; ++round) {
    int now = mend_glyphs(letters) + join_spaced_letters(letters) + mend_syllables(letters);
    const SaraAmRepair sara_am = mend_sara_am(letters, hints);
    doubts.insert(doubts.end(), sara_am.doubts.begin(), sara_am.doubts.end());
    now += sara_am.changed;
    changed += now;
    if (now == 0) break;
  }
  return changed;
}

// Each place once, as it was taken last. Letters that were read back from composed text have none.
void settle_places(std::vector<SaraDoubt>& doubts) {
  std::stable_sort(doubts.begin(), doubts.end(), [](const SaraDoubt& a, const SaraDoubt& b) { return a.at < b.at; });
  std::vector<SaraDoubt> settled;
  for (const SaraDoubt& doubt : doubts) {
    if (doubt.at == Letter::kNowhere) break;
    if (!settled.empty() && settled.back().at == doubt.at) settled.pop_back();
    settled.push_back(doubt);
  }
  doubts = std::move(settled);
  assert(std::adjacent_find(doubts.begin(), doubts.end(),
                            [](const SaraDoubt& a, const SaraDoubt& b) { return a.at >= b.at; }) == doubts.end());
}

std::string write_letters(const Letters& letters) {
  std::string text;
  text.reserve(letters.size() * 3);
  for (const Letter& letter : letters) append_utf8(text, letter.value);
  return text;
}

bool same_letters(const Letters& a, const Letters& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Letter& x, const Letter& y) { return x.value == y.value; });
}

std::string compose(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) != 0) {
    throw std::runtime_error(std::string("ICU cannot normalise text (") + u_errorName(error) + "): reinstall libicu72");
  }
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, text, sink, nullptr, error);
  return U_FAILURE(error) != 0 ? text : composed;
}

// A letter or mark of a script that Thai reports are not written in. Unreadable code points count: they stand
// where a letter stood.
bool is_foreign(char32_t c) {
  if (c < 0x0250 || is_thai(c)) return false;
  if (c == kReplacement) return true;
  const auto point = static_cast<UChar32>(c);
  if (u_isalpha(point) == 0 && (U_GET_GC_MASK(point) & U_GC_M_MASK) == 0) return false;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(point, &error);
  return script != USCRIPT_THAI && script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
}

}  // namespace

Repaired repair_thai(std::string_view raw, const RepairHints& hints) {
  Repaired repaired;
  if (is_printable_ascii(raw)) {
    repaired.text = raw;
    return repaired;
  }
  Letters letters = read_letters(raw);
  for (std::size_t i = 0; i < letters.size(); ++i) letters[i].raw = i;
  repaired.changed = read_as_tis620(letters, raw) + take_hints(letters, hints.sara_am_at, kSaraAm);
  repaired.changed += take_hints(letters, hints.sara_aa_at, kSaraAa);
  repaired.changed += take_hints(letters, hints.seen_am_at, kSaraAm);
  repaired.changed += take_hints(letters, hints.seen_aa_at, kSaraAa);
  repaired.changed += mend_letters(letters, hints, repaired.doubts);
  repaired.text = compose(write_letters(letters));
  // Composing may move a foreign mark past a Thai one; what that lays bare is mended too.
  const RepairHints without_places{.vocabulary = hints.vocabulary, .sara_am_known = hints.sara_am_known};
  for (int round = 0; round < kMostRounds; ++round) {
    Letters composed = read_letters(repaired.text);
    if (same_letters(composed, letters) || mend_letters(composed, without_places, repaired.doubts) == 0) break;
    letters = std::move(composed);
    repaired.text = compose(write_letters(letters));
  }
  repaired.doubtful = !repaired.doubts.empty();
  settle_places(repaired.doubts);
  repaired.foreign_script =
      std::any_of(letters.begin(), letters.end(), [](const Letter& letter) { return is_foreign(letter.value); });
  return repaired;
}

Vocabulary::Vocabulary() : state_(std::make_unique<State>()) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

void Vocabulary::add(std::string_view text) {
  Letters letters = read_letters(text);
  read_as_tis620(letters, text);
  mend_glyphs(letters);
  join_spaced_letters(letters);
  mend_syllables(letters);
  learn_sara_am(letters, *state_);
}

std::string fold_space(std::string_view text) {
  std::string folded;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      blank = !folded.empty();
    } else {
      if (blank) folded.push_back(' ');
      blank = false;
      folded.append(text.substr(at, point.size));
    }
    at = point.end();
  }
  return folded;
}

}  // namespace prongsai::text
