// A run of `collect`: the offices of a manifest, many at once, fairly by host; to be stopped and gone on with at any
// moment.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "pipeline/collect/fetch/fetch_settings.hpp"
#include "pipeline/collect/settle.hpp"
#include "pipeline/collect/walk/walk.hpp"
#include "pipeline/stages/files/row_list.hpp"
#include "pipeline/workers/process/process.hpp"

namespace prongsai::collect {

struct CollectSettings {
  FetchSettings fetch;
  WalkBounds walk;
  std::filesystem::path folder;
  std::filesystem::path data_folder;
  int offices = 64;        // under way at once
  int shard = 1;           // this run's share of the offices, from 1 …
  int shards = 1;          // … of so many
  bool open_only = false;  // only what was not checked so far
};

struct CollectProgress {
  long long offices = 0;  // of this run
  long long offices_done = 0;
  long long items_done = 0;
  long long requests = 0;   // second tries included
  long long looked_up = 0;  // answers that an earlier run had
};

struct CollectHooks {
  workers::Launcher page_worker;  // starts a process that runs run_page_worker()
  Judge judge;                    // of submissions without a document
  std::string judge_version;
  std::function<bool()> stop;                            // asked often; true: what is in hand is dropped
  std::function<void(const CollectProgress&)> progress;  // called often
  std::function<void(const ItemLook&)> on_item;          // called once it is settled
};

struct CollectResult {
  CollectProgress progress;
  bool interrupted = false;
};

// Throws std::runtime_error when the folder, the database or a data file cannot be used.
[[nodiscard]] CollectResult run_collect(const CollectSettings& settings, const stages::RowList& rows,
                                        const std::string& manifest, store::Store& store, const CollectHooks& hooks);

}  // namespace prongsai::collect
