// prongsai completion: what the shell needs to complete commands, options and their words.
#include <algorithm>
#include <iostream>
#include <memory>

#include "extractors/text/unicode/joined.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/self_description.hpp"

namespace prongsai::cli {
namespace {

// Names of options, without those in `but`.
std::vector<std::string> names_of(const std::vector<DescribedOption>& options,
                                  const std::vector<std::string>& but = {}) {
  std::vector<std::string> names;
  for (const DescribedOption& option : options) {
    for (const std::string& name : option.names) {
      if (std::find(but.begin(), but.end(), name) == but.end()) names.push_back(name);
    }
  }
  return names;
}

// --- bash ---

// Cases "command:option" of options with known words, and of those that take any value.
void write_bash_values(const std::string& command, const std::vector<DescribedOption>& options) {
  for (const DescribedOption& option : options) {
    if (option.value.empty()) continue;
    for (const std::string& name : option.names) {
      std::cout << "    " << command << ':' << name << ") COMPREPLY=($(compgen "
                << (option.values.empty() ? "-f" : "-W \"" + text::joined(option.values, " ") + "\"")
                << " -- \"$word\")); return ;;\n";
    }
  }
}

void write_bash(const std::vector<DescribedOption>& global, const std::vector<DescribedCommand>& commands) {
  std::cout << "# bash completion for prongsai, written by `prongsai completion bash`\n"
               "_prongsai() {\n"
               "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"\" i\n"
               "  COMPREPLY=()\n"
               "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
               "    case \"${COMP_WORDS[i]}\" in\n      ";
  for (std::size_t i = 0; i < commands.size(); ++i) std::cout << (i ? "|" : "") << commands[i].name;
  std::cout << ") command=\"${COMP_WORDS[i]}\"; break ;;\n    esac\n  done\n  case \"$command:$before\" in\n";
  for (const DescribedCommand& command : commands) write_bash_values(command.name, command.options);
  write_bash_values("*", global);
  std::cout << "  esac\n  case \"$command\" in\n";
  for (const DescribedCommand& command : commands) {
    const std::vector<std::string> own = names_of(command.options);
    std::cout << "    " << command.name << ") COMPREPLY=($(compgen -W \"" << text::joined(own, " ") << ' '
              << text::joined(names_of(global, own), " ") << "\" -- \"$word\")) ;;\n";
  }
  std::cout << "    *) COMPREPLY=($(compgen -W \"";
  for (const DescribedCommand& command : commands) std::cout << command.name << ' ';
  std::cout << text::joined(names_of(global), " ")
            << "\" -- \"$word\")) ;;\n  esac\n}\ncomplete -o default -F _prongsai prongsai\n";
}

// --- zsh ---

// Text inside single quotes and inside [ ] of a specification.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '\n') {
      out += ' ';
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

void write_zsh_options(const std::vector<DescribedOption>& options, const std::string& indent) {
  for (const DescribedOption& option : options) {
    const std::string values = option.values.empty() ? "_files" : "(" + text::joined(option.values, " ") + ")";
    for (const std::string& name : option.names) {
      std::cout << indent << "'" << (option.many ? "*" : "") << name << '[' << zsh_text(option.text) << ']'
                << (option.value.empty() ? "" : ":" + zsh_text(option.value) + ":" + values) << "' \\\n";
    }
  }
}

void write_zsh(const std::vector<DescribedOption>& global, const std::vector<DescribedCommand>& commands) {
  std::cout << "#compdef prongsai\n# zsh completion for prongsai, written by `prongsai completion zsh`\n"
               "_prongsai() {\n  local context state line\n  _arguments -C \\\n";
  write_zsh_options(global, "    ");
  std::cout << "    '1:command:->command' '*::argument:->argument'\n  case $state in\n    command)\n"
               "      local -a commands=(\n";
  for (const DescribedCommand& command : commands) {
    std::cout << "        '" << command.name << ':' << zsh_text(command.text) << "'\n";
  }
  std::cout << "      )\n      _describe command commands ;;\n    argument)\n      case $line[1] in\n";
  for (const DescribedCommand& command : commands) {
    std::cout << "        " << command.name << ")\n          _arguments \\\n";
    write_zsh_options(command.options, "            ");
    std::cout << "            '*:file:_files' ;;\n";
  }
  std::cout << "      esac ;;\n  esac\n}\n_prongsai \"$@\"\n";
}

}  // namespace

void add_completion(CLI::App& app, Context& context) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", "Write what a shell needs to complete this program's words");
  command->add_option("SHELL", *shell, "bash or zsh")->required()->check(CLI::IsMember({"bash", "zsh"}));
  command->footer(
      "Examples:\n"
      "  source <(prongsai completion bash)\n"
      "  prongsai completion zsh > ~/.zfunc/_prongsai");
  command->callback([shell, &app, &context] {
    (*shell == "bash" ? write_bash : write_zsh)(describe_options(app), describe_commands(app));
    context.exit_code = kDone;
  });
}

}  // namespace prongsai::cli
