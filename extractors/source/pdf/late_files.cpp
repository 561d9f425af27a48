#include "extractors/source/pdf/late_files.hpp"

#include <fontconfig/fontconfig.h>
#include <iconv.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <system_error>

namespace prongsai::source {
namespace {

// Poppler opens a converter for each text of a document's own description. The C library loads its code from a file and
// drops it with the last user, which this one is as long as the process lives.
class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  ~Converter() {
    if (handle_ != unknown()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

 private:
  static iconv_t unknown() { return reinterpret_cast<iconv_t>(-1); }

  iconv_t handle_;
};

void hold_converters() {
  static const Converter to_utf8("UTF-8", "UTF-16");
  static const Converter from_utf8("UTF-16", "UTF-8");
}

using Paths = std::vector<std::filesystem::path>;

void add_font_folders(Paths& folders) {
  const std::unique_ptr<FcStrList, decltype(&FcStrListDone)> list(FcConfigGetFontDirs(nullptr), FcStrListDone);
  if (!list) return;
  while (const FcChar8* folder = FcStrListNext(list.get())) folders.emplace_back(reinterpret_cast<const char*>(folder));
}

// Fonts that a link in those folders leads to lie elsewhere.
void add_linked_folders(Paths& folders) {
  const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
    std::error_code error;
    const auto real = std::filesystem::canonical(reinterpret_cast<const char*>(file), error);
    if (!error) folders.push_back(real.parent_path());
  }
}

// Without those that lie in another one.
Paths outermost(Paths folders) {
  std::sort(folders.begin(), folders.end());
  Paths out;
  for (auto& folder : folders) {
    const auto holds = [&](const std::filesystem::path& outer) {
      return std::mismatch(outer.begin(), outer.end(), folder.begin(), folder.end()).first == outer.end();
    };
    if (std::none_of(out.begin(), out.end(), holds)) out.push_back(std::move(folder));
  }
  return out;
}

}  // namespace

std::vector<std::filesystem::path> load_late_files() {
  hold_converters();
  tzset();
  std::vector<std::filesystem::path> folders = {"/usr/share/poppler"};
  if (FcInit() == FcFalse) return folders;
  add_font_folders(folders);
  add_linked_folders(folders);
  return outermost(std::move(folders));
}

}  // namespace prongsai::source
