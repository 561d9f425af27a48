// prongsai manual: the hidden command that writes the manual page prongsai(1) while the program is built.
#include <iostream>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/self_description.hpp"
#include "version.hpp"

namespace prongsai::cli {
namespace {

// Text for roff (man(7)): what troff would take for itself is kept as letters.
std::string roff(const std::string& text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

void write_option(const DescribedOption& option) {
  std::string head;
  for (const std::string& name : option.names) head += (head.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  if (!option.positional.empty()) head = "\\fI" + roff(option.positional) + "\\fR";
  if (option.positional.empty() && !option.value.empty()) head += " \\fI" + roff(option.value) + "\\fR";
  std::cout << ".TP\n" << head << (option.required ? " (required)" : "") << '\n' << roff(option.text) << '\n';
}

std::string synopsis(const DescribedCommand& command) {
  std::string line = "\\fBprongsai " + roff(command.name) + "\\fR [\\fIoptions\\fR]";
  for (const DescribedOption& option : command.options) {
    if (option.positional.empty()) continue;
    const std::string name = "\\fI" + roff(option.positional) + "\\fR" + (option.many ? "..." : "");
    line += option.required ? " " + name : " [" + name + "]";
  }
  return line;
}

bool is_help(const DescribedOption& option) {
  return !option.names.empty() && option.names.back().starts_with("--help");
}

void write_command(const DescribedCommand& command) {
  std::cout << ".SS " << roff(command.name) << '\n' << synopsis(command) << "\n.PP\n" << roff(command.text) << ".\n";
  for (const DescribedOption& option : command.options) {
    if (!is_help(option)) write_option(option);
  }
  if (!command.footer.empty()) std::cout << ".PP\n.nf\n" << roff(command.footer) << "\n.fi\n";
}

constexpr const char* kFiles =
    ".SH FILES\n"
    ".TP\n\\fIprongsai.toml\\fR\n"
    "Read from the folder where the program is started, or named by \\fB\\-\\-config\\fR. A line\n"
    "\\fBoption = value\\fR stands for the option of that name; options of a command stand under its name in "
    "brackets,\n"
    "such as \\fB[ingest]\\fR. What is typed comes first.\n"
    ".TP\n\\fI/usr/share/prongsai\\fR\n"
    "The data folder: layouts, checks, rubrics, wordings, offices, OCR models.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBPRONGSAI_DATA\\fR\nThe data folder, where \\fB\\-\\-data\\fR names none.\n"
    ".TP\n\\fBLC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG\\fR\nFindings, help and errors are told in Thai where these "
    "name it.\n";

void write_manual(const CLI::App& app) {
  std::cout << ".\\\" Written by `prongsai manual` from the program's own command line.\n"
            << ".TH PRONGSAI 1 \"\" \"prongsai " << roff(kVersion) << "\" \"User Commands\"\n"
            << ".SH NAME\nprongsai \\- reads Thai integrity\\-assessment (ITA) reports into a database\n"
            << ".SH SYNOPSIS\n\\fBprongsai\\fR [\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n"
            << ".SH DESCRIPTION\n"
            << roff(app.get_description()) << "\n.SH OPTIONS\n";
  for (const DescribedOption& option : describe_options(app)) write_option(option);
  std::cout << ".SH COMMANDS\n";
  for (const DescribedCommand& command : describe_commands(app)) write_command(command);
  std::cout << kFiles << ".SH EXAMPLES AND EXIT STATUS\n.nf\n" << roff(app.get_footer()) << "\n.fi\n";
}

}  // namespace

void add_manual(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("manual", "Writes the manual page")->group("");
  command->callback([&app, &context] {
    write_manual(app);
    context.exit_code = kDone;
  });
}

}  // namespace prongsai::cli
