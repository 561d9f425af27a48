// The interpreter behind walk_content. For pdf_content*.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/source/pdf_content.hpp"
#include "extractors/source/pdf_tokens.hpp"

namespace prongsai::source {

inline constexpr std::size_t most_content = 48'000'000;  // decoded bytes of one page, its forms counted each time

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

// Reads one content stream: a page's or a form's.
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

}  // namespace prongsai::source
