// Text operators: where each glyph is painted (ISO 32000-1, 9.4).
#include "extractors/source/pdf_content_reader.hpp"

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

}  // namespace prongsai::source
