#include "pipeline/stages/files/file_list.hpp"

#include <gtest/gtest.h>

namespace prongsai::stages {
namespace {

void expect_file(const FileList& files, std::size_t index, const std::string& path, const std::string& canonical) {
  EXPECT_EQ(files[index].path, path);
  EXPECT_EQ(files[index].canonical, canonical);
}

TEST(FileList, GivesBackPathsAsTheyCame) {
  const std::vector<std::pair<std::string, std::string>> given = {{"in/a.pdf", "/data/in/a.pdf"},
                                                                  {"in/b.pdf", "/data/elsewhere/target.pdf"},  // a link
                                                                  {"a.pdf", "/data/a.pdf"},
                                                                  {"/a.pdf", "/a.pdf"},
                                                                  {"in//sub/./c.pdf", "/data/in/sub/c.pdf"},
                                                                  {"in/\xA1.pdf", "/data/in/\\xA1.pdf"},
                                                                  {"in/ยาว มีช่องว่าง.pdf", "/data/in/ยาว มีช่องว่าง.pdf"}};
  FileList files;
  for (const auto& [path, canonical] : given) EXPECT_TRUE(files.add(path, canonical)) << path;
  ASSERT_EQ(files.size(), given.size());
  for (std::size_t i = 0; i < given.size(); ++i) expect_file(files, i, given[i].first, given[i].second);
}

TEST(FileList, KeepsTheFirstSightingOfAFile) {
  FileList files;
  EXPECT_TRUE(files.empty());
  EXPECT_TRUE(files.add("in/a.pdf", "/data/in/a.pdf"));
  EXPECT_FALSE(files.add("link.pdf", "/data/in/a.pdf"));
  EXPECT_TRUE(files.add("other/a.pdf", "/data/other/a.pdf"));
  ASSERT_EQ(files.size(), 2U);
  expect_file(files, 0, "in/a.pdf", "/data/in/a.pdf");
  expect_file(files, 1, "other/a.pdf", "/data/other/a.pdf");
}

TEST(FileList, HoldsManyOfManyFolders) {
  FileList files;
  for (int i = 0; i < 5000; ++i) {
    const std::string path = "year/office" + std::to_string(i % 70) + "/o" + std::to_string(i) + ".pdf";
    ASSERT_TRUE(files.add(path, "/srv/" + path));
  }
  EXPECT_FALSE(files.add("x", "/srv/year/office3/o73.pdf"));
  expect_file(files, 4999, "year/office29/o4999.pdf", "/srv/year/office29/o4999.pdf");
}

}  // namespace
}  // namespace prongsai::stages
