// Takes from the nodes of a page, in their order, what is kept of it. For this library only.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/collect/pages/page.hpp"

namespace prongsai::collect {

class HtmlReader {
 public:
  // Whether the node's children are to be walked, too.
  [[nodiscard]] bool enter(const GumboNode& node);
  void leave(const GumboNode& node);

  [[nodiscard]] Page page() &&;

 private:
  void enter_element(const GumboNode& node);
  void take_attributes(const GumboElement& element);
  void take_form_parts(const GumboElement& element);
  void take_text(std::string_view text);
  void add_link(std::string href, std::string_view words, bool shown);
  void end_line();
  void end_crumb();

  Page page_;
  std::string line_;
  std::string crumb_;
  const GumboNode* anchor_ = nullptr;      // the link that is open
  std::size_t anchor_link_ = 0;            // its index in page_.links, once anchor_ is set
  const GumboNode* breadcrumb_ = nullptr;  // the element that holds it
  const GumboNode* title_ = nullptr;
  const GumboNode* heading_ = nullptr;
};

}  // namespace prongsai::collect
