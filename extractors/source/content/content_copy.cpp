#include "extractors/source/content/content_copy.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace prongsai::source {

void ContentCopy::keep(std::string_view operation) {
  if (left_out_) {
    end_codes();
    content_ += shown_ + "] TJ";
  } else if (!replacement_.empty()) {
    content_ += replacement_;
  } else {
    content_ += operation;
  }
  content_ += '\n';
  left_out_ = false;
  shown_.clear();
  codes_.clear();
  replacement_.clear();
}

void ContentCopy::begin_show(std::string_view before) {
  shown_ = std::string(before) + " [";
}

void ContentCopy::glyph(std::string_view code) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char byte : code) {
    const auto value = static_cast<unsigned char>(byte);
    codes_ += kDigits[value >> 4U];
    codes_ += kDigits[value & 15U];
  }
}

void ContentCopy::leave_out(double back) {
  left_out_ = true;
  shift(back);
}

void ContentCopy::shift(double back) {
  end_codes();
  put_number(back);
}

void ContentCopy::end_codes() {
  if (codes_.empty()) return;
  shown_ += '<' + codes_ + '>';
  codes_.clear();
}

void ContentCopy::put_number(double number) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), " %.4f ", number);
  shown_ += text.data();
}

}  // namespace prongsai::source
