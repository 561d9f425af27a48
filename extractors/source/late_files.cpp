#include "extractors/source/late_files.hpp"

#include <fontconfig/fontconfig.h>
#include <iconv.h>

#include <ctime>
#include <memory>

namespace prongsai::source {
namespace {

// Poppler opens a converter for each text of a document's own description. The C library loads its code from a file and
// drops it with the last user, which this one, never closed, is not.
void hold_converters() {
  static const iconv_t to_utf8 = iconv_open("UTF-8", "UTF-16");
  static const iconv_t from_utf8 = iconv_open("UTF-16", "UTF-8");
  (void)to_utf8;
  (void)from_utf8;
}

}  // namespace

std::vector<std::filesystem::path> load_late_files() {
  hold_converters();
  tzset();
  std::vector<std::filesystem::path> folders = {"/usr/share/poppler"};
  if (FcInit() == FcFalse) return folders;
  const std::unique_ptr<FcStrList, decltype(&FcStrListDone)> list(FcConfigGetConfigDirs(nullptr), FcStrListDone);
  if (!list) return folders;
  while (const FcChar8* folder = FcStrListNext(list.get())) folders.emplace_back(reinterpret_cast<const char*>(folder));
  return folders;
}

}  // namespace prongsai::source
