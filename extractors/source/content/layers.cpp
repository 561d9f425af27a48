#include "extractors/source/content/layers.hpp"

#include <exception>

namespace prongsai::source {

namespace {

void each_layer(QPDFObjectHandle list, const auto& visit) {
  if (!list.isArray()) return;
  for (auto layer : list.aitems()) visit(layer.getObjGen());
}

}  // namespace

HiddenLayers find_hidden_layers(QPDF& document) {
  HiddenLayers hidden;
  try {
    QPDFObjectHandle properties = document.getRoot().getKey("/OCProperties");
    if (!properties.isDictionary()) return hidden;
    QPDFObjectHandle usual = properties.getKey("/D");
    if (!usual.isDictionary()) return hidden;
    if (usual.getKey("/BaseState").isNameAndEquals("/OFF")) {
      each_layer(properties.getKey("/OCGs"), [&](const QPDFObjGen& layer) { hidden.insert(layer); });
    }
    each_layer(usual.getKey("/ON"), [&](const QPDFObjGen& layer) { hidden.erase(layer); });
    each_layer(usual.getKey("/OFF"), [&](const QPDFObjGen& layer) { hidden.insert(layer); });
  } catch (const std::exception&) {
    return hidden;  // a damaged catalogue: what was read so far stands
  }
  return hidden;
}

}  // namespace prongsai::source
