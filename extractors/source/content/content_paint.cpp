// Path, colour and marked content operators (ISO 32000-1, 8.4 to 8.6 and 14.6).
#include <algorithm>
#include <cmath>
#include <string>

#include "extractors/source/content/content_reader.hpp"

namespace prongsai::source {

Clip cut(const Clip& clip, const PathShape& shape) {
  const Box common{std::max(clip.box.x0, shape.box.x0), std::max(clip.box.y0, shape.box.y0),
                   std::min(clip.box.x1, shape.box.x1), std::min(clip.box.y1, shape.box.y1)};
  return {common, clip.exact && !shape.other && shape.strokes.empty() && shape.rectangles.size() == 1};
}

void ContentReader::move_to() {
  if (has(2)) path_.move_to(state_.ctm.apply(number(1), number(0)));
}

void ContentReader::line_to() {
  if (has(2)) path_.line_to(state_.ctm.apply(number(1), number(0)));
}

// Its control points may reach out of the box around its ends; that little is let go.
void ContentReader::curve_to() {
  if (has(2)) path_.curve_to(state_.ctm.apply(number(1), number(0)));
}

void ContentReader::rectangle() {
  if (!has(4)) return;
  const double x0 = number(3), y0 = number(2), x1 = x0 + number(1), y1 = y0 + number(0);
  const Matrix& m = state_.ctm;
  path_.rectangle(m.apply(x0, y0), m.apply(x1, y0), m.apply(x1, y1), m.apply(x0, y1));
}

void ContentReader::close_and_stroke() {
  path_.close();
  stroke_path();
}

void ContentReader::paint_path(bool filled, bool stroked) {
  PaintedPath path{path_.take(), filled, filled ? state_.fill : state_.stroke, 0, state_.clip};
  path.line_width = state_.line_width * std::hypot(state_.ctm.a, state_.ctm.b);
  if (clips_) state_.clip = cut(state_.clip, path.shape);
  clips_ = false;
  if ((filled || stroked) && !hidden()) walk_.sink.path(path);
}

// Paints all of the clip, in colours that are not followed.
void ContentReader::shade() {
  PaintedPath path;
  path.shape.box = state_.clip.box;
  path.shape.other = true;
  path.filled = true;
  path.ink.known = false;
  path.clip = state_.clip;
  if (!hidden()) walk_.sink.path(path);
}

void ContentReader::set_graphics() {
  QPDFObjectHandle more = resource("/ExtGState", last_name());
  if (!more.isDictionary()) return;
  QPDFObjectHandle width = more.getKey("/LW"), fill = more.getKey("/ca"), stroke = more.getKey("/CA");
  if (width.isNumber()) state_.line_width = width.getNumericValue();
  if (fill.isNumber()) state_.fill.alpha = fill.getNumericValue();
  if (stroke.isNumber()) state_.stroke.alpha = stroke.getNumericValue();
  QPDFObjectHandle blend = more.getKey("/BM"), mask = more.getKey("/SMask");
  if (blend.isNull() && mask.isNull()) return;
  if (blend.isArray() && blend.getArrayNItems() > 0) blend = blend.getArrayItem(0);
  const bool blended = blend.isName() && blend.getName() != "/Normal" && blend.getName() != "/Compatible";
  state_.fill.plain = state_.stroke.plain = !blended && !mask.isDictionary();
}

std::vector<double> ContentReader::numbers() const {
  std::vector<double> found;
  for (const Operand& operand : operands_) {
    if (operand.kind != Token::Kind::number) return {};
    found.push_back(operand.number);
  }
  return found;
}

void ContentReader::set_device_fill() {
  state_.fill_model = ColourModel::device;
  set_fill();
}

void ContentReader::set_device_stroke() {
  state_.stroke_model = ColourModel::device;
  set_stroke();
}

ColourModel ContentReader::named_model() {
  const std::string name = last_name();
  QPDFObjectHandle space = resource("/ColorSpace", name);
  return colour_model(space.isNull() ? QPDFObjectHandle::newName(name.empty() ? "/None" : name) : space);
}

// A space begins with its first colour, black in the device's and white without ink.
void ContentReader::set_fill_space() {
  state_.fill_model = named_model();
  set_colour(state_.fill, state_.fill_model, {state_.fill_model == ColourModel::tint ? 1.0 : 0.0});
}

void ContentReader::set_stroke_space() {
  state_.stroke_model = named_model();
  set_colour(state_.stroke, state_.stroke_model, {state_.stroke_model == ColourModel::tint ? 1.0 : 0.0});
}

void ContentReader::begin_marked() {
  marked_.push_back({});
}

// `/OC /MC0 BDC` for a layer, `/Artifact <</Subtype /Watermark …>> BDC`.
void ContentReader::begin_marked_with() {
  Marked marked;
  if (!operands_.empty() && text(operands_.front()) == "OC") {
    marked.hidden = is_hidden(resource("/Properties", last_name()));
  } else if (!operands_.empty() && text(operands_.front()) == "Artifact") {
    marked.watermark = std::any_of(operands_.begin(), operands_.end(),
                                   [&](const Operand& operand) { return text(operand) == "Watermark"; });
    QPDFObjectHandle named = resource("/Properties", last_name());
    if (named.isDictionary() && named.getKey("/Subtype").isNameAndEquals("/Watermark")) marked.watermark = true;
  }
  marked_.push_back(marked);
}

void ContentReader::end_marked() {
  if (!marked_.empty()) marked_.pop_back();
}

// A membership dictionary shows when any of its layers does (the default policy; others count likewise).
bool ContentReader::is_hidden(QPDFObjectHandle layer) const {
  if (!layer.isDictionary()) return false;
  if (!layer.getKey("/Type").isNameAndEquals("/OCMD")) return walk_.hidden.contains(layer.getObjGen());
  QPDFObjectHandle layers = layer.getKey("/OCGs");
  if (layers.isDictionary()) return walk_.hidden.contains(layers.getObjGen());
  if (!layers.isArray() || layers.getArrayNItems() == 0) return false;
  const auto all = layers.getArrayAsVector();
  return std::all_of(all.begin(), all.end(),
                     [&](QPDFObjectHandle one) { return walk_.hidden.contains(one.getObjGen()); });
}

bool ContentReader::hidden() const {
  return std::any_of(marked_.begin(), marked_.end(), [](const Marked& marked) { return marked.hidden; });
}

bool ContentReader::watermark() const {
  return std::any_of(marked_.begin(), marked_.end(), [](const Marked& marked) { return marked.watermark; });
}

}  // namespace prongsai::source
