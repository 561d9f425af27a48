// A desk with accounts: a reader, an evaluator, a lead and an admin named after their roles, and มานะ, an evaluator.
// Over the fixture of any desk.
#pragma once

#include <memory>
#include <string>

#include "pipeline/review/server/passwords.hpp"
#include "pipeline/review/server/sessions.hpp"
#include "pipeline/store/review/accounts.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {

using store::Role;

inline constexpr const char* kPassword = "รหัสผ่านของการทดสอบ";

inline const std::string& hashed() {
  static const std::string kept = hashed_password(kPassword);  // it takes its time, by design
  return kept;
}

template <typename Base>
class WithAccounts : public Base {
 protected:
  using Base::options_;
  WithAccounts() {
    store::Store store(options_.db, store::Open::existing);
    store::set_wants_accounts(store, true);
    store::Accounts accounts(file());
    for (const Role role : {Role::reader, Role::evaluator, Role::lead, Role::admin}) {
      accounts.add({store::name_of(role), role, hashed(), ""});
    }
    accounts.add({"มานะ", Role::evaluator, hashed(), ""});
  }
  [[nodiscard]] fs::path file() const { return store::Accounts::file_of(options_.db); }

  static int log_in(Browser& browser, const std::string& who, const std::string& password = kPassword) {
    const auto answer = browser.client().Post("/login", httplib::Params{{"who", who}, {"token", password}});
    browser.take_cookie(*answer);
    return answer->status;
  }
  // A browser in which someone is logged in, without the time that a password takes.
  std::unique_ptr<Browser> in(int port, const std::string& who) {
    store::Accounts accounts(file());
    auto browser = std::make_unique<Browser>(port);
    httplib::Response set;
    set.set_header("Set-Cookie",
                   "prongsai_" + std::to_string(port) + "=" + Sessions(&accounts).open(who, Role::reader).id);
    browser->take_cookie(set);
    return browser;
  }
};

}  // namespace prongsai::review
