// Of whom a report may be: the offices that its places name and its text mentions, each with its weight. Names that are
// one office in two spellings are one candidate.
#pragma once

#include <vector>

#include "extractors/layouts/identity/office_name.hpp"
#include "models/document.hpp"
#include "models/evidence.hpp"
#include "models/identity_place.hpp"

namespace prongsai::layouts {

struct AgencyCandidate {
  OfficeName office;
  double weight = 0;
  double strongest = 0;
  int texts = 0;
  bool ends_clean = false;                       // at a blank, a mark or its text's end, not within a run of letters
  IdentityPlace place = IdentityPlace::mention;  // of its strongest witness
  Evidence at;
};

class AgencyCandidates {
 public:
  // `clean`: the name is seen to end in the text that it was read in.
  void vote(const OfficeName& name, double weight, IdentityPlace place, const Evidence& at, bool clean);

  [[nodiscard]] bool empty() const { return candidates_.empty(); }

  // All of them, the heaviest first; names that no text shows the end of are completed by the document's paragraphs.
  [[nodiscard]] std::vector<AgencyCandidate> ordered(const Document& document) const;

 private:
  std::vector<AgencyCandidate> candidates_;
};

}  // namespace prongsai::layouts
