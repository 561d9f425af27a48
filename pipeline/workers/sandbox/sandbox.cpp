#include "pipeline/workers/sandbox/sandbox.hpp"

#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <limits>

#include "pipeline/workers/sandbox/privileges.hpp"

namespace prongsai::workers {
namespace {

constexpr int kFirstOther = 3;  // after the standard descriptors

void close_from_to(int first, int last) {
  if (first > last || close_range(static_cast<unsigned>(first), static_cast<unsigned>(last), 0) == 0) return;
  for (int fd = first; fd <= std::min(last, 1 << 16); ++fd) close(fd);  // kernels before 5.9
}

void close_all_but(std::vector<int> keep) {
  std::sort(keep.begin(), keep.end());
  int next = kFirstOther;
  for (const int fd : keep) {
    close_from_to(next, fd - 1);
    next = fd + 1;
  }
  close_from_to(next, std::numeric_limits<int>::max());
}

Protection told(const std::string& name, const std::string& why_not, const std::string& says) {
  return {name, why_not.empty(), why_not.empty() ? says : "not offered here: " + why_not};
}

std::vector<Protection> common(const FileLock& files, const CallFilter& calls) {
  return {told("system calls", calls.why_not(),
               "only those on a list (seccomp): no network, no other process, nothing written, no terminal"),
          told("files", files.why_not(),
               "only fonts can be opened, for reading (Landlock, version " + std::to_string(files.version()) + ")")};
}

std::string notice_of(const std::vector<Protection>& protections) {
  std::string missing;
  for (const Protection& protection : protections) {
    if (!protection.holds) missing += (missing.empty() ? "" : "; ") + protection.name + ": " + protection.says;
  }
  return missing.empty() ? "" : "reading processes are not fully locked in: " + missing;
}

}  // namespace

Sandbox::Sandbox(const std::vector<std::filesystem::path>& readable) : namespaces_(readable), files_(readable) {}

void Sandbox::enter(int socket, const std::vector<int>& keep) const {
  (void)setsid();
  namespaces_.enter();
  drop_privileges();
  if (files_.why_not().empty()) files_.enter();
  close_all_but(keep);
  if (calls_.why_not().empty()) calls_.enter(socket);
}

std::vector<Protection> Sandbox::protections() const {
  std::vector<Protection> all = common(files_, calls_);
  all.push_back(told("namespaces", namespaces_.why_not(), "no process, network or host but its own can be named"));
  all.push_back(told("root folder", namespaces_.why_no_root(), "holds fonts and nothing else"));
  return all;
}

std::string Sandbox::notice() const {
  return notice_of(protections());
}

std::string enter_sandbox(const std::vector<std::filesystem::path>& readable) {
  const FileLock files(readable);
  const CallFilter calls;
  drop_capabilities();
  if (files.why_not().empty()) files.enter();
  if (calls.why_not().empty()) calls.enter(-1);
  return notice_of(common(files, calls));
}

}  // namespace prongsai::workers
