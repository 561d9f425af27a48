#include "pipeline/review/child_output.hpp"

#include <gtest/gtest.h>

#include "pipeline/review/page_images.hpp"
#include "pipeline/review/server/sessions.hpp"

namespace prongsai::review {
namespace {

Result<std::string> shell(const std::string& script, const ChildBounds& bounds = {}) {
  return child_output({"/bin/sh", "-c", script}, bounds);
}

TEST(ChildOutput, GivesWhatAProgramPrints) {
  const auto output = shell("echo hello; echo noise >&2");
  ASSERT_TRUE(output);
  EXPECT_EQ(output.value(), "hello\n");
}

TEST(ChildOutput, AFailureGivesNothing) {
  EXPECT_FALSE(shell("echo half; exit 3"));
}

TEST(ChildOutput, AProgramThatIsNotThereThrows) {
  EXPECT_THROW((void)child_output({"/no/such/program"}, {}), std::runtime_error);
}

TEST(ChildOutput, TooMuchIsCutShort) {
  const auto output = shell("exec yes", {.bytes = 100'000});
  ASSERT_FALSE(output);
  EXPECT_NE(output.failure().message.find("too large"), std::string::npos);
}

TEST(ChildOutput, TooLongIsCutShort) {
  const auto output = shell("exec sleep 60", {.time = std::chrono::milliseconds(100)});
  ASSERT_FALSE(output);
  EXPECT_NE(output.failure().message.find("too long"), std::string::npos);
}

TEST(ChildOutput, TheChildSeesNoOpenFilesOfTheServer) {
  const auto output = shell("ls /proc/self/fd | wc -l");
  ASSERT_TRUE(output);
  EXPECT_LE(std::stoi(output.value()), 4) << "three and the folder itself";
}

TEST(PageImages, TheLeastRecentlyAskedForGoFirst) {
  int painted = 0;
  PageImages images(
      [&](const PagePlace&) -> Result<std::string> {
        ++painted;
        return std::string(40, 'x');
      },
      100);
  for (const char* key : {"a", "b", "a", "c", "a"}) EXPECT_TRUE(images.get(key, {}, ""));
  EXPECT_EQ(painted, 3);
  EXPECT_TRUE(images.get("b", {}, ""));
  EXPECT_EQ(painted, 4) << "b had to go when c came";
}

TEST(Cookies, OneIsFoundByItsWholeName) {
  EXPECT_EQ(cookie_value("a=1; prongsai_80=xyz;b=2", "prongsai_80"), "xyz");
  EXPECT_EQ(cookie_value("xprongsai_80=no; prongsai_8=no", "prongsai_80"), "");
  EXPECT_EQ(cookie_value("", "a"), "");
  EXPECT_EQ(cookie_value(";;=;a", "a"), "");
}

TEST(Secrets, AreRandomAndCompared) {
  EXPECT_NE(random_secret(), random_secret());
  EXPECT_EQ(random_secret().size(), 64U);
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("", "abc"));
}

TEST(Sessions, AreFoundUntilClosed) {
  Sessions sessions(nullptr);
  const Session session = sessions.open("มานะ", store::Role::evaluator);
  ASSERT_TRUE(sessions.find(session.id));
  EXPECT_EQ(sessions.find(session.id)->who, "มานะ");
  EXPECT_FALSE(sessions.find("other"));
  sessions.close(session.id);
  EXPECT_FALSE(sessions.find(session.id));
}

}  // namespace
}  // namespace prongsai::review
