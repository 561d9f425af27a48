// The commands of the program. Each is a file pipeline/cli/<name>.cpp that defines
//     void prongsai::cli::add_<name>(CLI::App& app, Context& context);
// which adds its subcommand to the app; the build finds it by itself (cmake/CommandList.cmake). The subcommand's
// callback does the work, writes what was asked for to standard output and everything else to standard error, and sets
// context.exit_code.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prongsai::cli {

// The program's exit codes.
enum ExitCode : int {
  kDone = 0,
  kUsage = 2,          // the command line is wrong
  kPartly = 3,         // done, but some documents failed, are partial or wait for another run
  kNothingRead = 4,    // nothing could be read
  kEnvironment = 5,    // the database, the data folder, the disk, …: see standard error
  kTakenOver = 6,      // another run has taken the database over
  kInterrupted = 130,  // by the user; a later run goes on from there
};

enum class Language { thai, english, both };

// What all commands share.
struct Context {
  std::string command_line;  // as typed
  std::optional<std::filesystem::path> data_option;
  Language language = Language::english;
  int exit_code = kDone;

  // All its files are checked the first time. Throws std::runtime_error when there is none, or one of its files is
  // broken: with file and line.
  [[nodiscard]] std::filesystem::path data_folder() const;
  // Where nothing is checked: for processes that another one of this program has started, and to tell what is wrong.
  [[nodiscard]] std::filesystem::path unchecked_data_folder() const;
  // An error, or a line for the person who runs it, in Thai where that is the language; as it is where it has no Thai.
  [[nodiscard]] std::string told(const std::string& english) const;

  mutable std::optional<std::filesystem::path> checked_data;
};

using AddCommand = void (*)(CLI::App& app, Context& context);

struct Command {
  const char* name;
  AddCommand add;
};

// All commands of the folder, in alphabetical order (generated).
[[nodiscard]] const std::vector<Command>& all_commands();

// Every option and command of the program.
void set_up(CLI::App& app, Context& context);

// Parses and does; returns the exit code.
int run(int argc, char** argv);

}  // namespace prongsai::cli
