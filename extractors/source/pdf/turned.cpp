// A page whose writing stands sideways, as a document in which it stands upright.
//
// Turning the page itself, rather than its words, lets Poppler join the letters of a line and find its gaps as it does
// on any page, and keeps words, links and pixels in one coordinate system.
#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

std::string one_page(QPDFObjectHandle page, int degrees) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.emptyPDF();
  QPDFPageDocumentHelper(document).addPage(QPDFPageObjectHelper(page), true);
  QPDFPageObjectHelper(document.getAllPages().at(0)).rotatePage(degrees, true);
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  const auto* bytes = reinterpret_cast<const char*>(buffer->getBuffer());
  return {bytes, buffer->getSize()};
}

}  // namespace

std::optional<Pdf> Pdf::turned(int page_no, int degrees) const {
  const auto page = state_->object(page_no);
  if (!page) return std::nullopt;
  try {
    auto pdf = open_bytes(one_page(*page, degrees), "page " + std::to_string(page_no), state_->limits);
    if (pdf) return std::move(pdf).value();
  } catch (const std::exception&) {
    // Objects that the page needs are damaged: it stays as it is displayed.
  }
  return std::nullopt;
}

}  // namespace prongsai::source
