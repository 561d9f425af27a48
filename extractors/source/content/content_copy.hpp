// Copies a content stream operator by operator, with text operators written anew where glyphs are left out.
// For content*.cpp only.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::source {

class ContentCopy {
 public:
  // An operator with its operands as they stand in the stream.
  void keep(std::string_view operation);

  // A text operator that shows bytes: told glyph by glyph, then ended by `keep`, which writes it anew when a glyph was
  // left out. `before` is what must stand in front of the glyphs (T* for the operators that go to the next line).
  void begin_show(std::string_view before);
  void glyph(std::string_view code);
  // `back` as in TJ: thousandths of the font size, by which the pen goes back.
  void leave_out(double back);
  void shift(double back);

  // What stands in place of the operator that is being read.
  void replace(std::string operation) { replacement_ = std::move(operation); }

  [[nodiscard]] std::string content() && { return std::move(content_); }

 private:
  void end_codes();
  void put_number(double number);

  std::string content_;
  std::string replacement_;
  std::string shown_;  // the array of TJ so far, with what stands before it
  std::string codes_;  // hex digits of a string not yet ended
  bool left_out_ = false;
};

}  // namespace prongsai::source
