#include <gtest/gtest.h>

#include <string>

#include "extractors/source/content/tokens.hpp"

namespace prongsai::source {
namespace {

// Each token as a letter for its kind and its text or number.
std::string spelled(std::string_view stream) {
  std::string out;
  Tokens tokens(stream);
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    switch (token.kind) {
      case Token::Kind::number:
        out += "n" + std::to_string(static_cast<int>(token.number * 100));
        break;
      case Token::Kind::name:
        out += "/" + std::string(token.text);
        break;
      case Token::Kind::string:
        out += "(" + std::string(token.text) + ")";
        break;
      case Token::Kind::keyword:
        out += "k" + std::string(token.text);
        break;
      case Token::Kind::array_begin:
        out += "[";
        break;
      case Token::Kind::array_end:
        out += "]";
        break;
      case Token::Kind::dictionary_begin:
        out += "<<";
        break;
      case Token::Kind::dictionary_end:
        out += ">>";
        break;
      case Token::Kind::end:
        break;
    }
    out += ' ';
    if (token.kind == Token::Kind::keyword && token.text == "ID") tokens.skip_inline_image();
  }
  return out;
}

struct Case {
  const char* stream;
  const char* tokens;
};

class TokenCases : public ::testing::TestWithParam<Case> {};

TEST_P(TokenCases, AreReadAsTheSpecificationSays) {
  EXPECT_EQ(spelled(GetParam().stream), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(All, TokenCases,
                         ::testing::Values(Case{"1 0 0 -1.5 +.25 4. cm", "n100 n0 n0 n-150 n25 n400 kcm "},
                                           Case{"/F1 12 Tf", "/F1 n1200 kTf "}, Case{"/A#20B gs", "/A B kgs "},
                                           Case{"[(a)-120<6263>]TJ", "[ (a) n-12000 (bc) ] kTJ "},
                                           Case{"(a(b)c\\)\\101\\n) Tj", "(a(b)c)A\n) kTj "},
                                           Case{"(two\\\nlines) Tj", "(twolines) kTj "}, Case{"<4> Tj", "(@) kTj "},
                                           Case{"q % comment ( \n Q", "kq kQ "},
                                           Case{"/P <</MCID 1>> BDC", "/P << /MCID n100 >> kBDC "},
                                           Case{"BI /W 2 /H 1 ID \x01 EIx\x02 EI Q", "kBI /W n200 /H n100 kID kQ "},
                                           Case{") } { Q", "kQ "}, Case{"(never closed", "(never closed) "},
                                           Case{"<12", "(\x12) "}, Case{"T* ' \"", "kT* k' k\" "}));

}  // namespace
}  // namespace prongsai::source
