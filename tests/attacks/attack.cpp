// Stands for an untrusted file that took its reading process over: loaded into the program (LD_PRELOAD), it acts in the
// process that is given a report named evil*, once that has locked itself in. ATTACK names what it does.
#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

#include "tests/attacks/deeds.hpp"

namespace {

constexpr int kSocket = 3;

// As the program was started: the process that is copied for each report, and its parent.
const pid_t loaded = getpid();
const pid_t coordinator = getppid();

bool turned = false;  // would stay for the next report, were there one in this process

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

template <typename Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

ssize_t really_send(std::string_view bytes) {
  return real<ssize_t(int, const void*, size_t, int)>("send")(kSocket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

[[noreturn]] void live_on() {
  for (;;) sleep(1);
}

void do_all_deeds() {
  const attack::Target target{coordinator, setting("ATTACK_DB"), setting("ATTACK_OTHER"), setting("ATTACK_SCRATCH")};
  std::string worked;
  for (const attack::Deed& deed : attack::all_deeds()) {
    if (std::string_view(deed.name) == "execve") continue;
    if (deed.works(target)) worked += std::string(worked.empty() ? "" : ", ") + deed.name;
  }
  worked = "worked: " + (worked.empty() ? "nothing" : worked) + "\n";
  (void)!write(STDERR_FILENO, worked.data(), worked.size());
  (void)attack::all_deeds().back().works(target);
  _exit(9);
}

// A page's message, as the honest process sends it, is the first that passes.
void flood(std::string_view message, std::string_view header) {
  while (really_send(header) > 0 && really_send(message) > 0) continue;
  live_on();
}

void replace_all(std::string& bytes, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = bytes.find(what, at)) != std::string::npos; at += with.size()) {
    bytes.replace(at, what.size(), with);
  }
}

// Half a letter: ก without its last byte's mark.
void break_text(std::string& message) {
  replace_all(message, "\xE0\xB8\x81", "\xE0\xB8\x01");
}

// CBOR: a key, then a small number.
void move_pages(std::string& message) {
  replace_all(message, "gpage_no\x01", "gpage_no\x17");
}

// CBOR: an array of four, its first a double.
void break_boxes(std::string& message) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  std::string broken = "cbox\x84\xfb" + std::string(8, '\0');
  std::uint64_t bits = 0;
  std::memcpy(&bits, &nan, sizeof bits);
  for (std::size_t i = 0; i < 8; ++i) broken[6 + i] = static_cast<char>(bits >> (56 - 8 * i));
  for (std::size_t at = 0; (at = message.find("cbox\x84\xfb", at)) != std::string::npos; at += broken.size()) {
    message.replace(at, broken.size(), broken);
  }
}

void falsify(std::string& message) {
  replace_all(message, "\xE0\xB9\x92", "\xE0\xB9\x99");  // ๒ becomes ๙
}

void act(const std::string& row) {
  if (row == "deeds") do_all_deeds();
  if (row == "silence") live_on();
  if (row == "announce") {
    (void)really_send("\xff\xff\xff\xff");
    live_on();
  }
  if (row == "hang up") {
    close(kSocket);
    live_on();
  }
}

struct Change {
  const char* row;
  void (*make)(std::string& message);
};

constexpr std::array kChanges = {Change{"text", break_text}, Change{"pages", move_pages}, Change{"boxes", break_boxes},
                                 Change{"falsify", falsify}};

std::string changed(std::string_view message) {
  std::string copy(message);
  for (const Change& change : kChanges) {
    if (setting("ATTACK") == change.row) change.make(copy);
  }
  return copy;
}

bool in_copy(int fd) {
  return fd == kSocket && getpid() != loaded && !setting("ATTACK").empty();
}

}  // namespace

extern "C" __attribute__((visibility("default"))) ssize_t recv(int fd, void* to, size_t size, int flags) {
  const ssize_t got = real<ssize_t(int, void*, size_t, int)>("recv")(fd, to, size, flags);
  if (got <= 8 || !in_copy(fd)) return got;
  const std::string_view job(static_cast<const char*>(to), static_cast<std::size_t>(got));
  // To be read; a job that brings a record along is about what was read before.
  if (job.find("/evil") != std::string_view::npos && job.find("frecord") == std::string_view::npos) turned = true;
  return got;
}

extern "C" __attribute__((visibility("default"))) ssize_t send(int fd, const void* from, size_t size, int flags) {
  static std::string header;
  const std::string_view bytes(static_cast<const char*>(from), size);
  if (!turned || !in_copy(fd)) return real<ssize_t(int, const void*, size_t, int)>("send")(fd, from, size, flags);
  if (size == 4) {
    header = bytes;
    return 4;
  }
  act(setting("ATTACK"));
  if (setting("ATTACK") == "flood") flood(bytes, header);
  const ssize_t sent = really_send(header);
  return sent < 0 || really_send(changed(bytes)) < 0 ? -1 : static_cast<ssize_t>(size);
}
