// Any bytes as any other data file of the project: the first line says which (agencies/offices.csv), the rest is it. It
// is read, or refused with its name, with the real files around it.
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/columns/vocabulary.hpp"
#include "extractors/layouts/scores/table_words.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "extractors/source/ocr/trust.hpp"
#include "extractors/text/agencies/agencies.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/person_names.hpp"
#include "pipeline/checks/requirements.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/url_judge.hpp"
#include "pipeline/collect/walk/site_words.hpp"
#include "pipeline/export/relations.hpp"
#include "pipeline/export/terms.hpp"
#include "pipeline/review/letter/letter_words.hpp"
#include "pipeline/review/messages.hpp"
#include "pipeline/stages/damage_effects.hpp"
#include "tests/fuzz/data_folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace prongsai;

// The data folder again, of links, one of which can be a file of its own.
class Folder {
 public:
  Folder() : root_(fs::temp_directory_path() / ("prongsai-fuzz-data-" + std::to_string(getpid()))) {
    const fs::path real = fuzz::data_folder();
    for (const auto& entry : fs::recursive_directory_iterator(real)) {
      if (entry.is_directory())
        fs::create_directories(root_ / fs::relative(entry.path(), real));
      else
        link(fs::relative(entry.path(), real));
    }
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const fs::path& root() const { return root_; }
  [[nodiscard]] bool has(const std::string& file) const { return fs::is_symlink(root_ / file); }
  void put(const std::string& file, std::string_view bytes) const {
    fs::remove(root_ / file);
    std::ofstream(root_ / file, std::ios::binary) << bytes;
  }
  void link(const fs::path& file) const {
    fs::remove(root_ / file);
    fs::create_symlink(fuzz::data_folder() / file, root_ / file);
  }

 private:
  fs::path root_;
};

void read_words(const fs::path& folder) {
  std::vector<std::string> texts;
  std::vector<text::LexiconFile> files;
  for (const text::LexiconFile& built_in : text::lexicon_files()) {
    std::ifstream in(folder / built_in.name, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  for (const text::LexiconFile& built_in : text::lexicon_files()) files.push_back({built_in.name, texts[files.size()]});
  (void)text::read_lexicon(files);
}

void read_review_messages(const fs::path& file) {
  const review::Messages messages(file);
  (void)messages.in_thai("no such message");
  (void)messages.reading_in_thai("the text layer is sound; another");
}

struct Reader {
  std::string_view begins;  // of the file's path in the data folder
  void (*read)(const fs::path& root, const fs::path& file);
};

constexpr auto kReaders = std::to_array<Reader>({
    {"agencies/", [](const fs::path& root, const fs::path&) { (void)text::Agencies(root / "agencies"); }},
    {"checks/urls.yaml", [](const fs::path&, const fs::path& file) { (void)checks::UrlRules(file); }},
    {"checks/", [](const fs::path& root, const fs::path&) { (void)checks::Rules(root); }},
    {"collect/", [](const fs::path&, const fs::path& file) { (void)collect::SiteWords(file); }},
    {"damage/", [](const fs::path& root, const fs::path&) { (void)stages::DamageEffects(root); }},
    {"export/person_names", [](const fs::path&, const fs::path& file) { (void)text::PersonNames(file); }},
    {"export/", [](const fs::path& root, const fs::path&) { (void)exporting::load_relations(root); }},
    {"layouts/common/columns", [](const fs::path&, const fs::path& file) { (void)layouts::ColumnVocabulary(file); }},
    {"layouts/common/labels", [](const fs::path&, const fs::path& file) { (void)layouts::Labels(file); }},
    {"layouts/common/scores", [](const fs::path&, const fs::path& file) { (void)layouts::ScoreWords(file); }},
    {"layouts/common/score_t", [](const fs::path&, const fs::path& file) { (void)layouts::scores::TableWords(file); }},
    {"layouts/common/req", [](const fs::path& root, const fs::path&) { (void)checks::Requirements(root / "layouts"); }},
    {"messages/terms", [](const fs::path& root, const fs::path&) { (void)exporting::load_terms(root); }},
    {"messages/", [](const fs::path& root, const fs::path&) { (void)checks::Rules(root); }},
    {"review/letter", [](const fs::path&, const fs::path& file) { (void)review::LetterWords(file); }},
    {"review/messages", [](const fs::path&, const fs::path& file) { read_review_messages(file); }},
    {"tessdata/", [](const fs::path&, const fs::path& file) { (void)source::load_trust(file); }},
    {"thai/", [](const fs::path& root, const fs::path&) { read_words(root / "thai"); }},
});

const Reader* reader_of(const std::string& file) {
  for (const Reader& reader : kReaders)
    if (file.starts_with(reader.begins)) return &reader;
  return nullptr;
}

// What does not fit together may be told at either file.
bool names_one_beside(const std::string& file, const std::string& message) {
  for (const auto& entry : fs::directory_iterator((fuzz::data_folder() / file).parent_path()))
    if (message.find(entry.path().filename().string()) != std::string::npos) return true;
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder kFolder;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string file(bytes.substr(0, bytes.find('\n')));
  const Reader* reader = reader_of(file);
  if (reader == nullptr || file.find('\0') != std::string::npos || !kFolder.has(file)) return 0;
  kFolder.put(file, bytes.substr(std::min(bytes.size(), file.size() + 1)));
  try {
    reader->read(kFolder.root(), kFolder.root() / file);
  } catch (const std::runtime_error& error) {
    if (!names_one_beside(file, error.what())) std::abort();
  }
  kFolder.link(file);
  return 0;
}
