#include "pipeline/collect/walk/site_words.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/text/data/data_file.hpp"
#include "pipeline/collect/pages/compared.hpp"

namespace prongsai::collect {
namespace {

bool holds_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

bool ends_like(std::string_view path, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return path.ends_with(ending); });
}

// Short Latin words (ita, oit) only as words of their own: "digital" is none.
bool holds_word(std::string_view text, const std::string& word) {
  const auto letter = [&](std::size_t i) {
    return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i]));
  };
  const bool latin = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (!latin || ((at == 0 || !letter(at - 1)) && !letter(at + word.size()))) return true;
  }
  return false;
}

}  // namespace

SiteWords::SiteWords(const std::filesystem::path& path) {
  const text::DataNode root = text::read_data_file(path);
  root.allow_keys({"menu", "late", "login", "download", "files"});
  for (const text::DataNode& rank : root.at("menu").items()) menu_.push_back(rank.texts());
  late_ = root.at("late").texts();
  login_ = root.at("login").texts();
  download_ = root.at("download").texts();
  files_ = root.at("files").texts();
}

int SiteWords::rank(std::string_view words, const WebAddress& address) const {
  std::string said(words);
  for (char& c : said) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const std::string squeezed = compared(words);
  const std::string where = compared(address_key(address));
  for (std::size_t i = 0; i < menu_.size(); ++i) {
    for (const std::string& word : menu_[i]) {
      if (holds_word(said, word) || (word.size() > 4 && squeezed.find(word) != std::string::npos) ||
          holds_word(where, word))
        return static_cast<int>(i);
    }
  }
  return last_rank() - (holds_any(squeezed, late_) || holds_any(where, late_) ? 0 : 1);
}

bool SiteWords::speaks_of_login(std::string_view text) const {
  return holds_any(compared(text), login_);
}

bool SiteWords::may_give_document(const WebAddress& address) const {
  const std::string path = compared(address.path);
  return path.ends_with(".pdf") || path.ends_with(".zip") || holds_any(compared(address.path_query()), download_) ||
         compared(address.query).ends_with(".pdf");
}

bool SiteWords::is_file(const WebAddress& address) const {
  return ends_like(compared(address.path), files_);
}

}  // namespace prongsai::collect
