#include "pipeline/cli/parts/data_check.hpp"

#include "extractors/layouts/layout_engine.hpp"
#include "extractors/source/ocr/trust.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/person_names.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/cli/parts/own_words.hpp"
#include "pipeline/collect/walk/site_words.hpp"
#include "pipeline/export/relations.hpp"
#include "pipeline/export/terms.hpp"
#include "pipeline/review/letter/letter_words.hpp"
#include "pipeline/review/messages.hpp"
#include "pipeline/stages/damage_effects.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

// Another folder may hold the models; then this one is not there.
void check_models(const fs::path& tessdata) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(tessdata, none)) {
    if (entry.path().string().ends_with(".trust.json")) (void)source::load_trust(entry.path());
  }
}

}  // namespace

void check_data(const fs::path& data_folder) {
  (void)text::lexicon();
  (void)layouts::LayoutEngine(data_folder);
  (void)checks::Rules(data_folder);
  (void)stages::DamageEffects(data_folder);
  (void)collect::SiteWords(data_folder / "collect" / "words.yaml");
  (void)text::PersonNames(data_folder / "export" / "person_names.yaml");
  (void)OwnWords(data_folder / "command_line" / "thai.json");
  (void)exporting::load_relations(data_folder);
  (void)exporting::load_terms(data_folder);
  (void)review::Messages(data_folder);
  (void)review::LetterWords(data_folder / "review" / "letter.json");
  check_models(data_folder / "tessdata");
}

}  // namespace prongsai::cli
