#include "extractors/source/pdf_content.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extractors/source/pdf_content_reader.hpp"
#include "extractors/source/pdf_resources.hpp"
#include "extractors/source/pdf_stream.hpp"

namespace prongsai::source {

namespace {

constexpr int deepest_form = 12;
constexpr std::size_t deepest_state = 256;  // q without Q
constexpr std::size_t most_operands = 50'000;

}  // namespace

const std::unordered_map<std::string_view, ContentReader::Operator>& ContentReader::operators() {
  using R = ContentReader;
  static const auto table = [] {
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
        {"sh", &R::path},
    };
    for (const char* paint : {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}) all.emplace(paint, &R::path);
    for (const char* colour : {"g", "rg", "k", "cs", "sc", "scn"}) all.emplace(colour, &R::set_fill);
    return all;
  }();
  return table;
}

void ContentReader::read(std::string_view content) {
  Tokens tokens(content);
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    if (token.kind != Token::Kind::keyword) {
      push(token);
      continue;
    }
    const auto found = operators().find(token.text);
    if (found != operators().end()) (this->*found->second)();
    if (token.text == "ID") tokens.skip_inline_image();
    operands_.clear();
    arena_.clear();
  }
}

void ContentReader::push(const Token& token) {
  if (operands_.size() >= most_operands) return;
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
  if (saved_.size() < deepest_state) saved_.push_back(state_);
}

void ContentReader::restore() {
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
  QPDFObjectHandle dictionary = object.getDict();
  if (dictionary.getKey("/Subtype").isNameAndEquals("/Form")) {
    paint_form(object);
  } else if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
    const PixelSize size = declared_size(object);
    walk_.sink.image(state_.ctm, size.width, size.height);
  }
}

void ContentReader::paint_form(QPDFObjectHandle form) {
  const auto content = depth_ < deepest_form ? decoded(form, walk_.bytes_left) : std::nullopt;
  if (!content) {
    walk_.complete = false;
    return;
  }
  walk_.bytes_left -= content->size();
  GraphicsState state = state_;
  QPDFObjectHandle matrix = form.getDict().getKey("/Matrix");
  if (matrix.isMatrix()) {
    const auto m = matrix.getArrayAsMatrix();
    state.ctm = Matrix{m.a, m.b, m.c, m.d, m.e, m.f}.then(state_.ctm);
  }
  QPDFObjectHandle resources = form.getDict().getKey("/Resources");
  ContentReader(walk_, resources.isDictionary() ? resources : resources_, state, depth_ + 1).read(*content);
}

// White in grey, RGB or CMYK; a colour space's first colour is black. Patterns and inks count as dark.
void ContentReader::set_fill() {
  const std::size_t inks = operands_.size();
  const bool subtractive = inks == 4;
  state_.pale = inks == 1 || inks == 3 || inks == 4;
  for (const Operand& operand : operands_) {
    const bool white = subtractive ? operand.number < 0.05 : operand.number > 0.95;
    if (operand.kind != Token::Kind::number || !white) state_.pale = false;
  }
}

// Its dictionary stands as plain operands between BI and ID.
void ContentReader::inline_image() {
  double width = 0;
  double height = 0;
  for (std::size_t i = 0; i + 1 < operands_.size(); ++i) {
    const std::string_view key = text(operands_[i]);
    if (key == "W" || key == "Width") width = operands_[i + 1].number;
    if (key == "H" || key == "Height") height = operands_[i + 1].number;
  }
  walk_.sink.image(state_.ctm, width, height);
}

Matrix Matrix::then(const Matrix& next) const {
  return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
          c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

bool walk_content(QPDFObjectHandle page, PdfFonts& fonts, ContentSink& sink) {
  Walk walk{fonts, sink};
  try {
    const auto content = page_content(page, most_content);
    if (!content) return page.getKey("/Contents").isNull();  // a page may have none
    walk.bytes_left -= content->size();
    ContentReader(walk, page_resources(page), {}, 0).read(*content);
  } catch (const std::exception&) {
    return false;  // an object that the file's table lost
  }
  return walk.complete;
}

}  // namespace prongsai::source
