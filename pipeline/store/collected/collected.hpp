// What `collect` keeps: items and what was found at their addresses, and each request that was made. A request is saved
// once its answer is whole, so that a run that is ended at any moment goes on and asks nothing twice.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/fetch.hpp"
#include "models/publication.hpp"
#include "models/submission.hpp"

namespace prongsai::store {

class Store;

// An item of the manifest, as it is to be collected.
struct CollectItem {
  std::int64_t id = 0;
  std::string item_key;    // the same for the same office, year, item and address
  std::string office_key;  // items of one key are walked as one
  ManifestRow row;
  std::vector<std::string> files;  // documents kept so far, paths in the folder
  std::string sha256;              // of the first
};

// Where the proof is: the page that was looked at and its picture, each under its hash in the folder.
struct SeenProof {
  std::string folder;    // that `collect` wrote, canonical (path_text.hpp)
  std::string page_url;  // "" where no page was seen
  std::string page_type;
  std::string page_sha256;
  std::string page_at;         // UTC, ISO 8601
  std::string link_url;        // of the page's link to the item; "" for none
  std::string picture_sha256;  // PNG of the page's lines; "" for none
};

// What was settled about an item.
struct Settled {
  Publication facts;
  std::string seen_lines;          // of the page around the link; "" for none
  std::vector<std::string> files;  // documents kept, in the folder
  std::string sha256;              // of the first
  SeenProof proof;
};

class Collected {
 public:
  explicit Collected(Store& store);

  // Goes on with the collection that was not ended, else begins one. `now` is UTC, ISO 8601.
  void begin(const std::string& program_version, const std::string& user_agent, const std::string& now);
  void end(const std::string& now);  // nothing of it is left to do
  [[nodiscard]] std::int64_t id() const { return id_; }

  // Takes the manifest's items in, all in one transaction; known ones keep what was found.
  void add(const std::string& manifest, std::size_t count, const std::function<CollectItem(std::size_t)>& item);

  // Offices of a manifest with items not settled in this collection; `open_only`: only with items that were not_checked
  // or never settled. In the order of the manifest.
  [[nodiscard]] std::vector<std::string> offices(const std::string& manifest, bool open_only);
  [[nodiscard]] std::vector<CollectItem> items(const std::string& manifest, const std::string& office_key);

  [[nodiscard]] std::optional<Fetch> fetched(const std::string& url);  // in this collection
  [[nodiscard]] std::optional<Fetch> kept(const std::string& url);     // the last with a body that was kept
  void save(const Fetch& fetch);
  // Where the last archive file ends by what was saved: name and bytes.
  [[nodiscard]] std::optional<std::pair<std::string, long long>> archive_end();

  void settle(const CollectItem& item, const Settled& settled);

  // Each item of a manifest that has documents, with what was found: for the list that `ingest` takes.
  void each_document(const std::string& manifest, const std::function<void(const CollectItem&, const Settled&)>& visit);

  // Items of a manifest by state; "" for those never settled.
  [[nodiscard]] std::vector<std::pair<std::string, long long>> counts(const std::string& manifest);

 private:
  Store& store_;
  std::int64_t id_ = 0;
};

}  // namespace prongsai::store
