// What was found about an item, kept: its documents under names, its row, and a submission where there is no document
// to be ingested, so that its finding stands beside the others.
#pragma once

#include <functional>
#include <string>

#include "models/judgement.hpp"
#include "models/record.hpp"
#include "pipeline/collect/folder.hpp"
#include "pipeline/collect/walk/item_look.hpp"
#include "pipeline/store/collected/collected.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::collect {

using Judge = std::function<Judgement(const Submission&, const Record&)>;

class Settler {
 public:
  // `judge_version`: of the data files that `judge` depends on.
  Settler(const Folder& folder, store::Store& store, store::Collected& memory, Judge judge, std::string judge_version);

  // `picture`: PNG of look.seen, "" for none.
  void settle(const ItemLook& look, const std::string& picture);

 private:
  [[nodiscard]] store::SeenProof keep_proof(const ItemLook& look, const std::string& picture) const;
  void save_without_document(const ItemLook& look);

  const Folder& folder_;
  store::Store& store_;
  store::Collected& memory_;
  Judge judge_;
  std::string judge_version_;
};

// "O34-1a2b3c4d.pdf"; from the second document on "O34-1a2b3c4d-2.pdf".
[[nodiscard]] std::string document_name(const store::CollectItem& item, std::size_t number);

// Writes submissions.csv: a row for each document of this manifest.
void write_submissions(const Folder& folder, store::Collected& memory, const std::string& manifest);

}  // namespace prongsai::collect
