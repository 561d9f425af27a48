// Why a command line, or a configuration file, cannot be followed; and help, which CLI11 tells in the same way.
#pragma once

#include "pipeline/cli/commands.hpp"

namespace prongsai::cli {

// Says it, help on standard output and the rest on standard error, and returns the exit code.
int explain_error(CLI::App& app, const Context& context, const CLI::ParseError& error);

}  // namespace prongsai::cli
