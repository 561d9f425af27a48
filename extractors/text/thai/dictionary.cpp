#include "extractors/text/thai/dictionary.hpp"

#include <unicode/bytestrie.h>
#include <unicode/udata.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <string>

#include "extractors/text/unicode/spell.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

// The header of an ICU dictionary (ICU's source, common/dictionarydata.h, the same since ICU 50): eight 32-bit
// numbers; the trie's place, its type and the offset that turns a letter into a byte are what we need.
constexpr std::size_t kTrieOffset = 0;
constexpr std::size_t kTrieType = 4;
constexpr std::size_t kTransform = 5;
constexpr std::int32_t kBytesTrie = 0;
constexpr std::int32_t kTypeMask = 7;
constexpr std::uint32_t kOffsetTransform = 0x01000000;
constexpr std::uint32_t kTransformTypeMask = 0x7F000000;
constexpr std::uint32_t kOffsetMask = 0x1FFFFF;
constexpr char32_t kHighestByte = 0xFD;

struct Dictionary {
  UDataMemory* memory = nullptr;  // never closed: the trie is read until the program ends
  const char* trie = nullptr;
  char32_t offset = 0;
};

Dictionary open_dictionary() {
  UErrorCode error = U_ZERO_ERROR;
  UDataMemory* memory = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "thaidict", &error);
  if (U_FAILURE(error) != 0) {
    throw std::runtime_error(std::string("ICU's Thai dictionary cannot be opened (") + u_errorName(error) +
                             "): reinstall libicu72");
  }
  const auto* bytes = static_cast<const char*>(udata_getMemory(memory));
  std::array<std::int32_t, 8> header{};
  std::memcpy(header.data(), bytes, sizeof header);
  const auto transform = static_cast<std::uint32_t>(header[kTransform]);
  if ((header[kTrieType] & kTypeMask) != kBytesTrie || (transform & kTransformTypeMask) != kOffsetTransform) {
    throw std::runtime_error("ICU's Thai dictionary has a format that this program does not know: use ICU 72");
  }
  return {memory, bytes + header[kTrieOffset], transform & kOffsetMask};
}

const Dictionary& dictionary() {
  static const Dictionary kOpened = open_dictionary();
  return kOpened;
}

class Cursor {
 public:
  Cursor() : offset_(dictionary().offset), trie_(dictionary().trie) {}

  bool advance(char32_t letter) {
    if (letter < offset_ || letter - offset_ > kHighestByte) return false;
    state_ = trie_.next(static_cast<std::int32_t>(letter - offset_));
    return state_ != USTRINGTRIE_NO_MATCH;
  }
  [[nodiscard]] bool at_word() const { return USTRINGTRIE_HAS_VALUE(state_); }

 private:
  char32_t offset_;
  icu::BytesTrie trie_;
  UStringTrieResult state_ = USTRINGTRIE_NO_VALUE;
};

constexpr std::u32string_view kMarksThatAreLost = U"ัิีึืุู็่้๊๋์";

// Goes on letter by letter and, behind a consonant or its marks, also by marks that the run lacks.
class LostMarks {
 public:
  LostMarks(std::u32string_view run, int most_lost, std::vector<WordWithLostMarks>& found)
      : run_(run), most_lost_(most_lost), found_(found) {}

  void walk(const Cursor& cursor, std::size_t at, int lost) {
    if (lost > 0 && cursor.at_word()) found_.push_back({at, spelling_, lost});
    if (at < run_.size()) step(cursor, run_[at], at + 1, lost);
    if (lost == most_lost_ || spelling_.empty() || !takes_marks(spelling_.back())) return;
    for (const char32_t mark : kMarksThatAreLost) step(cursor, mark, at, lost + 1);
  }

 private:
  static bool takes_marks(char32_t letter) { return is_thai_consonant(letter) || is_thai_mark(letter); }

  void step(Cursor cursor, char32_t letter, std::size_t at, int lost) {
    if (!cursor.advance(letter)) return;
    spelling_ += letter;
    walk(cursor, at, lost);
    spelling_.pop_back();
  }

  std::u32string_view run_;
  int most_lost_;
  std::vector<WordWithLostMarks>& found_;
  std::u32string spelling_;
};

}  // namespace

void spell_with_lost_marks(std::u32string_view run, std::size_t begin, int most_lost,
                           std::vector<WordWithLostMarks>& found) {
  LostMarks(run, most_lost, found).walk(Cursor(), begin, 0);
}

void spell_dictionary_words(std::span<const Spelling> run, std::size_t begin, Cost cost,
                            std::vector<SpeltWord>& found) {
  spell_words(Cursor(), run, begin, begin, 0, [&found, cost](const Cursor&, std::size_t end, std::uint64_t others) {
    found.push_back({end, cost, others});
  });
}

}  // namespace prongsai::text
