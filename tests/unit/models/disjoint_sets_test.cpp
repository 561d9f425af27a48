#include "models/disjoint_sets.hpp"

#include <gtest/gtest.h>

namespace prongsai {
namespace {

TEST(DisjointSets, JoinWhatIsUnited) {
  DisjointSets sets(4);
  sets.unite(0, 1);
  sets.unite(2, 3);
  EXPECT_EQ(sets.find(0), sets.find(1));
  EXPECT_NE(sets.find(0), sets.find(2));
  sets.unite(1, 3);
  EXPECT_EQ(sets.find(0), sets.find(2));
}

TEST(DisjointSets, GrowByOneThatStandsAlone) {
  DisjointSets sets;
  for (int i = 0; i < 3; ++i) sets.add();
  EXPECT_EQ(sets.find(2), 2U);
  sets.unite(2, 0);
  EXPECT_EQ(sets.find(2), sets.find(0));
  EXPECT_EQ(sets.find(1), 1U);
}

}  // namespace
}  // namespace prongsai
