#include "pipeline/stages/files/manifest.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/support/temp_folder.hpp"

namespace prongsai::stages {
namespace {

std::string error_of(const std::string& text) {
  try {
    (void)Manifest::parse(text, "list.csv");
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Manifest, ReadsEnglishHeaders) {
  const Manifest manifest = Manifest::parse(
      "file,agency,fiscal_year,item_code,main_site,published_url,remark\n"
      "a.pdf,สำนักงานตัวอย่าง,2567,O34,https://a.example/,https://a.example/o34.pdf,ok\n"
      "b.pdf,,,,,,\n",
      "list.csv");
  ASSERT_EQ(manifest.rows().size(), 2U);
  const ManifestRow row = manifest.rows()[0];
  EXPECT_EQ(row.file, "a.pdf");
  EXPECT_EQ(row.agency, "สำนักงานตัวอย่าง");
  EXPECT_EQ(row.fiscal_year, 2567);
  EXPECT_EQ(row.item_code, "O34");
  EXPECT_EQ(row.main_site, "https://a.example/");
  EXPECT_EQ(row.published_url, "https://a.example/o34.pdf");
  EXPECT_EQ(row.manifest, "list.csv");
  EXPECT_EQ(row.line, 2);
  const ManifestRow bare = manifest.rows()[1];
  EXPECT_FALSE(bare.agency || bare.fiscal_year || bare.item_code || bare.main_site || bare.published_url);
}

TEST(Manifest, ReadsThaiHeadersDigitsAndTheMarkOfExcel) {
  const Manifest manifest = Manifest::parse(
      "\xEF\xBB\xBFไฟล์;หน่วยงาน;ปีงบประมาณ;ข้อ;เว็บไซต์หลัก;URL ที่เผยแพร่\r\n"
      "ก.pdf;สำนักงานตัวอย่าง;๒๕๖๗;๐๓๔;https://a.example/;https://a.example/x\r\n",
      "list.csv");
  ASSERT_EQ(manifest.rows().size(), 1U);
  EXPECT_EQ(manifest.rows()[0].fiscal_year, 2567);
  EXPECT_EQ(manifest.rows()[0].item_code, "O34");
  EXPECT_EQ(manifest.rows()[0].main_site, "https://a.example/");
  EXPECT_EQ(manifest.rows()[0].published_url, "https://a.example/x");
}

TEST(Manifest, ReadsTis620) {
  // ไฟล์,หน่วยงาน / ก.pdf,งาน in TIS-620
  const Manifest manifest = Manifest::parse(
      "\xE4\xBF\xC5\xEC,\xCB\xB9\xE8\xC7\xC2\xA7\xD2\xB9\n"
      "\xA1.pdf,\xA7\xD2\xB9\n",
      "list.csv");
  ASSERT_EQ(manifest.rows().size(), 1U);
  EXPECT_EQ(manifest.rows()[0].file, "ก.pdf");
  EXPECT_EQ(manifest.rows()[0].agency, "งาน");
}

TEST(Manifest, TakesYearsOfTheCommonEra) {
  EXPECT_EQ(Manifest::parse("file,year\na.pdf,2024\n", "x").rows()[0].fiscal_year, 2567);
}

TEST(Manifest, NamesFileAndLineOfWhatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "list.csv: the manifest is empty"},
      {"name,agency\na,b\n", "list.csv:1: no column 'file' (ไฟล์)"},
      {"file,ไฟล์\na,b\n", "list.csv:1: two columns for 'ไฟล์'"},
      {"file,agency\n,b\n", "list.csv:2: no file is named"},
      {"file,fiscal_year\na.pdf,next\nb.pdf,67\n",
       "list.csv:2: 'next' is no fiscal year\nlist.csv:3: '67' is no fiscal year"},
      {"file,fiscal_year\na.pdf,4294969863\n", "list.csv:2: '4294969863' is no fiscal year"},
      {"file\na.pdf\nA.PDF\n", "list.csv:3: the file 'A.PDF' stands in line 2 already"},
      {"file\n\"a.pdf\n", "list.csv:2: the quote opened here is never closed"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(error_of(text), expected) << text;
}

TEST(Manifest, OfSeveralFoldersEachHasItsOwn) {
  Manifest manifest =
      Manifest::of_folders({{"in/2566/", Manifest::parse("file,item_code\na.pdf,O41\nlost.pdf,O40\n", "one")},
                            {"./in/2567", Manifest::parse("file,item_code\nx.pdf,O9\na.pdf,O42\n", "two")},
                            {"in/2567/late", Manifest::parse("file,item_code\nb.pdf,O43\n", "three")}});
  EXPECT_EQ(manifest.size(), 5U);
  EXPECT_EQ(manifest.match("in/2566/a.pdf")->item_code, "O41");
  EXPECT_EQ(manifest.match("in/2567/deep/a.pdf")->item_code, "O42");
  EXPECT_EQ(manifest.match("in/2567/late/b.pdf")->item_code, "O43");
  EXPECT_FALSE(manifest.match("in/2567/late/a.pdf")) << "the nearest folder's manifest decides";
  EXPECT_FALSE(manifest.match("in/25670/a.pdf"));
  EXPECT_EQ(manifest.match_row("in/2567/a.pdf"), 3U);
  EXPECT_EQ(manifest.row(3).manifest, "two");
  EXPECT_EQ(manifest.unused().size(), 2U);
  EXPECT_EQ(manifest.unused()[0].file, "lost.pdf");
  EXPECT_EQ(manifest.unmatched_files().size(), 2U);
  EXPECT_EQ(manifest.parts()[1].first, 2U);
}

TEST(Manifest, MatchesNamesHoweverTheyAreEncoded) {
  Manifest manifest = Manifest::parse("file\nน้ำ.pdf\ncafé.pdf\n", "x");
  EXPECT_TRUE(manifest.match("/in/น้ำ.pdf"));
  EXPECT_TRUE(manifest.match("/in/น\u0E4D\u0E49า.PDF"));  // decomposed: nikhahit, tone mark, sara aa
  EXPECT_TRUE(manifest.match("/in/cafe\u0301.pdf"));
  EXPECT_TRUE(manifest.match("/in/\xB9\xE9\xD3.pdf"));  // TIS-620
  EXPECT_FALSE(manifest.match("/in/other.pdf"));
}

TEST(Manifest, FoldersTellFilesOfOneNameApart) {
  Manifest manifest = Manifest::parse("file,agency\no34.pdf,any\nnorth/o34.pdf,north\nsouth\\o34.pdf,south\n", "x");
  EXPECT_EQ(manifest.match("/year/north/o34.pdf")->agency, "north");
  EXPECT_EQ(manifest.match("/year/south/o34.pdf")->agency, "south");
  EXPECT_EQ(manifest.match("/year/west/o34.pdf")->agency, "any");
}

// A year's manifest: one name in every office's folder. Found by a look-up, not by going through them all.
TEST(Manifest, ManyFoldersHoldAFileOfOneName) {
  std::string text = "file,agency\n";
  for (int i = 0; i < 3000; ++i) text += "office" + std::to_string(i) + "/o34.pdf,ที่ " + std::to_string(i) + "\n";
  Manifest manifest = Manifest::parse(text, "x");
  for (int i = 0; i < 3000; ++i) {
    const auto row = manifest.match("/year/office" + std::to_string(i) + "/o34.pdf");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->agency, "ที่ " + std::to_string(i));
    EXPECT_EQ(row->line, i + 2);
  }
  EXPECT_FALSE(manifest.match("/year/office3000/o34.pdf"));
  EXPECT_TRUE(manifest.unused().empty());
}

TEST(Manifest, KnowsTheRowsThatNoFileMatched) {
  Manifest manifest = Manifest::parse("file\na.pdf\nb.pdf\n", "x");
  (void)manifest.match("/in/a.pdf");
  ASSERT_EQ(manifest.unused().size(), 1U);
  EXPECT_EQ(manifest.unused()[0].file, "b.pdf");
}

TEST(Manifest, AMissingFileIsAnError) {
  const samples::TempFolder folder;
  EXPECT_THROW((void)Manifest::read(folder.path() / "none.csv"), std::runtime_error);
}

}  // namespace
}  // namespace prongsai::stages
