// What the tests of the review app share: a server of a small database, a browser that keeps its cookie, a bare
// connection.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "pipeline/review/server.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::review {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

// A server on a free port in a thread of its own.
class Running {
 public:
  explicit Running(const ServerOptions& options);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  [[nodiscard]] int port() const { return port_; }

 private:
  Server server_;
  int port_;
  std::thread thread_;
};

// A browser: keeps its cookie, sends the CSRF token. Each call expects the status that it names.
class Browser {
 public:
  explicit Browser(int port);

  json get(const std::string& path, int status = 200);
  json post(const std::string& path, json body, int status = 200);
  // A change of what was shown as `row`, with its key and version.
  json change(const std::string& path, const json& row, json body, int status = 200);
  json decide(const json& finding, const std::string& way, int status = 200);
  json score(const json& submission, const json& score);
  json undo();
  json post_as(const std::string& path, const std::string& body, const std::string& csrf, const std::string& type,
               int status);
  [[nodiscard]] httplib::Headers headers() const;
  void take_cookie(const httplib::Response& answer);
  httplib::Client& client() { return client_; }

 private:
  httplib::Client client_;
  std::string cookie_;
  std::string csrf_;
  std::string database_;
};

class DeskTest : public testing::Test {
 protected:
  DeskTest();

  [[nodiscard]] std::string at(const std::string& rest = "") const;

  // 2571 gets a form of its own, of eight issues.
  void add_a_year_of_eight_issues();

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  ServerOptions options_;
  std::int64_t id_ = 0;
  std::atomic<int> painted_ = 0;
};

// A connection without a library in between.
class RawConnection {
 public:
  explicit RawConnection(int port);
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  // Whether the other end still takes it.
  [[nodiscard]] bool say(std::string_view text) const;
  [[nodiscard]] std::string rest() const;

 private:
  int socket_;
};

}  // namespace prongsai::review
