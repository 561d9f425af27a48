#include "pipeline/collect/pages/html_page.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory_resource>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/pages/html_reader.hpp"

namespace prongsai::collect {
namespace {

// All of a page's tree goes at once: freeing it node by node would call itself for each level, and run out of stack.
void* take_memory(void* arena, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size);
}

void keep_memory(void* /*arena*/, void* /*memory*/) {}

// Walks a tree without calling itself, for a page may nest deeper than any stack.
void walk_tree(const GumboNode* root, HtmlReader& reader) {
  const GumboNode* node = root;
  bool entering = true;
  while (node != nullptr) {
    if (entering && reader.enter(*node)) {
      const GumboVector& children = node->v.element.children;
      if (children.length > 0) {
        node = static_cast<const GumboNode*>(children.data[0]);
        continue;
      }
    }
    reader.leave(*node);
    const GumboNode* const parent = node->parent;
    if (node == root || parent == nullptr || parent->type == GUMBO_NODE_DOCUMENT) return;
    const GumboVector& siblings = parent->v.element.children;
    const std::size_t next = node->index_within_parent + 1;
    entering = next < siblings.length;
    node = entering ? static_cast<const GumboNode*>(siblings.data[next]) : parent;
  }
}

}  // namespace

Page read_html(std::string_view bytes, std::string_view content_type) {
  const std::string text = decode_page(bytes, content_type);
  std::pmr::monotonic_buffer_resource arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take_memory;
  options.deallocator = keep_memory;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* const tree = gumbo_parse_with_options(&options, text.data(), text.size());
  HtmlReader reader;
  if (tree != nullptr) walk_tree(tree->root, reader);
  return std::move(reader).page();
}

std::vector<std::string> read_sitemap(std::string_view bytes, std::size_t most) {
  std::vector<std::string> addresses;
  std::size_t at = 0;
  while (addresses.size() < most && (at = bytes.find("<loc>", at)) != std::string_view::npos) {
    at += 5;
    const std::size_t end = bytes.find("</loc>", at);
    if (end == std::string_view::npos) break;
    std::string address = text::cleaned(bytes.substr(at, std::min<std::size_t>(end - at, 8000)));
    for (std::size_t amp = 0; (amp = address.find("&amp;", amp)) != std::string::npos; ++amp) address.erase(amp + 1, 4);
    if (address.starts_with("<![CDATA[")) address = address.substr(9, address.rfind("]]>") - 9);
    addresses.push_back(std::move(address));
    at = end;
  }
  return addresses;
}

}  // namespace prongsai::collect
