#include "models/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "models/aside.hpp"
#include "models/column_key.hpp"
#include "models/damage.hpp"
#include "models/evidence.hpp"
#include "models/fetch.hpp"
#include "models/finding.hpp"
#include "models/identity_place.hpp"
#include "models/page.hpp"
#include "models/publication.hpp"
#include "models/record.hpp"
#include "models/score_subject.hpp"

namespace prongsai {
namespace {

// Whether a number is an enumerator: the compiler writes "[… value = Status::failed]" for one and a cast,
// "[… value = (Status)9]", for any other number.
template <auto value>
constexpr bool is_enumerator() {
  const std::string_view name = __PRETTY_FUNCTION__;
  return name.find("value = (") == std::string_view::npos;
}
static_assert(is_enumerator<Severity::info>() && !is_enumerator<static_cast<Severity>(3)>());

template <typename Value>
class WordTable : public testing::Test {};

using Enumerations = testing::Types<Aside::Kind, ColumnKey, DamageEffect, Fetch::Outcome, IdentityPlace, PageSource,
                                    ParagraphRole, Publication::Place, Publication::State, ScoreUnit, Severity,
                                    StatedIn, Status, SubjectKind, TextSource>;
TYPED_TEST_SUITE(WordTable, Enumerations);

TYPED_TEST(WordTable, HasEveryValueInOrder) {
  constexpr auto& table = kWordsOf<TypeParam>;
  for (std::size_t i = 0; i < table.size(); ++i) EXPECT_EQ(static_cast<std::size_t>(table[i].value), i);
  static_assert(is_enumerator<static_cast<TypeParam>(table.size() - 1)>());
  static_assert(!is_enumerator<static_cast<TypeParam>(table.size())>(), "a value without a word");
}

TYPED_TEST(WordTable, LeadsFromEachWordBackToItsValue) {
  std::set<std::string_view> words;
  for (const auto& [value, word] : kWordsOf<TypeParam>) {
    EXPECT_FALSE(word.empty());
    EXPECT_TRUE(words.insert(word).second) << word;
    EXPECT_EQ(word_of(value), word);
    EXPECT_EQ(value_of<TypeParam>(word), value) << word;
  }
}

TEST(Words, UnknownOnesAreNoValue) {
  EXPECT_EQ(value_of<SubjectKind>("ita"), std::nullopt);
  EXPECT_EQ(value_of<SubjectKind>(""), std::nullopt);
  EXPECT_EQ(value_of<Severity>("errors"), std::nullopt);
}

TEST(Words, NoValueHasNone) {
  EXPECT_EQ(word_of(std::optional(ColumnKey::follow_up)), "follow_up");
  EXPECT_EQ(word_of(std::optional<ColumnKey>()), "");
}

// Findings, and columns that weigh the same, are sorted by key: as they were when keys were words.
TEST(Words, ColumnKeysAreInTheOrderOfTheirWords) {
  EXPECT_TRUE(std::ranges::is_sorted(kWordsOf<ColumnKey>, {}, &Worded<ColumnKey>::word));
}

}  // namespace
}  // namespace prongsai
