// Text operators: where each glyph is painted (ISO 32000-1, 9.4).
#include <string>

#include "extractors/source/content/content_reader.hpp"

namespace prongsai::source {

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
  copy_.begin_show("");
  if (has(1)) show(text(operands_.back()));
}

void ContentReader::show_array() {
  copy_.begin_show("");
  for (const Operand& operand : operands_) {
    if (operand.kind == Token::Kind::string) {
      show(text(operand));
    } else if (operand.kind == Token::Kind::number) {
      const double back = operand.number / 1000 * state_.font_size * state_.scale;
      text_ = Matrix{1, 0, 0, 1, -back, 0}.then(text_);
      if (walk_.dropped) copy_.shift(operand.number);
    }
  }
}

void ContentReader::show_on_next_line() {
  next_line();
  copy_.begin_show("T*");
  if (has(1)) show(text(operands_.back()));
}

void ContentReader::show_spaced() {
  state_.word_space = number(2);
  state_.character_space = number(1);
  next_line();
  copy_.begin_show(std::to_string(number(2)) + " Tw " + std::to_string(number(1)) + " Tc T*");
  if (has(1)) show(text(operands_.back()));
}

void ContentReader::show(std::string_view bytes) {
  if (!state_.font) return;
  const auto step = static_cast<std::size_t>(state_.font->bytes_per_code());
  const bool unseen_layer = hidden();
  const bool outlined = state_.render_mode == 1 || state_.render_mode == 5;
  PaintedGlyph glyph{state_.font,
                     0,
                     {},
                     state_.font_size,
                     state_.render_mode == 3,
                     state_.render_mode >= 4,
                     watermark(),
                     depth_ > 0 ? walk_.forms : 0,
                     outlined ? state_.stroke : state_.fill,
                     state_.clip};
  for (std::size_t i = 0; i + step <= bytes.size(); i += step) {
    std::uint32_t code = static_cast<unsigned char>(bytes[i]);
    if (step == 2) code = code << 8 | static_cast<unsigned char>(bytes[i + 1]);
    glyph.code = code;
    glyph.text_to_user = Matrix{1, 0, 0, 1, 0, state_.rise}.then(text_).then(state_.ctm);
    const std::size_t glyph_number = walk_.glyphs;
    if (!unseen_layer) {
      ++walk_.glyphs;
      walk_.sink.glyph(glyph);
    }
    const double space = (step == 1 && code == ' ' ? state_.word_space : 0) + state_.character_space;
    const double forward = (state_.font->advance(code) * state_.font_size + space) * state_.scale;
    text_ = Matrix{1, 0, 0, 1, forward, 0}.then(text_);
    if (!walk_.dropped) continue;
    const bool dropped = unseen_layer || (glyph_number < walk_.dropped->size() && (*walk_.dropped)[glyph_number]);
    const double size = state_.font_size != 0 ? state_.font_size : 1;
    if (dropped) {
      copy_.leave_out(-1000 * (state_.font->advance(code) + space / size));
    } else {
      copy_.glyph(bytes.substr(i, step));
    }
  }
}

}  // namespace prongsai::source
