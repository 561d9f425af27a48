#include "pipeline/collect/collect_run.hpp"

#include <list>

#include "extractors/layouts/assessment/assessment.hpp"
#include "pipeline/collect/collect_items.hpp"
#include "pipeline/collect/office.hpp"
#include "version.hpp"

namespace prongsai::collect {
namespace {

constexpr std::chrono::milliseconds kLook{200};  // at most so long between two looks at the stop hook

class Run {
 public:
  Run(const CollectSettings& settings, const std::string& manifest, store::Store& store, const CollectHooks& hooks)
      : settings_(settings),
        manifest_(manifest),
        hooks_(hooks),
        folder_(settings.folder),
        words_(settings.data_folder / "collect" / "words.yaml"),
        rules_(settings.data_folder / "checks" / "urls.yaml"),
        items_(layouts::Assessments(settings.data_folder / "assessment").item_ranges()),
        memory_(store),
        reader_(hooks.page_worker),
        settler_(folder_, store, memory_, hooks.judge, hooks.judge_version) {}

  CollectResult work(const stages::RowList& rows) {
    memory_.add(manifest_, rows.size(), [&](std::size_t i) { return item_of(rows[i]); });
    memory_.begin(kVersion, settings_.fetch.user_agent(), utc_now());
    web_ = std::make_unique<Web>(settings_.fetch, folder_, memory_, reader_);
    for (std::string& office : memory_.offices(manifest_, settings_.open_only)) {
      if (in_shard(office, settings_.shard, settings_.shards)) waiting_.push_back(std::move(office));
    }
    progress_.offices = static_cast<long long>(waiting_.size());
    const bool interrupted = !run_offices();
    write_submissions(folder_, memory_, manifest_);
    if (!interrupted) memory_.end(utc_now());
    return {progress_, interrupted};
  }

 private:
  // False when it was stopped.
  bool run_offices() {
    auto next = waiting_.begin();
    while (next != waiting_.end() || !running_.empty()) {
      if (hooks_.stop()) return false;
      while (next != waiting_.end() && running_.size() < static_cast<std::size_t>(settings_.offices)) begin(*next++);
      web_->fetcher().work(reader_.descriptors(), kLook);
      reader_.take_in();
      running_.remove_if([this](Task<std::size_t>& office) { return is_over(office); });
      tell();
    }
    return true;
  }

  void begin(const std::string& office_key) {
    const Tools tools{*web_, words_, rules_, items_};
    running_.push_back(collect_office(tools, memory_.items(manifest_, office_key), settings_.walk,
                                      [this](const ItemLook& look, const std::string& picture) {
                                        settler_.settle(look, picture);
                                        hooks_.on_item(look);
                                        ++progress_.items_done;
                                      }));
    running_.back().start();
  }

  bool is_over(Task<std::size_t>& office) {
    if (!office.done()) return false;
    (void)office.finish();  // what went wrong with the machine ends the run
    ++progress_.offices_done;
    return true;
  }

  void tell() {
    progress_.requests = web_->fetcher().asked();
    progress_.looked_up = web_->looked_up();
    hooks_.progress(progress_);
  }

  const CollectSettings& settings_;
  const std::string& manifest_;
  const CollectHooks& hooks_;
  Folder folder_;
  SiteWords words_;
  checks::UrlRules rules_;
  text::ItemRanges items_;
  store::Collected memory_;
  PageReader reader_;
  Settler settler_;
  std::unique_ptr<Web> web_;
  std::list<std::string> waiting_;
  CollectProgress progress_;
  std::list<Task<std::size_t>> running_;  // last: it goes first
};

}  // namespace

CollectResult run_collect(const CollectSettings& settings, const stages::RowList& rows, const std::string& manifest,
                          store::Store& store, const CollectHooks& hooks) {
  Run run(settings, manifest, store, hooks);
  return run.work(rows);
}

}  // namespace prongsai::collect
