// The web as a collection sees it: each address is asked once, what was answered is kept, and is looked up from then
// on. So work that was interrupted is simply done again: it finds what it had.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/collect/fetch/fetcher.hpp"
#include "pipeline/collect/fetch/robots.hpp"
#include "pipeline/collect/folder.hpp"
#include "pipeline/collect/pages/page_reader.hpp"
#include "pipeline/collect/pages/seen_page.hpp"
#include "pipeline/collect/task.hpp"
#include "pipeline/collect/warc/warc_writer.hpp"
#include "pipeline/store/collected/collected.hpp"

namespace prongsai::collect {

// An address followed to where it leads.
struct Chain {
  std::vector<Fetch> hops;  // at least one
  std::string too_far;      // why it was not followed to its end, English; "" where it was

  [[nodiscard]] const Fetch& last() const { return hops.back(); }
  [[nodiscard]] bool arrived() const;  // 200 with a body
};

class Web {
 public:
  Web(const FetchSettings& settings, const Folder& folder, store::Collected& memory, PageReader& reader);

  // One request, unless robots.txt forbids it. `make_sure`: what is not there is asked for once more.
  [[nodiscard]] Task<Fetch> get(WebAddress address, bool make_sure);
  // With redirects.
  [[nodiscard]] Task<Chain> follow(WebAddress address, bool make_sure = false);
  // What robots.txt of the address's host says.
  [[nodiscard]] Task<const Robots*> robots(WebAddress address);
  // A body that was kept, parsed; a Failure where its reader did not live through it.
  [[nodiscard]] Task<Result<PageAnswer>> read(PageJob::Kind kind, std::string sha256, std::string content_type);
  // What was seen of a page as a picture, PNG; "" where it could not be drawn: no face with Thai letters is installed.
  [[nodiscard]] Task<std::string> draw(SeenPage seen);

  [[nodiscard]] Fetcher& fetcher() { return fetcher_; }
  [[nodiscard]] const Folder& folder() const { return folder_; }
  [[nodiscard]] long long looked_up() const { return looked_up_; }  // answers that were there already

 private:
  [[nodiscard]] Task<Result<PageAnswer>> hand_over(PageJob job);
  [[nodiscard]] Task<Fetch> ask(WebAddress address, bool make_sure);
  void take(Fetched& fetched, const std::optional<Fetch>& before);

  const FetchSettings& settings_;
  const Folder& folder_;
  store::Collected& memory_;
  PageReader& reader_;
  Fetcher fetcher_;
  WarcWriter warc_;
  std::map<std::string, std::unique_ptr<Robots>> robots_;  // by origin
  long long looked_up_ = 0;
};

}  // namespace prongsai::collect
