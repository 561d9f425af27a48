// One PDF file, opened: words, pixels, links and what its content stream tells. Poppler and qpdf stay in here.
//
// The original is never written to. Every call is bounded: pixels before rendering, pages, nesting; what exceeds the
// bounds is a Failure, not a crash.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/source/image/raster.hpp"
#include "extractors/source/pdf/open_file.hpp"
#include "models/damage.hpp"
#include "models/page.hpp"
#include "models/result.hpp"

namespace prongsai::source {

struct PdfLimits {
  long long max_bytes = kMaxFileBytes;         // of the file
  long long max_attached_bytes = 100'000'000;  // of a PDF attached to it, decoded
  int max_pages = 5000;
  double max_page_side = 14400;         // points (200 inches, the PDF limit)
  long max_pixels = 40'000'000;         // of one rendered page
  long max_image_pixels = 200'000'000;  // declared size of one image on the page, before it is decoded
};

// What the page's content stream and resources tell beside the words.
struct PageHints {
  bool known = false;                  // the whole content was followed; else the counts are a lower bound
  bool invisible_text = false;         // text render mode 3: an OCR layer of some other program
  double image_cover = 0;              // share of the page's area under images, 0 to 1
  std::vector<Box> images;             // points
  bool fonts_without_unicode = false;  // a font with neither ToUnicode nor a usable encoding
  int pale_glyphs = 0;                 // painted in white
  bool text_clips = false;             // text used as a clip: the page painted without it would show too much
  int vector_paths = 0;                // painted path operators
  int glyphs = 0;                      // painted, blanks left out
  int invisible_glyphs = 0;
  int glyphs_without_unicode = 0;      // in a font of the kind above
  int glyphs_told_by_font = 0;         // in a font without letters whose own tables told them: words() has them
  std::array<int, 4> glyphs_turned{};  // by reading direction as displayed: right, down, left, up
  double image_dpi = 0;                // resolution of the image that covers most of the page
};

// Readers accept junk before the header as long as it starts within so many bytes (ISO 32000-1, annex H.3).
inline constexpr std::size_t kPdfHeadBytes = 1024;
[[nodiscard]] bool says_pdf(std::string_view bytes);

// How a page is painted. `smooth`: with anti-aliasing, for letters that are to be recognised. `plain`: without, so that
// a line is never thinner or paler than it is drawn. `no_letters`: plain, and the page's own text is left out, so that
// only lines, fills and pictures are seen; a fraction of the time, because no font is loaded.
enum class Painting { smooth, plain, no_letters };

class Pdf {
 public:
  [[nodiscard]] static Result<Pdf> open(const std::filesystem::path& path, const PdfLimits& limits = {});
  // The same for bytes that were read already; `name` is what messages call the file.
  [[nodiscard]] static Result<Pdf> open_bytes(std::string bytes, const std::string& name, const PdfLimits& limits = {});
  ~Pdf();
  Pdf(Pdf&&) noexcept;
  Pdf& operator=(Pdf&&) noexcept;

  // A document of this one page, turned clockwise by 90, 180 or 270 degrees from how it is displayed: for a page
  // whose writing stands sideways. Nothing when qpdf cannot follow the file.
  [[nodiscard]] std::optional<Pdf> turned(int page_no, int degrees) const;

  // What is wrong with the file's objects, page by page, whether or not a reader stumbles over it; how it was opened
  // when that took more than its own directory. The effect is left open (lost).
  [[nodiscard]] std::vector<Damage> faults() const;

  [[nodiscard]] int page_count() const;
  [[nodiscard]] std::string producer() const;

  // Names of the files that hang on the document, as it has them, which may be no UTF-8; 200 at most, in an order that
  // its bytes alone decide.
  [[nodiscard]] std::vector<std::string> attachments() const;
  // The bytes of one of them, by its place in that list, from 1. A Failure: `unsupported_file` where it is no PDF or
  // larger than so many bytes, which is found out without decoding more of it; `damaged_file` where it cannot be
  // decoded or is not there.
  [[nodiscard]] Result<std::string> attached_pdf(int place, long long max_bytes) const;

  // Pages count from 1. Coordinates: points, top left, after the page's own /Rotate.
  [[nodiscard]] Box page_box(int page_no) const;
  // With chars[] and, where found, sara_am_at; values of fields and notes that have no appearance among them.
  [[nodiscard]] std::vector<Word> words(int page_no) const;
  [[nodiscard]] PageHints hints(int page_no) const;  // of what is seen, as words(): text that is not is left out
  // What words() leaves out: text that is covered, without contrast, cut off, struck out or written over the page.
  [[nodiscard]] std::vector<Aside> asides(int page_no) const;
  [[nodiscard]] std::vector<Link> links(int page_no) const;
  // The page as displayed, 8 bits grey. A Failure (unreadable_page) where a limit would be passed.
  [[nodiscard]] Result<Raster> render_grey(int page_no, double dpi, Painting painting = Painting::smooth) const;

  // A scanned page at its image's own resolution (not resampled), as displayed; nothing when images cover less than
  // most of the page. Strips and layers are put together.
  [[nodiscard]] std::optional<Raster> scan_image(int page_no) const;

  struct State;

 private:
  explicit Pdf(std::unique_ptr<State> state);
  [[nodiscard]] static Result<Pdf> open_as_is(std::string bytes, const std::string& name, const PdfLimits& limits);
  // Why the page must not be painted: an image that declares more pixels than the limit.
  [[nodiscard]] std::optional<Failure> oversized_image(int page_no) const;
  // Null when the page cannot be taken apart.
  [[nodiscard]] Pix* paint_without_letters(int page_no, double dpi) const;
  std::unique_ptr<State> state_;
};

}  // namespace prongsai::source
