#include "pipeline/stages/files/csv.hpp"

#include <algorithm>

namespace prongsai::stages {
namespace {

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  const auto uses = [&](char c) { return std::count(first.begin(), first.end(), c); };
  return std::max({',', ';', '\t'}, [&](char a, char b) { return uses(a) < uses(b); });
}

class Parser {
 public:
  Parser(std::string_view text, const std::function<void(const CsvRow&)>& visit)
      : text_(text), separator_(separator_of(text)), visit_(visit) {}

  std::optional<CsvFault> parse() {
    begin_row();
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (quoted_) {
        inside_quotes(c);
      } else {
        outside_quotes(c);
      }
    }
    if (quoted_) return CsvFault{quote_line_, "the quote opened here is never closed"};
    end_row();
    return std::nullopt;
  }

 private:
  void inside_quotes(char c) {
    if (c == '"' && at_ < text_.size() && text_[at_] == '"') {
      field_ += c;
      ++at_;
    } else if (c == '"') {
      quoted_ = false;
    } else {
      if (c == '\n') ++line_;
      field_ += c;
    }
  }

  void outside_quotes(char c) {
    if (c == '"' && field_.empty()) {
      quoted_ = true;
      quote_line_ = line_;
    } else if (c == separator_) {
      end_field();
    } else if (c == '\n') {
      end_row();
      ++line_;
      begin_row();
    } else if (c != '\r') {
      field_ += c;
    }
  }

  void begin_row() { row_ = {line_, {}}; }
  void end_field() {
    row_.fields.push_back(std::move(field_));
    field_.clear();
  }
  void end_row() {
    end_field();
    const bool blank = std::all_of(row_.fields.begin(), row_.fields.end(), [](const auto& f) { return f.empty(); });
    if (!blank) visit_(row_);
  }

  std::string_view text_;
  char separator_;
  const std::function<void(const CsvRow&)>& visit_;
  std::size_t at_ = 0;
  int line_ = 1;
  bool quoted_ = false;
  int quote_line_ = 0;
  std::string field_;
  CsvRow row_;
};

}  // namespace

std::optional<CsvFault> each_csv_row(std::string_view text, const std::function<void(const CsvRow&)>& visit) {
  return Parser(text, visit).parse();
}

}  // namespace prongsai::stages
