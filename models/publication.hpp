// What `collect` found at the address under which an office published an item, and on the way there from its main site.
#pragma once

#include <string>
#include <vector>

#include "models/words.hpp"

namespace prongsai {

struct Click {
  std::string words;  // of the link that was followed, "" for where the walk began
  std::string url;    // where it led
};

struct Publication {
  enum class State {
    document,        // a document stands there
    elsewhere,       // on a host that is shared by many; not fetched
    other_document,  // a document of a kind that is not read (a text program's, a spreadsheet)
    dead_link,       // the server says that there is nothing
    login_required,
    not_a_document,  // an image, a page without a document
    no_address,      // none was given, or none that could be opened
    not_checked,     // the site could not be asked; says nothing of the office
  };
  enum class Place {
    unknown,     // not told: the walk was cut short, or there was none
    main_site,   // clicks lead there from the main site
    group_page,  // only by way of a work group's page, or it is one
    other_host,  // it stands on a host that is not the office's
    not_found,   // the whole main site was walked and nothing leads there
  };
  State state = State::not_checked;
  std::string because;  // what decided the state: "HTTP 404", "image/png", … ; not translated
  Place place = Place::unknown;
  std::string place_because;  // the group's name, the host: what decided the place
  std::string final_url;      // after redirects
  std::string unsafe;  // "http": no encrypted way; "certificate": what is wrong with it stands in `unsafe_because`
  std::string unsafe_because;
  std::vector<Click> clicks;  // from the main site; empty where none were found
  int pages_seen = 0;         // by the walk
  bool walked_all = false;    // no bound, no failure and no script cut it short
  int tries = 0;
  std::string first_at;  // UTC, ISO 8601: first and last time that the address was asked
  std::string last_at;
};

constexpr auto words_of(Publication::State) {
  using enum Publication::State;
  return std::to_array<Worded<Publication::State>>({{document, "document"},
                                                    {elsewhere, "elsewhere"},
                                                    {other_document, "other_document"},
                                                    {dead_link, "dead_link"},
                                                    {login_required, "login_required"},
                                                    {not_a_document, "not_a_document"},
                                                    {no_address, "no_address"},
                                                    {not_checked, "not_checked"}});
}

constexpr auto words_of(Publication::Place) {
  using enum Publication::Place;
  return std::to_array<Worded<Publication::Place>>({{unknown, "unknown"},
                                                    {main_site, "main_site"},
                                                    {group_page, "group_page"},
                                                    {other_host, "other_host"},
                                                    {not_found, "not_found"}});
}

}  // namespace prongsai
