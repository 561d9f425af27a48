#include "pipeline/collect/pages/html_reader.hpp"

#include <algorithm>
#include <array>

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/pages/html_attributes.hpp"
#include "pipeline/collect/pages/html_page.hpp"

namespace prongsai::collect {
namespace {

std::string short_text(std::string_view text) {
  return std::string(text::cut(text::fold_space(text::cut(text, 4 * kLongestWords)), kLongestWords));
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT;
}

// Separators that stand between the parts of a breadcrumb written as one text.
constexpr std::array<std::string_view, 5> kBetween = {"›", "»", ">", "→", "/"};

}  // namespace

bool HtmlReader::enter(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
    take_text(node.v.text.text);
    return false;
  }
  if (!is_element(node)) return false;
  if (node.v.element.tag == GUMBO_TAG_SCRIPT) ++page_.scripts;
  if (is_unseen(node.v.element.tag)) return false;
  enter_element(node);
  return true;
}

void HtmlReader::enter_element(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  if (breaks_line(element.tag)) end_line();
  if (breadcrumb_ == nullptr && page_.breadcrumb.empty() && is_breadcrumb(element)) breadcrumb_ = &node;
  if (element.tag == GUMBO_TAG_TITLE && page_.title.empty()) title_ = &node;
  const bool a_heading = element.tag == GUMBO_TAG_H1 || element.tag == GUMBO_TAG_H2;
  if (a_heading && heading_ == nullptr && page_.heading.empty()) heading_ = &node;
  take_attributes(element);
  if (element.tag == GUMBO_TAG_A && anchor_ == nullptr && !attribute_of(element, "href").empty()) {
    std::string href(attribute_of(element, "href"));
    if (href.starts_with("#") || href.starts_with("javascript:")) {
      const std::string behind = address_in_script(href.starts_with("#") ? attribute_of(element, "onclick") : href);
      if (!behind.empty()) href = behind;
    }
    anchor_link_ = page_.links.size();
    add_link(std::move(href), "", false);
    if (anchor_link_ < page_.links.size()) anchor_ = &node;
  }
}

void HtmlReader::take_attributes(const GumboElement& element) {
  const auto shown = [&](const char* name) {
    if (const auto value = attribute_of(element, name); !value.empty())
      add_link(std::string(value), attribute_of(element, "title"), true);
  };
  switch (element.tag) {
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_EMBED:
      return shown("src");
    case GUMBO_TAG_OBJECT:
      return shown("data");
    case GUMBO_TAG_AREA:
      return add_link(std::string(attribute_of(element, "href")), attribute_of(element, "alt"), false);
    case GUMBO_TAG_IMG:
      if (anchor_ != nullptr) take_text(attribute_of(element, "alt"));
      return;
    case GUMBO_TAG_META:
      if (page_.refresh.empty()) page_.refresh = address_in_refresh(element);
      return;
    case GUMBO_TAG_BASE:
      if (page_.base.empty()) page_.base = attribute_of(element, "href").substr(0, kLongestLink);
      return;
    default:
      return take_form_parts(element);
  }
}

void HtmlReader::take_form_parts(const GumboElement& element) {
  if (element.tag == GUMBO_TAG_INPUT) {
    if (attribute_of(element, "type") == "password") page_.asks_password = true;
  } else if (element.tag != GUMBO_TAG_A) {
    if (const auto script = attribute_of(element, "onclick"); !script.empty())
      add_link(address_in_script(script), attribute_of(element, "value"), false);
  }
}

void HtmlReader::add_link(std::string href, std::string_view words, bool shown) {
  if (href.empty()) return;
  if (page_.links.size() >= kMostLinks || href.size() > kLongestLink) {
    page_.cut = true;
    return;
  }
  page_.links.push_back({std::move(href), short_text(words), static_cast<int>(page_.lines.size()), shown});
}

void HtmlReader::take_text(std::string_view text) {
  if (title_ != nullptr) {
    if (page_.title.size() < kLongestWords) page_.title += text;
    return;
  }
  if (heading_ != nullptr && page_.heading.size() < kLongestWords) page_.heading += text;
  if (line_.size() < 4 * kLongestWords) line_ += text;
  if (breadcrumb_ != nullptr && crumb_.size() < kLongestWords) crumb_ += text;
  if (anchor_ == nullptr) return;
  std::string& words = page_.links[anchor_link_].words;
  if (words.size() < kLongestWords) words += text;
}

void HtmlReader::leave(const GumboNode& node) {
  if (!is_element(node)) return;
  const GumboTag tag = node.v.element.tag;
  if (&node == anchor_) {
    PageLink& link = page_.links[anchor_link_];
    if (text::fold_space(link.words).empty()) link.words = attribute_of(node.v.element, "title");
    link.words = short_text(link.words);
    anchor_ = nullptr;
  }
  if (breadcrumb_ != nullptr && (tag == GUMBO_TAG_A || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_SPAN)) end_crumb();
  if (&node == breadcrumb_) {
    end_crumb();
    breadcrumb_ = nullptr;
  }
  if (&node == title_) title_ = nullptr;
  if (&node == heading_) {
    heading_ = nullptr;
    page_.heading = short_text(page_.heading);
  }
  if (breaks_line(tag)) end_line();
}

void HtmlReader::end_line() {
  std::string line = short_text(line_);
  line_.clear();
  if (line.empty()) return;
  if (page_.lines.size() < kMostLines) {
    page_.lines.push_back(std::move(line));
  } else {
    page_.cut = true;
  }
}

void HtmlReader::end_crumb() {
  std::string_view rest = crumb_;
  while (!rest.empty() && page_.breadcrumb.size() < kMostCrumbs) {
    std::size_t end = rest.size();
    std::size_t length = 0;
    for (const std::string_view between : kBetween) {
      const std::size_t at = rest.find(between);
      if (at < end) end = at, length = between.size();
    }
    std::string part = short_text(rest.substr(0, end));
    if (!part.empty()) page_.breadcrumb.push_back(std::move(part));
    rest.remove_prefix(std::min(end + length, rest.size()));
  }
  crumb_.clear();
}

Page HtmlReader::page() && {
  end_line();
  page_.title = short_text(page_.title);
  page_.heading = short_text(page_.heading);
  return std::move(page_);
}

}  // namespace prongsai::collect
