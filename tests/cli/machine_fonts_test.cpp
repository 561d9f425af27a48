// Fonts that a report does not embed come from the machine: the reading process, locked in as it is, must find them.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/cli/program.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

TEST(MachineFonts, AreReadByTheLockedInReader) {
  prongsai::testing::RawPdf raw("not_embedded.pdf");
  const std::string font =
      raw.object("<< /Type /Font /Subtype /TrueType /BaseFont /Arial,Bold /Encoding /WinAnsiEncoding >>");
  raw.page("BT /F 14 Tf 60 700 Td (ITA score 2567 is 95.40 of 100 points) Tj ET",
           "/Resources << /Font << /F " + font + " >> >>");
  const samples::TempFolder folder;
  const std::string db = folder.path() / "fonts.db";
  const Outcome outcome =
      Program(folder.path(), {"ingest", raw.path().string(), "--db", db, "--progress", "none", "--model", "none"})
          .finish();
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  SQLite::Database database(db, SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("SELECT group_concat(words) FROM damage").getString(), "");
  EXPECT_EQ(database.execAndGet("SELECT status FROM submission").getString(), "extracted");
  EXPECT_THAT(database.execAndGet("SELECT text FROM page").getString(), ::testing::HasSubstr("95.40"));
}

// What doctor says of the fonts, on a machine whose fontconfig knows only those of `fonts`.
std::string doctor_on_fonts(const samples::TempFolder& folder, const std::filesystem::path& fonts) {
  const auto config =
      folder.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + fonts.string() + "</dir><cachedir>" +
                                     (folder.path() / "cache").string() + "</cachedir></fontconfig>");
  setenv("FONTCONFIG_FILE", config.c_str(), 1);
  const Outcome outcome = Program(folder.path(), {"doctor", "--model", "none"}).finish();
  unsetenv("FONTCONFIG_FILE");
  return outcome.out;
}

// Asked as the renderer asks, not counted on disk: fonts that lie there are of no use to it.
TEST(MachineFonts, DoctorCountsThoseThatTheRendererKnows) {
  const samples::TempFolder folder;
  std::filesystem::create_directories(folder.path() / "none");
  EXPECT_THAT(
      doctor_on_fonts(folder, folder.path() / "none"),
      ::testing::HasSubstr("poor  Thai fonts      0 known to fontconfig; Thai whose font the file does not hold "
                           "is not painted"));
  EXPECT_THAT(
      doctor_on_fonts(folder, "/usr/share/fonts"),
      ::testing::ContainsRegex("ok    Thai fonts      [1-9][0-9]* known to fontconfig; Thai whose font the file "
                               "does not hold is painted in "));
}

}  // namespace
}  // namespace prongsai::tests
