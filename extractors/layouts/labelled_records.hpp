// Records written as lines of labels and what they say, without a table's rulings:
//
//   มาตรการที่ ๑ ลดขั้นตอน            (measure 1: …)
//   ผู้รับผิดชอบ กองช่าง  ระยะเวลา ต.ค. ๖๗   (responsible …, time …)
//
// They are a card (cards.hpp) that nobody ruled, and are read as a table like one.
#pragma once

#include <optional>

#include "extractors/layouts/columns/vocabulary.hpp"
#include "models/document.hpp"

namespace prongsai::layouts {

// The document with each such group of records as a table in the place of its lines: two records at least, each begun
// by a numbered measure or activity, with one more label at least. Nothing where there is none.
[[nodiscard]] std::optional<Document> with_labelled_records(const Document& document,
                                                            const ColumnVocabulary& vocabulary);

}  // namespace prongsai::layouts
