#include "extractors/source/pdf/installed_fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>

namespace prongsai::source {
namespace {

using FontPattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

FontPattern owned_pattern(FcPattern* pattern) {
  return {pattern, FcPatternDestroy};
}

bool has_thai(const FcPattern* font) {
  FcCharSet* letters = nullptr;
  if (FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch) return false;
  for (const char32_t letter : U"กฮาำเ์๑") {
    if (letter != U'\0' && FcCharSetHasChar(letters, letter) == FcFalse) return false;
  }
  return true;
}

// By its name, as Poppler asks.
std::string family_for_missing() {
  const FontPattern wanted = owned_pattern(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("TH SarabunPSK"));
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const FontPattern given = owned_pattern(FcFontMatch(nullptr, wanted.get(), &result));
  FcChar8* family = nullptr;
  if (!given || !has_thai(given.get()) || FcPatternGetString(given.get(), FC_FAMILY, 0, &family) != FcResultMatch)
    return "";
  return reinterpret_cast<const char*>(family);
}

}  // namespace

InstalledFonts installed_fonts() {
  InstalledFonts fonts;
  const FontPattern any = owned_pattern(FcPatternCreate());
  FcObjectSet* wanted = FcObjectSetBuild(FC_FILE, FC_CHARSET, nullptr);
  FcFontSet* found = FcFontList(nullptr, any.get(), wanted);
  for (int i = 0; found != nullptr && i < found->nfont; ++i) {
    ++fonts.all;
    if (has_thai(found->fonts[i])) ++fonts.thai;
  }
  if (found != nullptr) FcFontSetDestroy(found);
  FcObjectSetDestroy(wanted);
  fonts.in_place_of_missing = family_for_missing();
  return fonts;
}

}  // namespace prongsai::source
