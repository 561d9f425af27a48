#include "pipeline/collect/walk/item_verdict.hpp"

#include <algorithm>

namespace prongsai::collect {
namespace {

using State = Publication::State;

bool set_state(Publication& facts, State state, const std::string& because) {
  facts.state = state;
  facts.because = because;
  return true;
}

bool leads_to_login(const Chain& chain) {
  return chain.last().status == 401 || chain.last().status == 407;
}

}  // namespace

bool tell_without_body(const Chain& chain, Publication& facts) {
  const Fetch& end = chain.last();
  const std::string status = "HTTP " + std::to_string(end.status);
  facts.final_url = end.url;
  facts.tries = end.tries;
  facts.first_at = end.at;
  facts.last_at = end.at;
  if (!chain.too_far.empty()) return set_state(facts, State::not_checked, chain.too_far);
  if (end.outcome != Fetch::Outcome::answered && end.outcome != Fetch::Outcome::unchanged)
    return set_state(facts, State::not_checked, end.cause);
  if (end.status == 404 || end.status == 410) {
    const bool sure = end.tries >= 2;
    return set_state(facts, sure ? State::dead_link : State::not_checked, status);
  }
  if (leads_to_login(chain)) return set_state(facts, State::login_required, status);
  if (chain.arrived()) return false;
  if (end.status == 200 || end.status == 204) return set_state(facts, State::not_a_document, "an empty answer");
  return set_state(facts, State::not_checked, status);  // 403 and the like: a program is kept out, a person may not be
}

void judge_bare_page(const Page& page, const std::string& url, const SiteWords& words, Publication& facts) {
  constexpr std::size_t kLoginPageLinks = 15;  // a page that is nothing but a login form has few links
  constexpr std::size_t kFewLines = 5;
  const bool speaks = words.speaks_of_login(url) || words.speaks_of_login(page.title + page.heading);
  if (page.asks_password && (speaks || page.links.size() <= kLoginPageLinks)) {
    set_state(facts, State::login_required, page.title.empty() ? "a form that asks for a password" : page.title);
    return;
  }
  const bool made_by_scripts = page.scripts > 0 && page.lines.size() <= kFewLines;
  const bool shows_frames =
      std::any_of(page.links.begin(), page.links.end(), [](const PageLink& link) { return link.shown; });
  if (made_by_scripts || shows_frames || page.cut) {
    set_state(facts, State::not_checked,
              made_by_scripts ? "the page is made by scripts"
              : shows_frames  ? "the page shows something in a frame"
                              : "the page is too long to be read whole");
    return;
  }
  set_state(facts, State::not_a_document, page.title.empty() ? "a page without a document" : page.title);
}

void judge_safety(const Chain& chain, Publication& facts) {
  const auto bad =
      std::find_if(chain.hops.begin(), chain.hops.end(), [](const Fetch& hop) { return !hop.certificate.empty(); });
  if (bad != chain.hops.end()) {
    facts.unsafe = "certificate";
    facts.unsafe_because = bad->certificate;
  } else if (chain.last().url.starts_with("http://") && chain.last().status > 0) {
    facts.unsafe = "http";
  }
}

}  // namespace prongsai::collect
