#include "extractors/source/pdf/late_files.hpp"

#include <fontconfig/fontconfig.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace prongsai::source {
namespace {

bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

TEST(LateFiles, HoldEveryFontOfTheMachineByItsNameAndWhereItLies) {
  const auto folders = load_late_files();
  const auto held = [&](const std::filesystem::path& file) {
    return std::any_of(folders.begin(), folders.end(), [&](const auto& folder) { return lies_in(file, folder); });
  };
  const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
  ASSERT_NE(fonts, nullptr);
  ASSERT_GT(fonts->nfont, 0);
  for (int i = 0; i < fonts->nfont; ++i) {
    FcChar8* name = nullptr;
    ASSERT_EQ(FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &name), FcResultMatch);
    const std::filesystem::path file(reinterpret_cast<const char*>(name));
    EXPECT_TRUE(held(file)) << file;
    EXPECT_TRUE(held(std::filesystem::canonical(file))) << file;
  }
}

TEST(LateFiles, NameNoFolderTwice) {
  const auto folders = load_late_files();
  for (const auto& inner : folders) {
    EXPECT_EQ(std::count_if(folders.begin(), folders.end(), [&](const auto& outer) { return lies_in(inner, outer); }),
              1)
        << inner;
  }
}

}  // namespace
}  // namespace prongsai::source
