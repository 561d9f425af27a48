// The interpreter behind walk_content. For content*.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/source/content/content.hpp"
#include "extractors/source/content/content_copy.hpp"
#include "extractors/source/content/path.hpp"
#include "extractors/source/content/stream.hpp"
#include "extractors/source/content/tokens.hpp"
#include "models/checked_int.hpp"

namespace prongsai::source {

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
  double line_width = 1;
  Ink fill;
  Ink stroke;
  ColourModel fill_model = ColourModel::device;
  ColourModel stroke_model = ColourModel::device;
  Clip clip;
};

// Marked content that is open: BDC or BMC up to EMC.
struct Marked {
  bool hidden = false;     // of a layer that is switched off
  bool watermark = false;  // an artifact of that kind
};

// What forms share with the page they stand on.
struct Walk {
  PdfFonts& fonts;
  const HiddenLayers& hidden;
  ContentSink& sink;
  std::size_t bytes_left = kMostContent;
  bool complete = true;
  std::size_t glyphs = 0;                 // told so far
  int forms = 0;                          // that the page itself painted
  const GlyphNumbers* dropped = nullptr;  // where the content is copied
};

// Reads one content stream: a page's or a form's.
class ContentReader {
 public:
  ContentReader(Walk& walk, QPDFObjectHandle resources, GraphicsState state, int depth)
      : walk_(walk), resources_(resources), state_(state), depth_(depth) {}

  void read(std::string_view content);

  // The stream without the glyphs dropped; what it shows in their place needs `resources()`.
  [[nodiscard]] std::string copied() && { return std::move(copy_).content(); }
  [[nodiscard]] QPDFObjectHandle resources() const { return resources_; }

  // Paints a form as Do does.
  void paint_form(QPDFObjectHandle form);

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
  void set_graphics();
  void paint_object();
  void paint_image(QPDFObjectHandle image);
  void replace_form(const std::string& copied, QPDFObjectHandle form, QPDFObjectHandle resources);
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
  void move_to();
  void line_to();
  void curve_to();
  void close_path() { path_.close(); }
  void rectangle();
  void clip_path() { clips_ = true; }
  void stroke_path() { paint_path(false, true); }
  void fill_path() { paint_path(true, false); }
  void close_and_stroke();
  void end_path() { paint_path(false, false); }
  void shade();
  void paint_path(bool filled, bool stroked);
  void begin_marked();
  void begin_marked_with();
  void end_marked();
  [[nodiscard]] bool is_hidden(QPDFObjectHandle layer) const;
  [[nodiscard]] bool hidden() const;
  [[nodiscard]] bool watermark() const;
  [[nodiscard]] std::vector<double> numbers() const;
  void set_character_space() { state_.character_space = number(0); }
  void set_word_space() { state_.word_space = number(0); }
  void set_scale() { state_.scale = number(0) / 100; }
  void set_leading() { state_.leading = number(0); }
  void set_rise() { state_.rise = number(0); }
  void set_render_mode() { state_.render_mode = checked_int(number(0)).value_or(0); }
  void set_line_width() { state_.line_width = number(0); }
  void set_fill() { set_colour(state_.fill, state_.fill_model, numbers()); }
  void set_stroke() { set_colour(state_.stroke, state_.stroke_model, numbers()); }
  void set_device_fill();
  void set_device_stroke();
  void set_fill_space();
  void set_stroke_space();
  [[nodiscard]] ColourModel named_model();
  void inline_image();

  Walk& walk_;
  QPDFObjectHandle resources_;
  GraphicsState state_;
  int depth_;
  std::vector<GraphicsState> saved_;
  std::size_t not_saved_ = 0;  // q beyond the deepest state whose Q is still to come
  std::vector<Operand> operands_;
  std::string arena_;
  Matrix line_;  // text line matrix
  Matrix text_;  // text matrix
  PathBuilder path_;
  bool clips_ = false;  // the path becomes a clip when it is painted
  std::vector<Marked> marked_;
  ContentCopy copy_;
};

}  // namespace prongsai::source
