// Taking back what a reviewer changed. Undoing is a change too, with its own line in the log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace prongsai::store {

class Store;

// A person's last change that is not taken back yet.
struct Undoable {
  std::int64_t change = 0;  // its number in the log
  std::string what;         // the kind of change: decision, cell, fact, …
  std::string sha256;       // of the report's bytes
  std::int64_t count = 1;   // changes that were made at one stroke with it (bulk_decisions.hpp)
};
[[nodiscard]] std::optional<Undoable> undoable(Store& store, const std::string& who);

struct Undone {
  std::int64_t taken_back = 0;
  std::int64_t left = 0;  // of the same stroke: changed by someone else since, or no longer in any report
};

// Whose change may be taken back: the person's own last one, or any that the log has.
enum class Whose { own, anyones };

// Takes that change back, with all that were made at one stroke with it. Throws Conflict when it is not the person's
// last one any more or someone else changed the target after it, Gone when its target is no longer in any report; of
// many, only when that holds for each.
Undone undo(Store& store, const std::string& who, std::int64_t change, Whose whose = Whose::own);

// The two in one. Returns what it was, or nothing.
std::optional<std::string> undo_last(Store& store, const std::string& who);

}  // namespace prongsai::store
