#include "extractors/source/pdf/field_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/source/content/tokens.hpp"
#include "extractors/source/pdf/annotations.hpp"
#include "extractors/source/pdf/hints.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

constexpr double kUsualSize = 12;     // points, where the field leaves it to the reader
constexpr double kLineStep = 1.3;     // sizes
constexpr double kLetterWidth = 0.5;  // sizes
constexpr double kInset = 2;          // points from the field's edge
constexpr int kRadioFlag = 1 << 15;
constexpr int kPushFlag = 1 << 16;
constexpr int kMultilineFlag = 1 << 12;
constexpr int kPasswordFlag = 1 << 13;

int flags_of(QPDFObjectHandle field) {
  QPDFObjectHandle flags = field_value(field, "/Ff");
  return flags.isInteger() ? flags.getIntValueAsInt() : 0;
}

// Of a list of choices the first; a list may hold itself, so none is looked for deeper.
std::string string_in(QPDFObjectHandle value) {
  if (value.isArray() && value.getArrayNItems() > 0) value = value.getArrayItem(0);
  return value.isString() ? value.getUTF8Value() : "";
}

// What the reader should see, "" for nothing.
std::string entered_value(const Annotation& annotation) {
  QPDFObjectHandle object = annotation.object;
  if (annotation.subtype == "/FreeText") return string_in(object.getKey("/Contents"));
  if (annotation.subtype != "/Widget") return "";
  const int flags = flags_of(object);
  QPDFObjectHandle value = field_value(object, "/V");
  if (annotation.field_type == "/Btn") {
    if ((flags & (kRadioFlag | kPushFlag)) != 0) return "";
    QPDFObjectHandle state = object.getKey("/AS").isName() ? object.getKey("/AS") : value;
    return state.isName() && state.getName() != "/Off" ? "☑" : "☐";
  }
  const bool shown = annotation.field_type == "/Tx" ? (flags & kPasswordFlag) == 0 : annotation.field_type == "/Ch";
  return shown ? string_in(value) : "";
}

// `/F 12 Tf`: the size stands before the operator.
double size_of(const Annotation& annotation, double height) {
  const std::string style = string_in(field_value(annotation.object, "/DA"));
  Tokens tokens(style);
  double last = 0, size = 0;
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    if (token.kind == Token::Kind::number) last = token.number;
    if (token.kind == Token::Kind::keyword && token.text == "Tf") size = last;
  }
  return size > 0 ? size : std::min(kUsualSize, std::max(4.0, 0.7 * height));
}

std::vector<std::u32string> lines_of(std::string_view utf8, double letters_a_line) {
  std::vector<std::u32string> lines(1);
  double used = 0;
  for (const char32_t c : text::to_utf32(utf8)) {
    const double width = text::is_thai_mark(c) ? 0 : 1;
    if (c == U'\n' || c == U'\r' || used + width > letters_a_line) {
      if (!lines.back().empty()) lines.emplace_back();
      used = 0;
    }
    if (c == U'\n' || c == U'\r') continue;
    lines.back().push_back(c);
    used += width;
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

class Writer {
 public:
  Writer(const Box& place, double size, std::vector<Word>& words) : place_(place), size_(size), words_(words) {}

  void write(std::string_view value, bool from_top) {
    const double across = std::max(1.0, (place_.width() - 2 * kInset) / (kLetterWidth * size_));
    const auto lines = lines_of(value, across);
    const double middle = (place_.y0 + place_.y1) / 2 + 0.3 * size_;
    double baseline = from_top || lines.size() > 1 ? place_.y0 + kInset + 0.95 * size_ : middle;
    for (const std::u32string& line : lines) {
      write_line(line, baseline);
      baseline += kLineStep * size_;
    }
  }

 private:
  void write_line(const std::u32string& line, double baseline) {
    double x = place_.x0 + kInset;
    Word word;
    const auto finish = [&](bool space) {
      if (word.text.empty()) return;
      word.space_after = space;
      words_.push_back(std::exchange(word, {}));
    };
    for (const char32_t c : line) {
      if (text::is_blank(c)) {
        finish(true);
        x += 0.6 * kLetterWidth * size_;
        continue;
      }
      const double next = text::is_thai_mark(c) ? x : x + kLetterWidth * size_;
      const Box box{x, baseline - kLineAscent * size_, next, baseline + kLineDescent * size_};
      text::append_utf8(word.text, c);
      word.chars.push_back(box);
      word.box = word.chars.size() == 1 ? box : Box{word.box.x0, box.y0, box.x1, box.y1};
      word.font_size = size_;
      x = next;
    }
    finish(false);
  }

  Box place_;
  double size_;
  std::vector<Word>& words_;
};

bool is_blank_of_form(const Word& word) {
  const std::u32string codes = text::to_utf32(word.text);
  return std::all_of(codes.begin(), codes.end(), [](char32_t c) { return text::is_leader(c) || text::is_blank(c); });
}

}  // namespace

void add_field_words(QPDFObjectHandle page, const PageGeometry& geometry, std::vector<Word>& words) {
  std::vector<Word> added;
  for (const Annotation& annotation : shown_annotations(page)) {
    const std::string value = entered_value(annotation);
    const Box place = geometry.displayed(annotation.rectangle);
    const bool drawn_tick = annotation.field_type == "/Btn" && annotation.appearance;
    if (value.empty() || place.empty() || drawn_tick) continue;
    const auto inside = [&](const Word& word) { return place.contains(word.box.centre()); };
    if (std::any_of(words.begin(), words.end(), [&](const Word& w) { return inside(w) && !is_blank_of_form(w); }))
      continue;
    std::erase_if(words, [&](const Word& word) { return inside(word); });
    const bool from_top = annotation.subtype == "/FreeText" || (flags_of(annotation.object) & kMultilineFlag) != 0;
    Writer(place, size_of(annotation, place.height()), added).write(value, from_top);
  }
  words.insert(words.end(), added.begin(), added.end());
}

}  // namespace prongsai::source
