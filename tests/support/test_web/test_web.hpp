// A web of fictional sites on this machine, told apart by the host that is asked for.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace httplib {
class Server;
}

namespace prongsai::testing {

struct WebAnswer {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};
  int wait_ms = 0;  // before it is given
};

struct WebQuestion {
  std::string host;
  std::string target;                               // path and query, as sent
  std::multimap<std::string, std::string> headers;  // names in small letters
  int times = 0;                                    // that this was asked, this time included
};

class TestWeb {
 public:
  using Answer = std::function<WebAnswer(const WebQuestion&)>;

  TestWeb();
  ~TestWeb();
  TestWeb(const TestWeb&) = delete;
  TestWeb& operator=(const TestWeb&) = delete;

  // Before listen(). What is not told is a 404. `target` "" answers all that the host is asked and nothing else says.
  void tell(const std::string& host, const std::string& target, WebAnswer answer);
  void tell(const std::string& host, const std::string& target, Answer answer);

  // On 127.0.0.1, any free port, until the end. TLS where a certificate and key (PEM files) are given.
  void listen(const std::string& address = "127.0.0.1", const std::string& certificate = "",
              const std::string& key = "");

  // ":PORT" in pages and headers becomes the port.
  [[nodiscard]] std::string with_port(std::string text) const;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string url(const std::string& host, const std::string& target = "/") const;  // http
  [[nodiscard]] std::vector<std::string> resolve() const;  // "host:port:127.0.0.1" for each host told
  [[nodiscard]] int asked(const std::string& host, const std::string& target) const;
  [[nodiscard]] int asked_in_all() const;
  [[nodiscard]] std::vector<WebQuestion> questions() const;

 private:
  std::map<std::string, std::map<std::string, Answer>> sites_;
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, int> counts_;
  std::vector<WebQuestion> questions_;
  std::unique_ptr<httplib::Server> server_;
  std::thread thread_;
  int port_ = 0;
};

// A small PDF file that says `words`.
[[nodiscard]] std::string small_pdf(const std::string& words);
[[nodiscard]] WebAnswer pdf_answer(const std::string& words);
[[nodiscard]] WebAnswer page_answer(const std::string& title, const std::string& body);
[[nodiscard]] WebAnswer redirect_answer(const std::string& location);

// A certificate for this host that it signed itself, valid for a day from the beginning of 2020 or for a hundred years:
// writes NAME.crt and NAME.key beside each other; gives the path without ending.
[[nodiscard]] std::string make_certificate(const std::string& folder, const std::string& host, bool expired = false);

}  // namespace prongsai::testing
