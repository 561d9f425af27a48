// Namespaces of their own for the processes that will be copied from this one: no other process, no network, no file
// but a few can even be named there. For this library only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/workers/messages/channel.hpp"

namespace prongsai::workers {

class Namespaces {
 public:
  // Parts the calling process, which must have one thread: processes that it starts from now on see only each other;
  // the process itself keeps its view of processes and files. A process that is started here holds the namespace and
  // ends with the caller. Nothing fails loudly: why_not() says what this system does not allow.
  explicit Namespaces(const std::vector<std::filesystem::path>& readable);

  [[nodiscard]] const std::string& why_not() const { return why_not_; }          // "": parted
  [[nodiscard]] const std::string& why_no_root() const { return why_no_root_; }  // "": enter() changes the root

  // For a copy: from now on its root folder holds the `readable` folders and nothing else. Throws std::runtime_error.
  void enter() const;

 private:
  std::string why_not_;
  std::string why_no_root_ = "there are no namespaces";
  Descriptor hold_;  // closed, it ends the process that holds the namespace
  Descriptor root_;
};

}  // namespace prongsai::workers
