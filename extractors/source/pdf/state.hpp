// What the parts of Pdf share: the file's bytes and both libraries' view of them. For this library only.
//
// Poppler reads text and paints; qpdf shows the objects behind (links, images, content streams). Either may manage a
// damaged file that the other refuses, so qpdf's view is optional.
#pragma once

#include <poppler-document.h>
#include <poppler-page.h>
#include <poppler-rectangle.h>

#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "extractors/source/content/fonts.hpp"
#include "extractors/source/pdf/hints.hpp"
#include "extractors/source/pdf/pdf.hpp"

namespace prongsai::source {

// How default user space lies on the page as displayed: crop box and /Rotate applied, y turned downwards.
class PageGeometry {
 public:
  PageGeometry(Box crop, int rotate) : crop_(crop), rotate_(rotate) {}

  [[nodiscard]] Box displayed() const;                      // 0, 0, width, height in points
  [[nodiscard]] Point displayed(double x, double y) const;  // from default user space
  [[nodiscard]] Box displayed(const Box& user) const;       // from default user space
  [[nodiscard]] int rotate() const { return rotate_; }

 private:
  Box crop_;        // default user space: y grows upwards
  int rotate_ = 0;  // clockwise: 0, 90, 180, 270
};

struct Attachment {
  std::string name;                        // "" where it has none
  std::optional<QPDFObjectHandle> stream;  // none where the file is elsewhere
};

struct Pdf::State {
  std::string bytes;  // Poppler and qpdf both point into it: it outlives them
  PdfLimits limits;
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<QPDF> objects;               // null when qpdf cannot follow the file
  std::vector<QPDFObjectHandle> page_objects;  // one a page; empty when objects is null
  std::string disagreement;                    // what keeps qpdf's view from being used; "" when nothing does
  bool rebuilt = false;                        // `bytes` are not the file's: its directory was lost and written anew
  std::unique_ptr<State> as_is;                // the file itself, where `bytes` are a copy that names its letters

  PdfFonts fonts;
  HiddenLayers hidden_layers;
  RingFinder rings;
  int facts_page = 0;  // the page whose facts are kept; its words and hints are asked for one after the other
  std::unique_ptr<PageFacts> page_facts;
  std::unique_ptr<poppler::document> seen_document;  // that page as it is seen; null where nothing is left out of it

  // Null when the page tree is broken at this page.
  [[nodiscard]] std::unique_ptr<poppler::page> page(int page_no) const;

  // The page's dictionary, or nothing when qpdf has none.
  [[nodiscard]] std::optional<QPDFObjectHandle> object(int page_no) const;

  [[nodiscard]] const PageFacts& facts(int page_no);

  // Of the file itself.
  [[nodiscard]] const std::vector<Attachment>& attachments();

  // The page without what is no part of its text.
  [[nodiscard]] std::unique_ptr<poppler::page> seen(int page_no);

 private:
  [[nodiscard]] PageFacts find_facts(QPDFObjectHandle page, const PageGeometry& geometry);
  std::optional<std::vector<Attachment>> attachments_;
};

[[nodiscard]] Box to_box(const poppler::rectf& rectangle);

// A place where no page reaches, or that is none (NaN), as a damaged file gives it: brought to the end of what can be.
[[nodiscard]] Box within_reach(const Box& box);

// Nothing when Poppler has no such page.
[[nodiscard]] std::optional<PageGeometry> page_geometry(const Pdf::State& state, int page_no);

}  // namespace prongsai::source
