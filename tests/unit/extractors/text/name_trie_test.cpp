#include "extractors/text/unicode/name_trie.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "extractors/text/unicode/word_trie.hpp"

namespace prongsai::text {
namespace {

std::vector<std::pair<std::size_t, int>> found(const NameTrie& trie, std::u32string_view letters, std::size_t begin) {
  std::vector<NameTrie::Hit> hits = {{7, 7}};  // of a search before
  trie.find(letters, begin, hits);
  std::vector<std::pair<std::size_t, int>> out;
  for (const NameTrie::Hit& hit : hits) out.emplace_back(hit.end, hit.value);
  return out;
}

using Hits = std::vector<std::pair<std::size_t, int>>;

TEST(NameTrie, GivesAllNamesFromAPlaceOnTheLongestFirst) {
  NameTrie trie;
  trie.add(U"กรม", 1);
  trie.add(U"กรมการปกครอง", 2);
  trie.add(U"กอง", 3);
  EXPECT_EQ(found(trie, U"xกรมการปกครองส่วน", 1), (Hits{{13, 2}, {4, 1}}));
  EXPECT_EQ(found(trie, U"กรมการค้า", 0), (Hits{{3, 1}})) << "what goes on otherwise";
  EXPECT_EQ(found(trie, U"กร", 0), Hits{}) << "a beginning is no name";
  EXPECT_EQ(found(trie, U"xกรม", 0), Hits{}) << "only from the place on";
  EXPECT_EQ(found(trie, U"กรม", 9), Hits{});
}

TEST(NameTrie, ANameAddedTwiceKeepsItsFirstValueAndNoNameIsEmpty) {
  NameTrie trie;
  trie.add(U"กรม", 1);
  trie.add(U"กรม", 2);
  trie.add(U"", 3);
  EXPECT_EQ(found(trie, U"กรม", 0), (Hits{{3, 1}}));
}

std::vector<Spelling> run_of(std::u32string_view letters) {
  std::vector<Spelling> run;
  for (const char32_t letter : letters) run.push_back({letter});
  return run;
}

TEST(WordTrie, SpellsWordsWithTheOtherLetterOfADoubtfulOne) {
  WordTrie trie;
  EXPECT_TRUE(trie.empty());
  trie.add(U"นา", 10);
  trie.add(U"นำ", 20);
  trie.add(U"นำ", 30);
  EXPECT_FALSE(trie.empty());
  std::vector<Spelling> run = run_of(U"xนา");
  std::vector<SpeltWord> words;
  trie.spell(run, 1, words);
  ASSERT_EQ(words.size(), 1U) << "the letter is beyond doubt";
  run[2].other = U'ำ';
  words.clear();
  trie.spell(run, 1, words);
  ASSERT_EQ(words.size(), 2U);
  std::ranges::sort(words, {}, &SpeltWord::cost);
  EXPECT_EQ(words[0].others, 0U);
  EXPECT_EQ(words[1].cost, 20) << "the lower cost of a word added twice";
  EXPECT_EQ(words[1].others, 2U) << "its second letter";
  EXPECT_EQ(words[1].end, 3U) << "a place in the run, not in the word";
}

}  // namespace
}  // namespace prongsai::text
