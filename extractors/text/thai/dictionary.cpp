#include "extractors/text/thai/dictionary.hpp"

#include <unicode/bytestrie.h>
#include <unicode/udata.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <string>

#include "extractors/text/unicode/spell.hpp"

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
  static const Dictionary opened = open_dictionary();
  return opened;
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

}  // namespace

void spell_dictionary_words(std::span<const Spelling> run, std::size_t begin, Cost cost,
                            std::vector<SpeltWord>& found) {
  spell_words(Cursor(), run, begin, begin, 0, [&found, cost](const Cursor&, std::size_t end, std::uint64_t others) {
    found.push_back({end, cost, others});
  });
}

}  // namespace prongsai::text
