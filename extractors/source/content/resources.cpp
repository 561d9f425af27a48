#include "extractors/source/content/resources.hpp"

#include <qpdf/QPDFObjGen.hh>
#include <set>

#include "extractors/source/content/stream.hpp"

namespace prongsai::source {

namespace {

double number(QPDFObjectHandle dictionary, const std::string& key, const std::string& short_key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  if (!value.isNumber()) value = dictionary.getKey(short_key);
  return value.isNumber() ? value.getNumericValue() : 0;
}

class ImageWalk {
 public:
  explicit ImageWalk(const std::function<bool(QPDFObjectHandle)>& visit) : visit_(visit) {}

  bool resources(QPDFObjectHandle resources, int depth) {
    if (!resources.isDictionary() || depth > kDeepestForm) return true;
    for (const char* kind : {"/XObject", "/Pattern"}) {
      QPDFObjectHandle group = resources.getKey(kind);
      if (!group.isDictionary()) continue;
      for (const auto& name : group.getKeys()) {
        if (!stream(group.getKey(name), depth)) return false;
      }
    }
    return true;
  }

 private:
  bool stream(QPDFObjectHandle object, int depth) {
    if (!object.isStream() || !seen_.insert(object.getObjGen()).second) return true;
    QPDFObjectHandle dictionary = object.getDict();
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
      for (const char* kind : {"/Mask", "/SMask"}) {
        QPDFObjectHandle mask = dictionary.getKey(kind);
        if (mask.isStream() && !visit_(mask)) return false;
      }
      return visit_(object);
    }
    return resources(dictionary.getKey("/Resources"), depth + 1);
  }

  const std::function<bool(QPDFObjectHandle)>& visit_;
  std::set<QPDFObjGen> seen_;
};

}  // namespace

QPDFObjectHandle inherited_value(QPDFObjectHandle page, const std::string& key) {
  constexpr int kDeepestTree = 64;
  for (int level = 0; level < kDeepestTree && page.isDictionary(); ++level) {
    QPDFObjectHandle value = page.getKey(key);
    if (!value.isNull()) return value;
    page = page.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

QPDFObjectHandle page_resources(QPDFObjectHandle page) {
  QPDFObjectHandle resources = inherited_value(page, "/Resources");
  return resources.isDictionary() ? resources : QPDFObjectHandle::newNull();
}

PixelSize declared_size(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict();
  return {number(dictionary, "/Width", "/W"), number(dictionary, "/Height", "/H")};
}

PixelSize finest_size(QPDFObjectHandle image) {
  PixelSize finest = declared_size(image);
  for (const char* kind : {"/Mask", "/SMask"}) {
    QPDFObjectHandle mask = image.getDict().getKey(kind);
    if (!mask.isStream()) continue;
    const PixelSize size = declared_size(mask);
    if (size.width * size.height > finest.width * finest.height) finest = size;
  }
  return finest;
}

void for_each_image(QPDFObjectHandle resources, const std::function<bool(QPDFObjectHandle)>& visit) {
  ImageWalk(visit).resources(resources, 0);
}

}  // namespace prongsai::source
