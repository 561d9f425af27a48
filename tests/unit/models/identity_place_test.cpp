#include "models/identity_place.hpp"

#include <gtest/gtest.h>

namespace prongsai {
namespace {

TEST(IdentityPlace, IsStatedWhereAReportSaysWhoseItIs) {
  for (const char* place :
       {"memo_head", "letterhead", "issuer", "cover", "title", "subject", "signature", "contact", "cell"})
    EXPECT_TRUE(is_stated_place(place)) << place;
  for (const char* place : {"heading", "timeframe", "mention", "checklist", "manifest", ""})
    EXPECT_FALSE(is_stated_place(place)) << place;
}

TEST(IdentityPlace, AWordThatIsNoPlaceStatesNothing) {
  EXPECT_FALSE(is_stated_place("footnote"));
}

}  // namespace
}  // namespace prongsai
