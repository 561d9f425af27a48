// Attributes and kinds of elements. For this library only.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace prongsai::collect {

// "" where it has none.
[[nodiscard]] std::string_view attribute_of(const GumboElement& element, const char* name);

// Its own text begins and ends on lines of its own.
[[nodiscard]] bool breaks_line(GumboTag tag);

// Its text is not shown: scripts, styles, …
[[nodiscard]] bool is_unseen(GumboTag tag);

// Class, id or label say that it is the path to the page ("breadcrumb").
[[nodiscard]] bool is_breadcrumb(const GumboElement& element);

// The address in a script such as location.href='…' or window.open("…"); "" for none.
[[nodiscard]] std::string address_in_script(std::string_view script);

// "5; url=…" of a meta element that leads away within ten seconds; "" for none.
[[nodiscard]] std::string address_in_refresh(const GumboElement& meta);

}  // namespace prongsai::collect
