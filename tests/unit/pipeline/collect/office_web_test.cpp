// Whole runs over the web of fictional offices.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <map>
#include <memory>
#include <optional>

#include "pipeline/checks/publication_facts.hpp"
#include "pipeline/collect/collect_run.hpp"
#include "pipeline/collect/pages/page_worker.hpp"
#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/store/relation_reader.hpp"
#include "tests/support/temp_folder.hpp"
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
    hooks.on_item = [](const ItemLook&) {};
    hooks.stop = [&] { return requests > 0 && made >= requests; };
    hooks.progress = [&](const CollectProgress& progress) { made = progress.requests; };
    return run_collect(settings_, rows_, "published.csv", store, hooks);
  }

  // Another process runs, and is killed once the web was asked so often in all.
  void kill_run_after(int asked) {
    const pid_t pid = fork();
    ASSERT_GE(pid, 0);
    if (pid == 0) {
      page_worker_.reset();
      (void)run();
      _exit(0);
    }
    while (web_.asked_in_all() < asked) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    kill(pid, SIGKILL);
    int status = 0;
    waitpid(pid, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it was done before it was killed";
  }

  // An office asks one thing at a time, and tries it again where it may pass.
  [[nodiscard]] long long most_under_way() const { return settings_.offices * settings_.fetch.tries; }

  // Questions whose answers were not kept: they were under way when a run ended, and were asked again.
  long long asked_in_vain() {
    store::RelationReader reader(db());
    const auto kept = reader.all("SELECT sum(tries) FROM fetch WHERE status IS NOT NULL");
    return web_.asked_in_all() - std::get<std::int64_t>(kept[0][0]);
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

  samples::TempFolder scratch_;
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

// While another item is looked for, the walk comes by a shorter way whose words say less.
TEST_F(OfficeWeb, AShorterWayTakesThePlaceOfALongerOne) {
  const std::string host = "www.twoways.example";
  const auto link = [](const std::string& href, const std::string& words) {
    return "<a href='" + href + "'>" + words + "</a>";
  };
  web_.tell(host, "/", testing::page_answer("สำนักงาน", link("/oit", "OIT") + link("/gallery", "ภาพกิจกรรม")));
  web_.tell(host, "/oit", testing::page_answer("OIT", link("/oit/2567", "OIT 2567")));
  web_.tell(host, "/oit/2567", testing::page_answer("OIT 2567", link("/o34.pdf", "O34")));
  web_.tell(host, "/gallery", testing::page_answer("ภาพกิจกรรม", link("/o34.pdf", "แผน")));
  web_.tell(host, "/o34.pdf", testing::pdf_answer("twoways"));
  web_.tell(host, "/o35.pdf", testing::pdf_answer("linked nowhere"));
  listen({{host, "/o34.pdf", "document", "main_site"}, {host, "/o35.pdf", "document", "not_found"}});
  EXPECT_FALSE(run().interrupted);
  store::RelationReader reader(db());
  const auto rows = reader.all("SELECT clicks FROM publication WHERE clicks IS NOT NULL");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(std::get<std::string>(rows[0][0]), "ภาพกิจกรรม › แผน");
  const auto shown = reader.all("SELECT count(*) FROM publication WHERE seen_lines LIKE '%แผน%'");
  EXPECT_EQ(std::get<std::int64_t>(shown[0][0]), 1) << "the page that is kept is that of the way told";
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

// The page that links to the item, or the item's own where that is what is held against it; with a picture.
TEST_F(OfficeWeb, ThePageThatShowsItIsKeptAndDrawn) {
  const std::vector<WebOffice> offices = tell_offices(web_);
  listen(offices);
  (void)run();
  store::RelationReader reader(db());
  const auto proof_of = [&](const std::string& host) {
    return reader.all(
        "SELECT page_url, page_sha256, coalesce(link_url, ''), picture_sha256, coalesce(seen_lines, ''), folder FROM "
        "publication WHERE main_site LIKE '%' || ?1 || '%'",
        {host});
  };
  const auto texts = [](const store::Row& row) {
    std::vector<std::string> all;
    for (const auto& value : row) all.push_back(std::get<std::string>(value));
    return all;
  };
  const Folder folder(settings_.folder);
  const auto linked = texts(proof_of("www.tharnthip.example").at(0));
  EXPECT_EQ(linked[0], web_.url("www.tharnthip.example", "/ita"));
  EXPECT_EQ(linked[2], web_.url("www.tharnthip.example", "/ita/o34.pdf"));
  EXPECT_THAT(linked[4], ::testing::HasSubstr("▸ O34"));
  EXPECT_THAT(folder.bytes(linked[1]), ::testing::HasSubstr("<title>OIT ปี 2567</title>"));
  EXPECT_EQ(folder.bytes(linked[3], 4), "\x89PNG");
  EXPECT_EQ(linked[5], std::filesystem::canonical(settings_.folder).string());
  const auto named = settings_.folder / "pictures" / "www.tharnthip.example";
  ASSERT_TRUE(std::filesystem::is_directory(named));
  EXPECT_EQ(std::filesystem::begin(std::filesystem::directory_iterator(named))->path().extension(), ".png");
  for (const char* host : {"www.pasang.example", "www.banmai.example"}) {
    const auto own = texts(proof_of(host).at(0));
    EXPECT_THAT(own[0], ::testing::AnyOf(::testing::HasSubstr("/ita/o34"), ::testing::HasSubstr("/login.php"))) << host;
    EXPECT_EQ(own[2], "") << host;
    EXPECT_EQ(folder.bytes(own[3], 4), "\x89PNG") << host;
  }
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(proof_of("www.doisung.example").at(0)[0]));
}

TEST_F(OfficeWeb, AnInterruptedRunGoesOnAndAsksNothingTwice) {
  listen(tell_offices(web_));
  settings_.offices = 3;
  for (const long long stop : {20, 50, 90}) EXPECT_TRUE(run(stop).interrupted);
  EXPECT_FALSE(run().interrupted);
  EXPECT_LE(asked_in_vain(), 3 * most_under_way());
  EXPECT_EQ(publications().size(), rows_.size());
}

// The same with kill -9, whatever it was doing: nothing is lost, and only what was under way is asked twice.
TEST_F(OfficeWeb, AKilledRunGoesOnAndLosesNothing) {
  const std::vector<WebOffice> offices = tell_offices(web_);
  listen(offices);
  settings_.offices = 3;
  for (const int asked : {15, 40, 70, 95}) kill_run_after(asked);
  EXPECT_FALSE(run().interrupted);
  const auto found = publications();
  for (const WebOffice& office : offices) {
    EXPECT_EQ(found.at(main_site(web_, office))[1], office.state) << office.host;
  }
  EXPECT_LE(asked_in_vain(), 4 * most_under_way());
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
