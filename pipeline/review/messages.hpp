// What the server refuses, in the language of the page that is told so.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace httplib {
struct Request;
}

namespace prongsai::review {

class Messages {
 public:
  // Reads review/messages.json and messages/causes.yaml. Throws std::runtime_error naming file and line.
  explicit Messages(const std::filesystem::path& data_folder);
  ~Messages();
  Messages(Messages&&) noexcept;
  Messages& operator=(Messages&&) noexcept;

  // A message of this program in Thai; one that the file lacks behind a Thai sentence that says that it failed.
  [[nodiscard]] std::string in_thai(const std::string& message) const;
  [[nodiscard]] bool knows(const std::string& message) const;
  // What is said of a reading ("no text layer, …; no recogniser …") in Thai; nothing where one of its parts is not
  // among the program's own words.
  [[nodiscard]] std::optional<std::string> reading_in_thai(const std::string& words) const;
  // Why a published address was judged as it was; what the site says itself (a page's title) as it stands there.
  [[nodiscard]] std::string cause_in_thai(const std::string& cause) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The first language that the request asks for (Accept-Language) is Thai.
[[nodiscard]] bool wants_thai(const httplib::Request& request);

}  // namespace prongsai::review
