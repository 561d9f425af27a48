// Result<T>: a value or the reason why there is none, for bad input that the caller must choose what to do with.
// A broken environment throws instead; a bug asserts.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace prongsai {

// A reason that a person can act on: what happened, to which file and page. UTF-8.
struct Failure {
  std::string code;     // a finding's code where one fits (damaged_file, encrypted_file, …), else ""
  std::string message;  // English, one sentence
};

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor): reads as a return value
  Result(Failure failure) : state_(std::move(failure)) {}  // NOLINT(google-explicit-constructor): likewise

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] const Failure& failure() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace prongsai
