#include "extractors/source/pdf_content.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/source/pdf_resources.hpp"
#include "extractors/source/pdf_stream.hpp"
#include "extractors/source/pdf_tokens.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t most_content = 48'000'000;  // decoded bytes of one page, its forms counted each time
constexpr int deepest_form = 12;
constexpr std::size_t deepest_state = 256;  // q without Q
constexpr std::size_t most_operands = 50'000;

struct Operand {
  Token::Kind kind = Token::Kind::end;
  double number = 0;
  std::size_t offset = 0;  // of its text in the arena
  std::size_t length = 0;
};

struct GraphicsState {
  Matrix ctm;
  const PdfFont* font = nullptr;
  double font_size = 0;
  double character_space = 0;
  double word_space = 0;
  double scale = 1;  // horizontal
  double leading = 0;
  double rise = 0;
  int render_mode = 0;
  bool pale = false;  // the fill colour is white
};

// What forms share with the page they stand on.
struct Walk {
  PdfFonts& fonts;
  ContentSink& sink;
  std::size_t bytes_left = most_content;
  bool complete = true;
};

class ContentReader {
 public:
  ContentReader(Walk& walk, QPDFObjectHandle resources, GraphicsState state, int depth)
      : walk_(walk), resources_(resources), state_(state), depth_(depth) {}

  void read(std::string_view content);

 private:
  using Operator = void (ContentReader::*)();
  static const std::unordered_map<std::string_view, Operator>& operators();

  void push(const Token& token);
  [[nodiscard]] double number(std::size_t from_end) const;
  [[nodiscard]] std::string_view text(const Operand& operand) const;
  [[nodiscard]] std::string last_name() const;
  [[nodiscard]] bool has(std::size_t count) const { return operands_.size() >= count; }
  [[nodiscard]] QPDFObjectHandle resource(const char* kind, const std::string& name);

  void save();
  void restore();
  void concatenate();
  void paint_object();
  void paint_form(QPDFObjectHandle form);
  void begin_text();
  void set_font();
  void set_matrix();
  void move();
  void move_and_lead();
  void next_line();
  void show_one();
  void show_array();
  void show_on_next_line();
  void show_spaced();
  void show(std::string_view bytes);
  void path() { walk_.sink.path(); }
  void set_character_space() { state_.character_space = number(0); }
  void set_word_space() { state_.word_space = number(0); }
  void set_scale() { state_.scale = number(0) / 100; }
  void set_leading() { state_.leading = number(0); }
  void set_rise() { state_.rise = number(0); }
  void set_render_mode() { state_.render_mode = static_cast<int>(number(0)); }
  void set_fill();
  void inline_image();

  Walk& walk_;
  QPDFObjectHandle resources_;
  GraphicsState state_;
  int depth_;
  std::vector<GraphicsState> saved_;
  std::vector<Operand> operands_;
  std::string arena_;
  Matrix line_;  // text line matrix
  Matrix text_;  // text matrix
};

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

void ContentReader::begin_text() {
  line_ = text_ = Matrix{};
}

void ContentReader::set_font() {
  state_.font = walk_.fonts.get(resource("/Font", last_name()));
  state_.font_size = number(0);
}

void ContentReader::set_matrix() {
  if (has(6)) line_ = text_ = {number(5), number(4), number(3), number(2), number(1), number(0)};
}

void ContentReader::move() {
  line_ = text_ = Matrix{1, 0, 0, 1, number(1), number(0)}.then(line_);
}

void ContentReader::move_and_lead() {
  state_.leading = -number(0);
  move();
}

void ContentReader::next_line() {
  line_ = text_ = Matrix{1, 0, 0, 1, 0, -state_.leading}.then(line_);
}

void ContentReader::show_one() {
  if (has(1)) show(text(operands_.back()));
}

void ContentReader::show_array() {
  for (const Operand& operand : operands_) {
    if (operand.kind == Token::Kind::string) {
      show(text(operand));
    } else if (operand.kind == Token::Kind::number) {
      const double back = operand.number / 1000 * state_.font_size * state_.scale;
      text_ = Matrix{1, 0, 0, 1, -back, 0}.then(text_);
    }
  }
}

void ContentReader::show_on_next_line() {
  next_line();
  show_one();
}

void ContentReader::show_spaced() {
  state_.word_space = number(2);
  state_.character_space = number(1);
  show_on_next_line();
}

void ContentReader::show(std::string_view bytes) {
  if (!state_.font) return;
  const auto step = static_cast<std::size_t>(state_.font->bytes_per_code());
  for (std::size_t i = 0; i + step <= bytes.size(); i += step) {
    std::uint32_t code = static_cast<unsigned char>(bytes[i]);
    if (step == 2) code = code << 8 | static_cast<unsigned char>(bytes[i + 1]);
    const Matrix pen = Matrix{1, 0, 0, 1, 0, state_.rise}.then(text_).then(state_.ctm);
    walk_.sink.glyph(
        {state_.font, code, pen, state_.font_size, state_.render_mode == 3, state_.render_mode >= 4, state_.pale});
    const double space = step == 1 && code == ' ' ? state_.word_space : 0;
    const double forward =
        (state_.font->advance(code) * state_.font_size + state_.character_space + space) * state_.scale;
    text_ = Matrix{1, 0, 0, 1, forward, 0}.then(text_);
  }
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

}  // namespace

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
