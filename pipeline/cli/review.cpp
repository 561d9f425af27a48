// prongsai review: the review app in a browser.
#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "extractors/text/agencies/agencies.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/comparing.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/review/child_output.hpp"
#include "pipeline/review/server.hpp"
#include "pipeline/review/server/reviewer_name.hpp"

namespace prongsai::cli {
namespace {

constexpr std::size_t kShortestToken = 16;
constexpr InterruptWords kEnding = {
    "\nprongsai: closing; changes in hand are saved first (press again to end at once)\n",
    "\nprongsai: ended at once; a change that was not answered may not be saved\n"};

struct ReviewOptions {
  review::ServerOptions server{.db = "prongsai.db"};
  std::optional<std::filesystem::path> token_file;
};

std::string read_token(const std::filesystem::path& file) {
  using std::filesystem::perms;
  std::error_code error;
  const auto rights = std::filesystem::status(file, error).permissions();
  if (!error && (rights & (perms::group_all | perms::others_all)) != perms::none) {
    throw std::runtime_error(file.string() + ": others can read this token: chmod 600 " + file.string());
  }
  std::ifstream in(file);
  std::string token;
  if (!std::getline(in, token)) throw std::runtime_error(file.string() + ": no token can be read from it");
  while (!token.empty() && (token.back() == '\r' || token.back() == ' ')) token.pop_back();
  if (token.size() < kShortestToken) {
    throw std::runtime_error(file.string() + ": the token on its first line is shorter than " +
                             std::to_string(kShortestToken) + " characters");
  }
  return token;
}

// "" where it cannot be read: machines that have Thai letters of their own do without.
std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string user_name() {
  const passwd* user = getpwuid(getuid());
  return user != nullptr && user->pw_name != nullptr ? user->pw_name : "reviewer";
}

// This program again, as `render`.
Result<std::string> render_in_child(const review::PagePlace& place) {
  std::vector<std::string> command = {"/proc/self/exe", "render", "--turn=" + std::to_string(place.turn),
                                      "--dpi=" + std::to_string(place.dpi)};
  if (!place.attached_at.empty()) {
    command.push_back("--within=" + place.attached_at);
    command.push_back("--sha256=" + place.sha256);
  }
  command.insert(command.end(), {"--", place.file.string(), std::to_string(place.page_no)});
  return review::child_output(command, {});
}

// This program again, as `page_lines`.
Result<std::string> read_page_in_child(const review::StoredPage& page) {
  return review::child_output({"/proc/self/exe", "page_lines", "--type=" + page.type, "--url=" + page.url,
                               "--link=" + page.link, "--", page.file.string()},
                              {});
}

// Ends cleanly at the first interrupt, at once at the second.
void run_until_interrupted(review::Server& server) {
  std::atomic<bool> done = false;
  std::thread watch([&] {
    bool stopped = false;
    while (!done) {
      if (interrupted_twice()) std::_Exit(kInterrupted);
      if (!stopped && interrupted()) {
        server.stop();
        stopped = true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  });
  server.run();
  done = true;
  watch.join();
}

std::unique_ptr<review::Server> made_server(const review::ServerOptions& options) {
  try {
    return std::make_unique<review::Server>(options);
  } catch (const store::NotWritable& error) {
    if (options.read_only) throw;
    throw std::runtime_error(std::string(error.what()) + "; --read-only shows it without changing it");
  }
}

void serve(ReviewOptions options, const Context& context) {
  if (options.token_file) options.server.token = read_token(*options.token_file);
  if (options.server.who.empty()) options.server.who = user_name();
  if (review::reviewer_name(options.server.who) != options.server.who)
    throw CLI::ValidationError("--who", "this cannot be a name");
  options.server.render = render_in_child;
  options.server.read_page = read_page_in_child;
  const auto judge = guarded_judge(context.data_folder());
  options.server.judge = [judge](store::Store& store, const store::StoredSubmission& submission) {
    judge->judge(store, submission);
  };
  options.server.judge_as_read = [judge](store::Store& store, const store::StoredSubmission& submission) {
    return judge->judge_as_read(store, submission);
  };
  options.server.data_folder = context.data_folder();
  options.server.thai_font = bytes_of(context.data_folder() / "fonts" / "NotoSansThai.woff2");
  const auto agencies = std::make_shared<text::Agencies>(context.data_folder() / "agencies");
  options.server.kind_of = [agencies](const std::string& office) { return agencies->kind_of(office); };
  const std::unique_ptr<review::Server> server = made_server(options.server);
  const std::string host = options.server.listen;
  const int port = server->bind();
  watch_for_interrupt(kEnding);
  signal(SIGPIPE, SIG_IGN);  // a browser that goes away while it is answered
  std::cerr << "prongsai: http://" << (host.find(':') == std::string::npos ? host : "[" + host + "]") << ':' << port
            << "/  (Ctrl-C ends)" << std::endl;
  run_until_interrupted(*server);
  if (interrupted())
    std::cerr << "prongsai: " << context.told("the review is closed; all that was saved is in the database") << '\n';
}

void add_server_options(CLI::App& command, ReviewOptions& options) {
  review::ServerOptions& server = options.server;
  command.add_option("--db", server.db, "Database")->capture_default_str();
  command.add_option("--port", server.port, "Port; 0 takes any that is free")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command.add_option("--listen", server.listen, "Address; any but this machine's own needs accounts or --token-file")
      ->capture_default_str();
  command.add_option("--token-file", options.token_file, "File whose first line reviewers log in with");
  command.add_option("--base-url", server.base_url, "Address that a web server in front of it is reached by");
  command.add_option("--sender", server.sender, "Office that letters are from (default: left to be filled in)");
  command
      .add_option("--reply-days", server.reply_days,
                  "Letters ask for an answer so many days after their date (default: no day is named)")
      ->check(CLI::Range(1, 365));
  command.add_flag("--read-only", server.read_only, "Show only; nothing can be changed");
  command.add_option("--who", server.who, "Name that changes are logged under (default: the system's user)");
}

}  // namespace

void add_review(CLI::App& app, Context& context) {
  auto options = std::make_shared<ReviewOptions>();
  CLI::App* command = app.add_subcommand("review", "Review what was flagged, in a browser");
  add_server_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  prongsai review --db year2567.db --who สมศรี\n"
      "  prongsai review --db year2567.db --read-only --port 9000\n"
      "  prongsai review --db year2567.db --listen 10.0.0.5 --token-file review.token\n"
      "  prongsai review --db year2567.db --base-url https://ita.example.go.th/review\n"
      "Ctrl-C ends it, with exit code 0 once changes in hand are saved; a second one ends it at once, with 130.\n"
      "Beyond this machine the connection is not encrypted: put a web server with TLS before it (docs/proxy.md).");
  command->callback([options, &context] {
    serve(*options, context);
    context.exit_code = kDone;
  });
}

}  // namespace prongsai::cli
