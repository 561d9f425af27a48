#include "extractors/source/pdf/seen_page.hpp"

#include <algorithm>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "extractors/source/content/resources.hpp"
#include "extractors/source/content/written.hpp"

namespace prongsai::source {

namespace {

QPDFObjectHandle kept_annotations(QPDFObjectHandle page, const std::vector<int>& dropped) {
  QPDFObjectHandle kept = QPDFObjectHandle::newArray();
  QPDFObjectHandle all = page.getKey("/Annots");
  const int count = all.isArray() ? all.getArrayNItems() : 0;
  for (int i = 0; i < count; ++i) {
    if (std::find(dropped.begin(), dropped.end(), i) == dropped.end()) kept.appendItem(all.getArrayItem(i));
  }
  return kept;
}

}  // namespace

std::string seen_page(QPDFObjectHandle page, PdfFonts& fonts, const HiddenLayers& hidden, const PageSight& sight) {
  try {
    QPDF* own = page.getOwningQPDF();
    CopiedContent copy = copy_content(page, fonts, hidden, sight.dropped);
    QPDFObjectHandle bare = QPDFObjectHandle::parse("<< /Type /Page >>");
    for (const char* key : {"/MediaBox", "/CropBox", "/Rotate", "/UserUnit"}) {
      QPDFObjectHandle value = inherited_value(page, key);
      if (!value.isNull()) bare.replaceKey(key, value);
    }
    if (copy.resources.isDictionary()) bare.replaceKey("/Resources", copy.resources);
    bare.replaceKey("/Annots", kept_annotations(page, sight.dropped_annotations));
    QPDFObjectHandle stand_in = own->makeIndirectObject(bare);
    stand_in.replaceKey("/Contents", QPDFObjectHandle::newStream(own, copy.content));
    QPDF document;
    document.setSuppressWarnings(true);
    document.emptyPDF();
    QPDFPageDocumentHelper(document).addPage(QPDFPageObjectHelper(stand_in), true);
    std::string bytes = written(document);
    own->replaceObject(stand_in.getObjGen(), QPDFObjectHandle::newNull());
    return bytes;
  } catch (const std::exception&) {
    return "";  // an object that the page needs is damaged
  }
}

}  // namespace prongsai::source
