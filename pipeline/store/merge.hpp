// Uniting databases: the shards of a year, each read on another machine.
#pragma once

#include <filesystem>

namespace prongsai::store {

class Store;

struct MergeCounts {
  long long taken = 0;    // documents that were new here, or read or judged later than here
  long long kept = 0;     // documents that are here as they are there, or later
  long long reviews = 0;  // reviewers' changes that were not known here
};

// Takes over what `shard` holds and `out` does not, or holds from an earlier time. Of two states of one document the
// later one wins, so that the order of shards does not matter and merging twice changes nothing; reviewers' decisions
// and corrections are united likewise. The shard is only read. One transaction: all or nothing. Findings across
// submissions are not taken over; they are to be made anew. Throws std::runtime_error for a shard of another schema.
MergeCounts merge_shard(Store& out, const std::filesystem::path& shard);

}  // namespace prongsai::store
