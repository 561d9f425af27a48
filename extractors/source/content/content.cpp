#include "extractors/source/content/content.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extractors/source/content/content_reader.hpp"
#include "extractors/source/content/resources.hpp"
#include "extractors/source/content/stream.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t kDeepestState = 256;  // q without Q
constexpr std::size_t kMostOperands = 50'000;

// For a walk that only copies.
class DeafSink : public ContentSink {
 public:
  void glyph(const PaintedGlyph& /*glyph*/) override {}
  void image(const PaintedImage& /*image*/) override {}
  void path(const PaintedPath& /*path*/) override {}
};

// The box around a form's own box, where its matrix puts it.
void cut_to(Clip& clip, QPDFObjectHandle box, const Matrix& matrix) {
  if (!box.isRectangle()) return;
  const auto r = box.getArrayAsRectangle();
  PathBuilder around;
  around.move_to(matrix.apply(r.llx, r.lly));
  for (const auto& [x, y] : {std::pair{r.urx, r.lly}, {r.urx, r.ury}, {r.llx, r.ury}}) {
    around.line_to(matrix.apply(x, y));
  }
  const PathShape shape = around.take();
  clip = cut(clip, shape);
}

}  // namespace

const std::unordered_map<std::string_view, ContentReader::Operator>& ContentReader::operators() {
  using R = ContentReader;
  static const auto kTable = [] {
    std::unordered_map<std::string_view, Operator> all = {
        {"q", &R::save},
        {"Q", &R::restore},
        {"cm", &R::concatenate},
        {"Do", &R::paint_object},
        {"BT", &R::begin_text},
        {"Tf", &R::set_font},
        {"Tm", &R::set_matrix},
        {"Td", &R::move},
        {"TD", &R::move_and_lead},
        {"T*", &R::next_line},
        {"Tj", &R::show_one},
        {"TJ", &R::show_array},
        {"'", &R::show_on_next_line},
        {"\"", &R::show_spaced},
        {"Tc", &R::set_character_space},
        {"Tw", &R::set_word_space},
        {"Tz", &R::set_scale},
        {"TL", &R::set_leading},
        {"Ts", &R::set_rise},
        {"Tr", &R::set_render_mode},
        {"ID", &R::inline_image},
        {"sh", &R::shade},
        {"gs", &R::set_graphics},
        {"w", &R::set_line_width},
        {"m", &R::move_to},
        {"l", &R::line_to},
        {"h", &R::close_path},
        {"re", &R::rectangle},
        {"n", &R::end_path},
        {"S", &R::stroke_path},
        {"s", &R::close_and_stroke},
        {"cs", &R::set_fill_space},
        {"CS", &R::set_stroke_space},
        {"BMC", &R::begin_marked},
        {"BDC", &R::begin_marked_with},
        {"EMC", &R::end_marked},
    };
    for (const char* curve : {"c", "v", "y"}) all.emplace(curve, &R::curve_to);
    for (const char* clip : {"W", "W*"}) all.emplace(clip, &R::clip_path);
    for (const char* paint : {"f", "F", "f*", "B", "B*", "b", "b*"}) all.emplace(paint, &R::fill_path);
    for (const char* colour : {"g", "rg", "k"}) all.emplace(colour, &R::set_device_fill);
    for (const char* colour : {"G", "RG", "K"}) all.emplace(colour, &R::set_device_stroke);
    for (const char* colour : {"sc", "scn"}) all.emplace(colour, &R::set_fill);
    for (const char* colour : {"SC", "SCN"}) all.emplace(colour, &R::set_stroke);
    return all;
  }();
  return kTable;
}

void ContentReader::read(std::string_view content) {
  Tokens tokens(content);
  const char* operation = content.data();  // where the operator's operands begin
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    if (token.kind != Token::Kind::keyword) {
      push(token);
      continue;
    }
    const auto found = operators().find(token.text);
    if (found != operators().end()) (this->*found->second)();
    if (token.text == "ID") tokens.skip_inline_image();
    const char* end = tokens.rest().data();
    if (walk_.dropped) copy_.keep({operation, static_cast<std::size_t>(end - operation)});
    operation = end;
    operands_.clear();
    arena_.clear();
  }
}

void ContentReader::push(const Token& token) {
  if (operands_.size() >= kMostOperands) return;
  operands_.push_back({token.kind, token.number, arena_.size(), token.text.size()});
  if (token.kind != Token::Kind::number) arena_ += token.text;
}

double ContentReader::number(std::size_t from_end) const {
  return from_end < operands_.size() ? operands_[operands_.size() - 1 - from_end].number : 0;
}

std::string_view ContentReader::text(const Operand& operand) const {
  return operand.kind == Token::Kind::number ? std::string_view()
                                             : std::string_view(arena_).substr(operand.offset, operand.length);
}

std::string ContentReader::last_name() const {
  for (auto operand = operands_.rbegin(); operand != operands_.rend(); ++operand) {
    if (operand->kind == Token::Kind::name) return "/" + std::string(text(*operand));
  }
  return "";
}

QPDFObjectHandle ContentReader::resource(const char* kind, const std::string& name) {
  QPDFObjectHandle group = resources_.isDictionary() ? resources_.getKey(kind) : QPDFObjectHandle::newNull();
  return group.isDictionary() && !name.empty() ? group.getKey(name) : QPDFObjectHandle::newNull();
}

void ContentReader::save() {
  if (saved_.size() < kDeepestState) {
    saved_.push_back(state_);
  } else {
    ++not_saved_;
  }
}

// What was not saved cannot come back; the states below it are of other pairs of q and Q.
void ContentReader::restore() {
  if (not_saved_ > 0) {
    --not_saved_;
    return;
  }
  if (saved_.empty()) return;
  state_ = saved_.back();
  saved_.pop_back();
}

void ContentReader::concatenate() {
  if (!has(6)) return;
  state_.ctm = Matrix{number(5), number(4), number(3), number(2), number(1), number(0)}.then(state_.ctm);
}

void ContentReader::paint_object() {
  QPDFObjectHandle object = resource("/XObject", last_name());
  if (!object.isStream()) return;
  if (hidden() || is_hidden(object.getDict().getKey("/OC"))) return copy_.replace("% of a hidden layer");
  QPDFObjectHandle kind = object.getDict().getKey("/Subtype");
  if (kind.isNameAndEquals("/Form")) paint_form(object);
  if (kind.isNameAndEquals("/Image")) paint_image(object);
}

void ContentReader::paint_image(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict();
  const PixelSize size = finest_size(image);
  const bool stencil = dictionary.getKey("/ImageMask").isBool() && dictionary.getKey("/ImageMask").getBoolValue();
  const bool masked = !dictionary.getKey("/Mask").isNull() || !dictionary.getKey("/SMask").isNull() ||
                      !dictionary.getKey("/SMaskInData").isNull();
  walk_.sink.image({state_.ctm, size.width, size.height, !stencil && !masked && state_.fill.covers(), state_.clip});
}

void ContentReader::paint_form(QPDFObjectHandle form) {
  const auto content = depth_ < kDeepestForm ? decoded(form, walk_.bytes_left) : std::nullopt;
  if (!content) {
    walk_.complete = false;
    return;
  }
  walk_.bytes_left -= content->size();
  if (depth_ == 0) ++walk_.forms;
  GraphicsState state = state_;
  QPDFObjectHandle matrix = form.getDict().getKey("/Matrix");
  if (matrix.isMatrix()) {
    const auto m = matrix.getArrayAsMatrix();
    state.ctm = Matrix{m.a, m.b, m.c, m.d, m.e, m.f}.then(state_.ctm);
  }
  cut_to(state.clip, form.getDict().getKey("/BBox"), state.ctm);
  QPDFObjectHandle resources = form.getDict().getKey("/Resources");
  ContentReader reader(walk_, resources.isDictionary() ? resources : resources_, state, depth_ + 1);
  if (watermark()) reader.marked_.push_back({false, true});
  const std::size_t before = walk_.glyphs;
  reader.read(*content);
  if (!walk_.dropped) return;
  const auto first = walk_.dropped->begin() + static_cast<std::ptrdiff_t>(std::min(before, walk_.dropped->size()));
  const auto last = walk_.dropped->begin() + static_cast<std::ptrdiff_t>(std::min(walk_.glyphs, walk_.dropped->size()));
  if (std::find(first, last, true) == last) return;
  QPDFObjectHandle own = reader.resources();
  replace_form(std::move(reader).copied(), form, own);
}

// The form stands under a name of its own: elsewhere it may be shown whole.
void ContentReader::replace_form(const std::string& copied, QPDFObjectHandle form, QPDFObjectHandle resources) {
  QPDFObjectHandle copy = QPDFObjectHandle::newStream(form.getOwningQPDF(), copied);
  for (const std::string& key : form.getDict().getKeys()) {
    if (key != "/Length" && key != "/Filter" && key != "/DecodeParms") {
      copy.getDict().replaceKey(key, form.getDict().getKey(key));
    }
  }
  copy.getDict().replaceKey("/Resources", resources);
  const std::string name = "/ProngsaiForm" + std::to_string(walk_.glyphs);
  resources_ = resources_.shallowCopy();
  QPDFObjectHandle forms = resources_.getKey("/XObject").shallowCopy();
  forms.replaceKey(name, copy);
  resources_.replaceKey("/XObject", forms);
  copy_.replace(name + " Do");
}

// Its dictionary stands as plain operands between BI and ID.
void ContentReader::inline_image() {
  PaintedImage image{state_.ctm, 0, 0, state_.fill.covers(), state_.clip};
  for (std::size_t i = 0; i + 1 < operands_.size(); ++i) {
    const std::string_view key = text(operands_[i]);
    if (key == "W" || key == "Width") image.pixels_wide = operands_[i + 1].number;
    if (key == "H" || key == "Height") image.pixels_high = operands_[i + 1].number;
    if ((key == "IM" || key == "ImageMask") && text(operands_[i + 1]) == "true") image.covers = false;
  }
  if (!hidden()) walk_.sink.image(image);
}

Matrix Matrix::then(const Matrix& next) const {
  return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
          c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

bool walk_content(QPDFObjectHandle page, PdfFonts& fonts, const HiddenLayers& hidden, ContentSink& sink) {
  Walk walk{fonts, hidden, sink};
  try {
    const auto content = page_content(page, kMostContent);
    if (!content) return page.getKey("/Contents").isNull();  // a page may have none
    walk.bytes_left -= content->size();
    ContentReader(walk, page_resources(page), {}, 0).read(*content);
  } catch (const std::exception&) {
    return false;  // an object that the file's table lost
  }
  return walk.complete;
}

bool walk_form(QPDFObjectHandle form, const Matrix& place, PdfFonts& fonts, const HiddenLayers& hidden,
               ContentSink& sink) {
  Walk walk{fonts, hidden, sink};
  try {
    GraphicsState state;
    state.ctm = place;
    ContentReader(walk, QPDFObjectHandle::newNull(), state, 0).paint_form(form);
  } catch (const std::exception&) {
    return false;
  }
  return walk.complete;
}

CopiedContent copy_content(QPDFObjectHandle page, PdfFonts& fonts, const HiddenLayers& hidden,
                           const GlyphNumbers& dropped) {
  DeafSink deaf;
  Walk walk{fonts, hidden, deaf};
  walk.dropped = &dropped;
  const auto content = page_content(page, kMostContent);
  if (!content) throw std::runtime_error("the page's content cannot be decoded");
  walk.bytes_left -= content->size();
  ContentReader reader(walk, page_resources(page), {}, 0);
  reader.read(*content);
  QPDFObjectHandle resources = reader.resources();
  return {std::move(reader).copied(), resources};
}

}  // namespace prongsai::source
