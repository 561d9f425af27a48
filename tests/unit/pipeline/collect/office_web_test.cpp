// Whole runs over the web of fictional offices.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <memory>
#include <optional>

#include "pipeline/checks/publication_facts.hpp"
#include "pipeline/collect/collect_run.hpp"
#include "pipeline/collect/pages/page_worker.hpp"
#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/store/relation_reader.hpp"
#include "scratch.hpp"
#include "tests/support/test_web/offices.hpp"

namespace prongsai::collect {
namespace {

using testing::TestWeb;
using testing::WebOffice;

workers::Child start_page_worker() {
  return workers::start_copy([](int fd) { return run_page_worker(fd); });
}

class OfficeWeb : public ::testing::Test {
 protected:
  // The process that looks at pages is started before the web's threads are.
  OfficeWeb() : page_worker_(start_page_worker()) {
    settings_.folder = scratch_.path() / "out";
    settings_.data_folder = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";
    settings_.fetch.contact = "https://observer.example/";
    settings_.fetch.allowed_addresses = {"127.0.0.1"};
    settings_.fetch.delay = std::chrono::milliseconds(0);
    settings_.fetch.retry_wait = std::chrono::milliseconds(1);
    settings_.fetch.tries = 2;
    settings_.fetch.timeout = std::chrono::minutes(2);
    settings_.walk.pages = 40;
  }

  void listen(const std::vector<WebOffice>& offices) {
    web_.listen();
    settings_.fetch.resolve = web_.resolve();
    rows_ = stages::RowList("published.csv", 1000);
    int line = 1;
    for (const WebOffice& office : offices) {
      ManifestRow row;
      row.agency = "สำนักงานศึกษาธิการจังหวัด " + office.host;
      row.fiscal_year = 2567;
      row.item_code = "O34";
      row.main_site = main_site(web_, office);
      row.published_url = published_url(web_, office);
      row.line = ++line;
      rows_.add(row);
    }
  }

  // `requests`: stop once so many were made; 0 for never.
  CollectResult run(long long requests = 0) {
    store::Store store(db(), store::Open::create);
    long long made = 0;
    CollectHooks hooks;
    hooks.page_worker = [this] {
      auto ready = std::exchange(page_worker_, std::nullopt);
      return ready ? std::move(*ready) : start_page_worker();
    };
    hooks.judge = [](const Submission&, const Record&) { return Judgement(); };
    hooks.stop = [&] { return requests > 0 && made >= requests; };
    hooks.progress = [&](const CollectProgress& progress) { made = progress.requests; };
    return run_collect(settings_, rows_, "published.csv", store, hooks);
  }

  std::map<std::string, std::vector<std::string>> publications() {
    store::RelationReader reader(db());
    std::map<std::string, std::vector<std::string>> found;
    reader.each(
        "SELECT main_site, state, place, coalesce(clicks, ''), coalesce(because, ''), coalesce(place_because, '') "
        "FROM publication",
        {}, [&](const store::Row& row) {
          std::vector<std::string> values;
          for (const auto& value : row) values.push_back(std::get<std::string>(value));
          found[values[0]] = values;
          return true;
        });
    return found;
  }

  [[nodiscard]] std::filesystem::path db() const { return scratch_.path() / "year.db"; }

  Scratch scratch_;
  TestWeb web_;
  TestWeb inside_;
  CollectSettings settings_;
  stages::RowList rows_;
  std::optional<workers::Child> page_worker_;
};

TEST_F(OfficeWeb, EachOfficeIsJudgedAsPlanned) {
  const std::vector<WebOffice> offices = tell_offices(web_);
  ASSERT_GE(offices.size(), 20U);
  listen(offices);
  const CollectResult result = run();
  EXPECT_FALSE(result.interrupted);
  EXPECT_EQ(result.progress.items_done, static_cast<long long>(offices.size()));
  const auto found = publications();
  for (const WebOffice& office : offices) {
    const auto row = found.find(main_site(web_, office));
    ASSERT_NE(row, found.end()) << office.host;
    EXPECT_EQ(row->second[1], office.state) << office.host << ": " << row->second[4];
    EXPECT_EQ(row->second[2], office.place) << office.host << ": " << row->second[5];
    EXPECT_EQ(row->second[3], office.clicks) << office.host;
  }
  EXPECT_EQ(web_.asked("www.huaikaeo.example", "/private/o34.pdf"), 0);  // robots.txt
  EXPECT_EQ(web_.asked("127.0.0.2", "/secret"), 0);
}

TEST_F(OfficeWeb, IngestTakesTheFolderAsItIs) {
  listen(tell_offices(web_));
  (void)run();
  auto manifest = stages::Manifest::read(settings_.folder / "submissions.csv");
  ASSERT_GT(manifest.rows().size(), 10U);
  for (std::size_t i = 0; i < manifest.rows().size(); ++i) {
    const ManifestRow row = manifest.rows()[i];
    const auto file = settings_.folder / row.file;
    ASSERT_TRUE(std::filesystem::is_regular_file(file)) << file;
    EXPECT_TRUE(manifest.match(file).has_value());
    ASSERT_TRUE(row.publication.has_value());
    EXPECT_EQ(checks::parse_publication(*row.publication)->state, Publication::State::document);
  }
  EXPECT_TRUE(manifest.unused().empty());
}

TEST_F(OfficeWeb, WhatHasNoDocumentIsASubmissionThatSaysWhy) {
  listen(tell_offices(web_));
  (void)run();
  store::RelationReader reader(db());
  const auto rows =
      reader.all("SELECT status, error, published_url FROM submission WHERE publication LIKE '%dead_link%'");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(std::get<std::string>(rows[0][0]), "failed");
  EXPECT_EQ(std::get<std::string>(rows[0][1]), "the published address leads nowhere: HTTP 404");
  const auto later = reader.all("SELECT count(*) FROM submission WHERE status = 'deferred'");
  EXPECT_GT(std::get<std::int64_t>(later[0][0]), 4);
}

TEST_F(OfficeWeb, AnInterruptedRunGoesOnAndAsksNothingTwice) {
  listen(tell_offices(web_));
  settings_.offices = 3;
  for (const long long stop : {20, 50, 90}) EXPECT_TRUE(run(stop).interrupted);
  EXPECT_FALSE(run().interrupted);
  std::map<std::string, int> times;
  for (const auto& question : web_.questions()) ++times[question.host + question.target];
  const int in_flight = 3 * 3 * settings_.fetch.per_host;  // of each stop
  int twice = 0;
  for (const auto& [what, count] : times) {
    if (count > settings_.fetch.tries) ++twice;
  }
  EXPECT_LE(twice, in_flight);
  EXPECT_EQ(publications().size(), rows_.size());
}

TEST_F(OfficeWeb, AsksAgainOnlyForWhatChanged) {
  web_.tell("www.a.example", "/", testing::page_answer("a", "<a href='/o34.pdf'>O34</a>"));
  web_.tell("www.a.example", "/o34.pdf", [](const testing::WebQuestion& question) {
    const bool same = question.headers.contains("if-none-match");
    return same ? testing::WebAnswer{304, "", ""}
                : testing::WebAnswer{200, "application/pdf", testing::small_pdf("a"), {{"ETag", "\"1\""}}};
  });
  listen({{"www.a.example", "/o34.pdf", "document", "main_site"}});
  (void)run();
  (void)run();
  EXPECT_EQ(web_.asked("www.a.example", "/o34.pdf"), 2);
  store::RelationReader reader(db());
  const auto rows = reader.all("SELECT outcome, sha256 FROM fetch WHERE url LIKE '%o34.pdf' ORDER BY id");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(rows[1][0]), "unchanged");
  EXPECT_EQ(std::get<std::string>(rows[0][1]), std::get<std::string>(rows[1][1]));
  EXPECT_EQ(publications().begin()->second[1], "document");
}

TEST_F(OfficeWeb, ASiteThatComesBackIsCheckedThen) {
  std::atomic<bool> down = true;
  web_.tell("www.a.example", "/", testing::page_answer("a", "<a href='/o34.pdf'>O34</a>"));
  web_.tell("www.a.example", "/o34.pdf", [&](const testing::WebQuestion&) {
    return down ? testing::WebAnswer{503, "text/html", "down"} : testing::pdf_answer("a");
  });
  listen({{"www.a.example", "/o34.pdf", "document", "main_site"}});
  (void)run();
  EXPECT_EQ(publications().begin()->second[1], "not_checked");
  down = false;
  settings_.open_only = true;
  EXPECT_EQ(run().progress.items_done, 1);
  EXPECT_EQ(publications().begin()->second[1], "document");
  EXPECT_EQ(run().progress.items_done, 0);
}

TEST_F(OfficeWeb, ADocumentThatWasThereStaysWhenItsAddressDies) {
  std::atomic<bool> gone = false;
  web_.tell("www.a.example", "/", testing::page_answer("a", "<a href='/o34.pdf'>O34</a>"));
  web_.tell("www.a.example", "/o34.pdf", [&](const testing::WebQuestion&) {
    return gone ? testing::WebAnswer{404, "text/html", "no"} : testing::pdf_answer("a");
  });
  listen({{"www.a.example", "/o34.pdf", "document", "main_site"}});
  (void)run();
  gone = true;
  (void)run();
  EXPECT_EQ(publications().begin()->second[1], "dead_link");
  const auto manifest = stages::Manifest::read(settings_.folder / "submissions.csv");
  ASSERT_EQ(manifest.rows().size(), 1U);
  EXPECT_TRUE(std::filesystem::is_regular_file(settings_.folder / manifest.rows()[0].file));
  EXPECT_EQ(checks::parse_publication(*manifest.rows()[0].publication)->state, Publication::State::dead_link);
}

TEST_F(OfficeWeb, SharesOfficesOut) {
  listen(tell_offices(web_));
  settings_.shards = 3;
  long long items = 0;
  for (settings_.shard = 1; settings_.shard <= 3; ++settings_.shard) items += run().progress.items_done;
  EXPECT_EQ(items, static_cast<long long>(rows_.size()));
}

}  // namespace
}  // namespace prongsai::collect
