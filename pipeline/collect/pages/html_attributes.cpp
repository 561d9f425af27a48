#include "pipeline/collect/pages/html_attributes.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace prongsai::collect {
namespace {

constexpr std::array kBlocks = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BR,     GUMBO_TAG_DD,
    GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,         GUMBO_TAG_FIELDSET,   GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,
    GUMBO_TAG_H1,      GUMBO_TAG_H2,      GUMBO_TAG_H3,         GUMBO_TAG_H4,         GUMBO_TAG_H5,     GUMBO_TAG_H6,
    GUMBO_TAG_HEADER,  GUMBO_TAG_HR,      GUMBO_TAG_LI,         GUMBO_TAG_MAIN,       GUMBO_TAG_NAV,    GUMBO_TAG_OL,
    GUMBO_TAG_P,       GUMBO_TAG_SECTION, GUMBO_TAG_TABLE,      GUMBO_TAG_TD,         GUMBO_TAG_TH,     GUMBO_TAG_TR,
    GUMBO_TAG_UL,      GUMBO_TAG_OPTION,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_BODY};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

std::string_view attribute_of(const GumboElement& element, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

bool breaks_line(GumboTag tag) {
  return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

bool is_unseen(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_SVG;
}

bool is_breadcrumb(const GumboElement& element) {
  for (const char* name : {"class", "id", "aria-label"}) {
    if (lowered(attribute_of(element, name)).find("breadcrumb") != std::string::npos) return true;
  }
  return false;
}

std::string address_in_script(std::string_view script) {
  const std::string low = lowered(script.substr(0, 2000));
  for (const std::string_view call : {"location", "window.open", "open(", "href"}) {
    const std::size_t at = low.find(call);
    if (at == std::string::npos) continue;
    const std::size_t quote = low.find_first_of("'\"", at);
    if (quote == std::string::npos) return "";
    const std::size_t end = low.find(low[quote], quote + 1);
    return end == std::string::npos ? "" : std::string(script.substr(quote + 1, end - quote - 1));
  }
  return "";
}

std::string address_in_refresh(const GumboElement& meta) {
  if (lowered(attribute_of(meta, "http-equiv")) != "refresh") return "";
  const std::string_view content = attribute_of(meta, "content");
  const std::size_t at = lowered(content).find("url=");
  const std::size_t digits = content.find_first_of("0123456789");
  const bool soon = digits != std::string_view::npos && content.find_first_not_of("0123456789", digits) <= digits + 1;
  if (at == std::string::npos || !soon) return "";
  std::string_view address = content.substr(at + 4);
  while (!address.empty() && std::string_view(" '\"").find(address.front()) != std::string_view::npos)
    address.remove_prefix(1);
  return std::string(address.substr(0, address.find_first_of("'\"")));
}

}  // namespace prongsai::collect
