// Words by which the way on an office's site is found: data/collect/words.yaml.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/collect/fetch/web_address.hpp"

namespace prongsai::collect {

class SiteWords {
 public:
  // Throws std::runtime_error naming file and line.
  explicit SiteWords(const std::filesystem::path& file);

  // How late a link is followed, from 0; by its words and where it leads.
  [[nodiscard]] int rank(std::string_view words, const WebAddress& address) const;
  [[nodiscard]] int last_rank() const { return static_cast<int>(menu_.size()) + 1; }

  [[nodiscard]] bool speaks_of_login(std::string_view text) const;
  // The address is one of a PDF file or an archive, or of a program that gives files out.
  [[nodiscard]] bool may_give_document(const WebAddress& address) const;
  // The address ends like a file that is no page.
  [[nodiscard]] bool is_file(const WebAddress& address) const;

 private:
  std::vector<std::vector<std::string>> menu_;
  std::vector<std::string> late_;
  std::vector<std::string> login_;
  std::vector<std::string> download_;
  std::vector<std::string> files_;
};

}  // namespace prongsai::collect
