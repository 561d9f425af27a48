#include "extractors/source/pdf/annotations.hpp"

#include <algorithm>
#include <exception>

namespace prongsai::source {

namespace {

constexpr int kMostAnnotations = 5000;  // of a page
constexpr int kHiddenFlag = 2;
constexpr int kNoViewFlag = 32;

bool is_shown(QPDFObjectHandle annotation) {
  if (!annotation.isDictionary() || annotation.getKey("/Subtype").isNameAndEquals("/Popup")) return false;
  QPDFObjectHandle flags = annotation.getKey("/F");
  return !flags.isInteger() || (flags.getIntValueAsInt() & (kHiddenFlag | kNoViewFlag)) == 0;
}

// The normal appearance in the annotation's state.
std::optional<QPDFObjectHandle> appearance_of(QPDFObjectHandle annotation) {
  QPDFObjectHandle all = annotation.getKey("/AP");
  QPDFObjectHandle normal = all.isDictionary() ? all.getKey("/N") : QPDFObjectHandle::newNull();
  QPDFObjectHandle state = annotation.getKey("/AS");
  if (normal.isDictionary() && state.isName()) normal = normal.getKey(state.getName());
  if (!normal.isStream()) return std::nullopt;
  return normal;
}

Box rectangle_of(QPDFObjectHandle rectangle) {
  if (!rectangle.isRectangle()) return {};
  const auto r = rectangle.getArrayAsRectangle();
  return {std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx), std::max(r.lly, r.ury)};
}

std::string name_in(QPDFObjectHandle value) {
  return value.isName() ? value.getName() : "";
}

}  // namespace

bool Annotation::is_stamp() const {
  return subtype == "/Stamp" || subtype == "/Watermark" || field_type == "/Sig";
}

QPDFObjectHandle field_value(QPDFObjectHandle field, const char* key) {
  constexpr int kDeepest = 16;
  for (int level = 0; level < kDeepest && field.isDictionary(); ++level) {
    QPDFObjectHandle value = field.getKey(key);
    if (!value.isNull()) return value;
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

std::vector<Annotation> shown_annotations(QPDFObjectHandle page) {
  std::vector<Annotation> found;
  try {
    QPDFObjectHandle all = page.getKey("/Annots");
    const int count = all.isArray() ? std::min(all.getArrayNItems(), kMostAnnotations) : 0;
    for (int i = 0; i < count; ++i) {
      QPDFObjectHandle object = all.getArrayItem(i);
      if (!is_shown(object)) continue;
      Annotation one{
          i,     name_in(object.getKey("/Subtype")), "", rectangle_of(object.getKey("/Rect")), appearance_of(object),
          object};
      if (one.subtype == "/Widget") one.field_type = name_in(field_value(object, "/FT"));
      found.push_back(std::move(one));
    }
  } catch (const std::exception&) {
    // A damaged annotation list: those read so far stand.
  }
  return found;
}

Matrix appearance_place(const Annotation& annotation) {
  QPDFObjectHandle appearance = *annotation.appearance;
  QPDFObjectHandle form = appearance.getDict();
  const Box box = rectangle_of(form.getKey("/BBox"));
  Matrix own;
  QPDFObjectHandle matrix = form.getKey("/Matrix");
  if (matrix.isMatrix()) {
    const auto m = matrix.getArrayAsMatrix();
    own = {m.a, m.b, m.c, m.d, m.e, m.f};
  }
  PathBuilder around;
  around.rectangle(own.apply(box.x0, box.y0), own.apply(box.x1, box.y0), own.apply(box.x1, box.y1),
                   own.apply(box.x0, box.y1));
  const Box reached = around.take().box;
  const Box& goal = annotation.rectangle;
  if (reached.width() <= 0 || reached.height() <= 0) return {1, 0, 0, 1, goal.x0, goal.y0};
  const double wide = goal.width() / reached.width(), high = goal.height() / reached.height();
  return {wide, 0, 0, high, goal.x0 - reached.x0 * wide, goal.y0 - reached.y0 * high};
}

}  // namespace prongsai::source
