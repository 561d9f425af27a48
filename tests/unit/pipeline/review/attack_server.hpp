// What the tables of attacks share: a server under attack, requests sent byte by byte, and what must hold after each of
// them whatever it was answered: the server lives, nothing that reviewers did has changed, nothing of the machine or of
// the database's inside is told, and what is shown as a page carries the guard's headers.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {

// Status 0: the connection was closed without an answer.
struct Answer {
  int status = 0;
  std::string head;  // lower case
  std::string body;
};

inline Answer answer_in(const std::string& bytes) {
  Answer answer;
  const auto end = bytes.find("\r\n\r\n");
  answer.head = bytes.substr(0, end);
  std::transform(answer.head.begin(), answer.head.end(), answer.head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (end != std::string::npos) answer.body = bytes.substr(end + 4);
  if (answer.head.starts_with("http/1.")) answer.status = std::stoi(answer.head.substr(9, 3));
  return answer;
}

// The bytes of a request that ends its connection. `headers`: lines without their ends.
inline std::string request(const std::string& line, const std::vector<std::string>& headers = {},
                           const std::string& body = "") {
  std::string bytes = line + " HTTP/1.1\r\n";
  const bool names_host =
      std::any_of(headers.begin(), headers.end(), [](const auto& header) { return header.starts_with("Host:"); });
  if (!names_host) bytes += "Host: 127.0.0.1\r\n";
  for (const std::string& header : headers) bytes += header + "\r\n";
  if (!body.empty()) bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return bytes + "Connection: close\r\n\r\n" + body;
}

inline std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
  }
  return out;
}

class AttackedDesk : public DeskTest {
 protected:
  AttackedDesk() { options_.patience = std::chrono::milliseconds(300); }  // for requests that never end
  ~AttackedDesk() override { std::cout << sent_ << " attacks\n"; }

  static Answer send(int port, const std::string& bytes) {
    const RawConnection connection(port);
    (void)connection.say(bytes);
    return answer_in(connection.rest());
  }

  // All that reviewers did, and what was read of the report.
  [[nodiscard]] std::string kept() const {
    const SQLite::Database database(options_.db.string(), SQLite::OPEN_READONLY);
    std::string all;
    for (const char* table : {"review_event", "decision", "correction", "final_score", "assignment", "letter",
                              "saved_view", "second_reading", "second_decision", "submission", "finding", "cell"}) {
      SQLite::Statement rows(database, std::string("SELECT * FROM ") + table);
      for (all += std::string(table) + '\n'; rows.executeStep(); all += '\n') {
        for (int i = 0; i < rows.getColumnCount(); ++i) all += rows.getColumn(i).getString() + '|';
      }
    }
    return all;
  }

  // `allowed`: the statuses that the attack may be answered with.
  void expect_refused(int port, const std::string& name, const Answer& answer, const std::vector<int>& allowed) {
    ++sent_;
    const std::string said = name + ": " + answer.head.substr(0, 300) + "\n" + answer.body.substr(0, 300);
    EXPECT_TRUE(std::find(allowed.begin(), allowed.end(), answer.status) != allowed.end())
        << answer.status << " for " << said;
    EXPECT_THAT(answer.head, Not(HasSubstr("\nx-injected"))) << said;
    EXPECT_THAT(answer.head, Not(HasSubstr("access-control-allow"))) << said;
    for (const char* secret : {"root:x:", "SQLITE", "SELECT ", "no such column:", "syntax error", "basic_string",
                               "stoll", "std::", "json.exception"})
      EXPECT_THAT(answer.body, Not(HasSubstr(secret))) << said;
    if (answer.head.find("content-type: text/html") != std::string::npos) {
      EXPECT_THAT(answer.head, HasSubstr("content-security-policy: default-src 'self'")) << said;
      EXPECT_THAT(answer.head, HasSubstr("x-content-type-options: nosniff")) << said;
    }
    EXPECT_EQ(send(port, request("GET /login")).status, 200) << "does not live after " << said;
  }

  int sent_ = 0;
};

}  // namespace prongsai::review
