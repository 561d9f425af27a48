// One page of a PDF, by its text layer or by recognition, judged by what it shows.
#pragma once

#include <string>
#include <vector>

#include "pipeline/stages/page_look.hpp"
#include "pipeline/stages/read_document.hpp"

namespace prongsai::stages {

// Adds pages to a list, and to a document's report what they cost and link to. All three must outlive it.
class PageReader {
 public:
  PageReader(const ReadSettings& settings, ReadPages& out, std::vector<Page>& pages)
      : settings_(settings), out_(out), pages_(pages) {}

  // Set upright where most of its writing is turned. Throws std::bad_alloc.
  void read(const source::Pdf& pdf, int page_no);

 private:
  Page read_leaf(const Leaf& leaf);
  Page from_layer(const Leaf& leaf, PageLook look, const source::Route& route);
  void read_ink(const Leaf& leaf, const std::vector<Box>& pieces, Page& page);
  Page recognised(const Leaf& leaf, const PageLook& look);
  void add_links(const Leaf& leaf);
  void note_damage(const Leaf& leaf, DamageEffect effect, const std::string& words);
  void note_failure(const Leaf& leaf, Failure failure);

  const ReadSettings& settings_;
  ReadPages& out_;
  std::vector<Page>& pages_;
};

}  // namespace prongsai::stages
