// What a run came to, for a person.
#pragma once

#include <iosfwd>
#include <string>

#include "pipeline/store/queries.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/run/ingest.hpp"

namespace prongsai::cli {

// ", 2 deferred"; "" where none is.
[[nodiscard]] std::string deferred_part(const store::Totals& all);

void write_summary(std::ostream& out, store::Store& store, const workers::IngestResult& result);

}  // namespace prongsai::cli
