// What a run came to, for a person.
#pragma once

#include <iosfwd>

#include "pipeline/store/store.hpp"
#include "pipeline/workers/ingest.hpp"

namespace prongsai::cli {

void write_summary(std::ostream& out, store::Store& store, const workers::IngestResult& result);

}  // namespace prongsai::cli
