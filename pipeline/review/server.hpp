// The evaluator's desk: pages and a JSON interface over one database, served to a browser on the same machine.
//
// What a request may do is decided before any route sees it (guard.cpp). Text of reports leaves as JSON or escaped; no
// path in a request names a file. Reading goes through connections of their own; writing through one, a change at a
// time.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/review/page_images.hpp"
#include "pipeline/review/server/rights.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::review {

// A web page that `collect` kept.
struct StoredPage {
  std::filesystem::path file;
  std::string type;  // as its server said
  std::string url;   // where it stood
  std::string link;  // address whose link is to be marked; "" for none
};

// It as {title, lines, marked, cut}, JSON (collect/pages/stored_page.hpp). Called from several threads.
using ReadStoredPage = std::function<Result<std::string>(const StoredPage&)>;

struct ServerOptions {
  std::filesystem::path db;
  std::string listen = "127.0.0.1";
  int port = 8080;       // 0: any that is free
  std::string token;     // what a reviewer must know, where there are no accounts; "" is for loopback addresses only
  std::string sender;    // office that letters are from; "": to be filled in by hand
  int reply_days = 0;    // letters ask for an answer so many days after their date; 0: they name no day
  std::string base_url;  // where a web server in front shows it (base_url.hpp); "": none is in front
  bool read_only = false;
  std::string who;                             // the reviewer's name in the log, where no login asks for one
  std::chrono::milliseconds patience{20'000};  // for a whole request, and again for taking its answer
  RenderPage render;                           // how a page becomes a picture
  ReadStoredPage read_page;                    // none: pages that `collect` kept are not shown
  std::function<std::string(const std::string&)> kind_of;  // a kind of office by its full name; "" for none
  std::filesystem::path data_folder;  // for exports and the words of refusals; "": English ones, and no exports
  std::string thai_font;              // WOFF2 bytes of a Thai face for machines without one; "" for none
  // Judges a report anew by its corrected values and saves what comes of it; none: findings stay as they are.
  std::function<void(store::Store&, const store::StoredSubmission&)> judge;
  // What is held against it by what the program read; for second readers. None: what is there.
  std::function<Judgement(store::Store&, const store::StoredSubmission&)> judge_as_read;
};

// 127.0.0.0/8, ::1, localhost.
[[nodiscard]] bool is_loopback(const std::string& host);

class Server {
 public:
  // Throws std::runtime_error: no such database, one of another version, or a listening address that needs accounts
  // or a token, accounts that are gone.
  explicit Server(const ServerOptions& options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Takes the port; returns it. Throws std::runtime_error that says why it cannot (listen_refusal.hpp).
  int bind();
  // All that it answers, with what each needs.
  [[nodiscard]] std::vector<Route> routes() const;
  // Serves until stop() is called from elsewhere, be it before. Changes in hand are finished and answered first.
  void run();
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace prongsai::review
