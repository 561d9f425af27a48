#include "pipeline/stages/files/attached_path.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prongsai::stages {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string named(const std::string& as_given) {
  std::set<std::string> taken;
  return attached_name(as_given, taken);
}

TEST(AttachedName, IsPartOfAPathAndHidesNothing) {
  EXPECT_EQ(named("แผน ปี 2567.pdf"), "แผน ปี 2567.pdf");
  EXPECT_EQ(named("../etc/passwd"), ".._etc_passwd");
  EXPECT_EQ(named("a#b\\c.pdf"), "a_b_c.pdf");
  EXPECT_EQ(named("a\n\x1b[31m\x7f.pdf"), "a__[31m_.pdf");
  EXPECT_EQ(named("\xE2\x80\xAE"
                  "fdp.exe\xE2\x81\xA6"),
            "_fdp.exe_")
      << "direction marks";
  EXPECT_EQ(named("half\xE0\xB8.pdf"), "half\xEF\xBF\xBD.pdf");
  EXPECT_EQ(named("a\xE2\x80\xA8.pdf"), "a_.pdf") << "line separator";
  for (const char* nothing : {"", "..", " ", "/", "\xE2\x80\x8B"}) EXPECT_EQ(named(nothing), "attachment");
}

TEST(AttachedName, IsShortAndKeepsItsEnding) {
  std::string letters;
  for (int i = 0; i < 400; ++i) letters += "ก";
  const std::string name = named(letters + ".pdf");
  EXPECT_LE(name.size(), 200U);
  EXPECT_TRUE(name.ends_with("ก.pdf"));
}

TEST(AttachedName, IsAnotherThanThoseTaken) {
  std::set<std::string> taken;
  std::vector<std::string> names;
  for (const char* given : {"a.pdf", "a.pdf", "a (2).pdf", "a.pdf", "b", "b"})
    names.push_back(attached_name(given, taken));
  EXPECT_THAT(names, ElementsAre("a.pdf", "a (2).pdf", "a (2) (2).pdf", "a (3).pdf", "b", "b (2)"));
  for (const std::string& name : names) EXPECT_TRUE(is_attached_name(name)) << name;
  for (const char* none : {"", "a/b", "a#b", "a\n", "\xFF"}) EXPECT_FALSE(is_attached_name(none)) << none;
}

TEST(AttachedPath, LeadsFromTheFileInwardsAndBack) {
  Submission file;
  file.source_path = "in/r#1.pdf";
  file.canonical_path = "/data/in/r#1.pdf";
  file.manifest.emplace().agency = "สำนักงาน";
  file.manifest->published_url = "https://a.example/";
  const Submission inner = attached_submission(file, {7, "x.pdf", "ab", 12});
  EXPECT_EQ(inner.source_path, "in/r#1.pdf#x.pdf");
  EXPECT_EQ(inner.canonical_path, "/data/in/r#1.pdf/#x.pdf");
  EXPECT_EQ(inner.attached_at, "7");
  EXPECT_EQ(inner.manifest->agency, "สำนักงาน");
  EXPECT_FALSE(inner.manifest->published_url);
  const Submission innermost = attached_submission(inner, {2, "y.pdf", "cd", 3});
  EXPECT_EQ(innermost.attached_at, "7/2");
  for (const Submission& one : {file, inner, innermost}) EXPECT_EQ(file_of(one), "/data/in/r#1.pdf");
  EXPECT_THAT(places_of(innermost.attached_at), ElementsAre(7, 2));
  EXPECT_THAT(places_of(""), IsEmpty());
  EXPECT_THAT(places_of("x/-3/99999999999"), ElementsAre(0, -3, 0));
}

}  // namespace
}  // namespace prongsai::stages
