// Letters of the text layer that the Thai repair would have to guess at, looked at on the painted page.
#pragma once

#include <vector>

#include "extractors/source/pdf.hpp"
#include "extractors/source/recogniser.hpp"
#include "models/omissions.hpp"
#include "models/page.hpp"

namespace prongsai::stages {

// Fills seen_am_at and seen_aa_at of the words that hold such a letter, where its picture was read beyond doubt. Only
// pages with doubts are painted, and none that `omit` leaves unpainted.
void settle_doubts(const source::Pdf& pdf, std::vector<Page>& pages, source::Recogniser& recogniser,
                   const Omissions& omit);

}  // namespace prongsai::stages
