// Link annotations that open a URL. Links inside the document are left out.
#include <algorithm>
#include <exception>

#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

constexpr int kMostLinksAPage = 5000;

// "" for an annotation that is no URI link.
std::string url_of(QPDFObjectHandle annotation) {
  if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link")) return "";
  QPDFObjectHandle action = annotation.getKey("/A");
  if (!action.isDictionary() || !action.getKey("/S").isNameAndEquals("/URI")) return "";
  QPDFObjectHandle uri = action.getKey("/URI");
  return uri.isString() ? uri.getUTF8Value() : "";
}

Box place_of(QPDFObjectHandle annotation, const PageGeometry& geometry) {
  QPDFObjectHandle rectangle = annotation.getKey("/Rect");
  if (!rectangle.isRectangle()) return {};
  const auto r = rectangle.getArrayAsRectangle();
  return within_reach(geometry.displayed(Box{r.llx, r.lly, r.urx, r.ury}));
}

}  // namespace

std::vector<Link> Pdf::links(int page_no) const {
  std::vector<Link> links;
  auto page = state_->object(page_no);
  const auto geometry = page_geometry(*state_, page_no);
  if (!page || !geometry) return links;
  try {
    QPDFObjectHandle annotations = page->getKey("/Annots");
    if (!annotations.isArray()) return links;
    const int count = std::min(annotations.getArrayNItems(), kMostLinksAPage);
    for (int i = 0; i < count; ++i) {
      QPDFObjectHandle annotation = annotations.getArrayItem(i);
      std::string url = url_of(annotation);
      if (!url.empty()) links.push_back({page_no, place_of(annotation, *geometry), std::move(url)});
    }
  } catch (const std::exception&) {
    // A damaged annotation list: the links read so far stand.
  }
  return links;
}

}  // namespace prongsai::source
