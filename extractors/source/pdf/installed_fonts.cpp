#include "extractors/source/pdf/installed_fonts.hpp"

#include <fontconfig/fontconfig.h>

namespace prongsai::source {

int installed_fonts() {
  FcPattern* any = FcPatternCreate();
  FcObjectSet* file_names = FcObjectSetBuild(FC_FILE, nullptr);
  FcFontSet* found = FcFontList(nullptr, any, file_names);
  const int count = found != nullptr ? found->nfont : 0;
  if (found != nullptr) FcFontSetDestroy(found);
  FcObjectSetDestroy(file_names);
  FcPatternDestroy(any);
  return count;
}

}  // namespace prongsai::source
