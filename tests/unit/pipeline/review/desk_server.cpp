#include "tests/unit/pipeline/review/desk_server.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace prongsai::review {

Running::Running(const ServerOptions& options) : server_(options), port_(server_.bind()) {
  thread_ = std::thread([this] { server_.run(); });
  httplib::Client probe("127.0.0.1", port_);
  while (!probe.Get("/login")) std::this_thread::yield();
}

Running::~Running() {
  server_.stop();
  thread_.join();
}

Browser::Browser(int port) : client_("127.0.0.1", port) {
  client_.set_read_timeout(std::chrono::seconds(60));  // a busy machine takes seconds for a password
}

json Browser::get(const std::string& path, int status) {
  const auto answer = client_.Get("/api/v1/" + path, headers());
  EXPECT_TRUE(answer) << path;
  if (!answer) return nullptr;
  EXPECT_EQ(answer->status, status) << path << ": " << answer->body;
  take_cookie(*answer);
  return json::parse(answer->body);
}

json Browser::post(const std::string& path, json body, int status) {
  if (csrf_.empty()) {
    const json session = get("session");
    csrf_ = session["csrf_token"];
    database_ = session["database"];
  }
  if (!body.contains("database")) body["database"] = database_;
  return post_as(path, body.dump(), csrf_, "application/json", status);
}

json Browser::change(const std::string& path, const json& row, json body, int status) {
  body["key"] = row.at("key");
  body["version"] = row.at("version");
  return post(path, body, status);
}

json Browser::decide(const json& finding, const std::string& way, int status) {
  return change("findings/" + finding["id"].dump() + "/decision", finding, {{"status", way}, {"note", ""}}, status);
}

json Browser::score(const json& submission, const json& score) {
  return post("submissions/" + submission["id"].dump() + "/final-score",
              {{"score", score}, {"key", submission["final_key"]}, {"version", submission["final_version"]}});
}

json Browser::undo() {
  const json last = get("undo");
  return last.empty() ? last : post("undo", {{"change", last["change"]}});
}

json Browser::post_as(const std::string& path, const std::string& body, const std::string& csrf,
                      const std::string& type, int status) {
  httplib::Headers sent = headers();
  sent.emplace("X-CSRF-Token", csrf);
  const auto answer = client_.Post("/api/v1/" + path, sent, body, type);
  EXPECT_TRUE(answer) << path;
  if (!answer) return nullptr;
  EXPECT_EQ(answer->status, status) << path << ": " << answer->body;
  return json::parse(answer->body, nullptr, false);
}

httplib::Headers Browser::headers() const {
  return cookie_.empty() ? httplib::Headers{} : httplib::Headers{{"Cookie", cookie_}};
}

void Browser::take_cookie(const httplib::Response& answer) {
  const std::string set = answer.get_header_value("Set-Cookie");
  if (!set.empty()) cookie_ = set.substr(0, set.find(';'));
}

DeskTest::DeskTest() {
  std::ofstream(folder_ / "one.pdf") << "twelve bytes";
  options_.db = folder_ / "year.db";
  options_.port = 0;
  options_.who = "สมศรี";
  options_.data_folder = fs::path(PRONGSAI_SOURCE_DIR) / "data";
  options_.render = [this](const PagePlace& place) -> Result<std::string> {
    ++painted_;
    if (place.page_no == 3) return Failure{"unreadable_page", "no"};
    return "PNG of page " + std::to_string(place.page_no) + " turned " + std::to_string(place.turn);
  };
  store::Store store(options_.db, store::Open::create);
  Submission given = samples::submission((folder_ / "one.pdf").string());
  given.file_size = 12;
  Record record = samples::record();
  record.cells[0].text = "เว็บไซต์ <script>alert(1)</script> น้ำ";
  Judgement judgement = samples::judgement();
  judgement.findings[0].evidence = "<script>alert(1)</script> & \"x\"";
  id_ = store.save({given, record, judgement, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
}

std::string DeskTest::at(const std::string& rest) const {
  return "submissions/" + std::to_string(id_) + rest;
}

void DeskTest::add_a_year_of_eight_issues() {
  const fs::path data = folder_ / "data";
  fs::create_directories(data);
  for (const char* part : {"assessment", "messages", "review"})
    fs::copy(options_.data_folder / part, data / part, fs::copy_options::recursive);
  std::ofstream next(data / "assessment" / "2571.yaml");
  next << "year: 2571\nissues:\n";
  for (int number = 1; number <= 8; ++number)
    next << "  - {no: " << number << ", title: ประเด็น " << number << ", items: [O" << number << "]}\n";
  options_.data_folder = data;
}

RawConnection::RawConnection(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0)
    throw std::runtime_error("connect");
}

RawConnection::~RawConnection() {
  close(socket_);
}

bool RawConnection::say(std::string_view text) const {
  return send(socket_, text.data(), text.size(), MSG_NOSIGNAL) > 0;
}

std::string RawConnection::rest() const {
  std::string all;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; (got = recv(socket_, part.data(), part.size(), 0)) > 0;)
    all.append(part.data(), static_cast<std::size_t>(got));
  return all;
}

}  // namespace prongsai::review
