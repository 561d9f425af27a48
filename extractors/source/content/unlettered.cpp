// A page without its text: what is left are lines, fills and pictures.
//
// Loading fonts is most of the time that a page of text takes to paint, and letters are what rulings must be told
// from. So the content stream is copied without its text operators into a document of one page that has no fonts.
#include "extractors/source/content/unlettered.hpp"

#include <exception>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <unordered_set>

#include "extractors/source/content/resources.hpp"
#include "extractors/source/content/stream.hpp"
#include "extractors/source/content/tokens.hpp"
#include "extractors/source/content/written.hpp"

namespace prongsai::source {

namespace {

// Text objects, text state, text positioning and text showing (ISO 32000-1, table 51). Colours and other graphics
// state that is set inside a text object lasts beyond it and stays.
bool is_text_operator(std::string_view keyword) {
  static const std::unordered_set<std::string_view> kText = {"BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts",
                                                             "Td", "TD", "Tm", "T*", "Tj", "TJ", "'",  "\""};
  return kText.contains(keyword);
}

// What painting without text may need. Fonts are left out, and with them most of a file's bytes.
QPDFObjectHandle without_fonts(QPDFObjectHandle resources) {
  QPDFObjectHandle kept = QPDFObjectHandle::newDictionary();
  for (const char* kind : {"/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties"}) {
    if (resources.isDictionary() && resources.hasKey(kind)) kept.replaceKey(kind, resources.getKey(kind));
  }
  return kept;
}

// Only indirect objects can be copied from one file to another. The stand-in is taken back at once.
QPDFObjectHandle copied_into(QPDF& document, QPDF& from, QPDFObjectHandle object) {
  QPDFObjectHandle stand_in = from.makeIndirectObject(object);
  QPDFObjectHandle copy = document.copyForeignObject(stand_in);
  from.replaceObject(stand_in.getObjGen(), QPDFObjectHandle::newNull());
  return copy;
}

// Forms that the page paints lose their text as it does: imposed and stamped pages are one form each.
class FormCleaner {
 public:
  void clean(QPDFObjectHandle resources, int depth = 0) {
    if (!resources.isDictionary() || depth > kDeepestForm) return;
    QPDFObjectHandle forms = resources.getKey("/XObject");
    if (!forms.isDictionary()) return;
    for (const auto& name : forms.getKeys()) clean_form(forms.getKey(name), depth);
  }

 private:
  void clean_form(QPDFObjectHandle form, int depth) {
    if (!form.isStream() || !form.getDict().getKey("/Subtype").isNameAndEquals("/Form")) return;
    if (!seen_.insert(form.getObjGen()).second) return;
    const auto content = decoded(form, left_);
    if (!content) return;  // it keeps its text, as one that cannot be read would
    left_ -= content->size();
    form.replaceStreamData(without_text(*content), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    QPDFObjectHandle resources = form.getDict().getKey("/Resources");
    if (resources.isDictionary()) form.getDict().replaceKey("/Resources", without_fonts(resources));
    clean(resources, depth + 1);
  }

  std::set<QPDFObjGen> seen_;
  std::size_t left_ = kMostContent;  // bytes that may still be decoded
};

}  // namespace

std::string without_text(std::string_view content) {
  std::string kept;
  kept.reserve(content.size() / 4);
  Tokens tokens(content);
  const char* operation = content.data();  // where the operator's operands begin
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    if (token.kind != Token::Kind::keyword) continue;
    const bool text = is_text_operator(token.text);
    if (token.text == "ID") tokens.skip_inline_image();
    const char* end = tokens.rest().data();
    if (!text) {
      kept.append(operation, end);
      kept.push_back('\n');
    }
    operation = end;
  }
  return kept;
}

std::optional<std::string> unlettered_page(QPDFObjectHandle page) {
  try {
    const auto content = page_content(page, kMostContent);
    if (!content) return std::nullopt;
    QPDF document;
    document.setSuppressWarnings(true);
    document.emptyPDF();
    QPDFObjectHandle bare = QPDFObjectHandle::parse("<< /Type /Page >>");
    for (const char* key : {"/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group"}) {
      QPDFObjectHandle value = inherited_value(page, key);
      if (!value.isNull()) bare.replaceKey(key, value);
    }
    bare.replaceKey("/Resources", without_fonts(page_resources(page)));
    QPDFObjectHandle copy = copied_into(document, *page.getOwningQPDF(), bare);
    FormCleaner().clean(copy.getKey("/Resources"));
    copy.replaceKey("/Contents", QPDFObjectHandle::newStream(&document, without_text(*content)));
    QPDFPageDocumentHelper(document).addPage(QPDFPageObjectHelper(copy), true);
    return written(document);
  } catch (const std::exception&) {
    return std::nullopt;  // an object that the page needs is damaged
  }
}

}  // namespace prongsai::source
