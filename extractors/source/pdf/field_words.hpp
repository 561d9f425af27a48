// What fields and notes hold that nobody has drawn. For this library only.
//
// Some programs fill a form in by its values alone and leave drawing them to the reader. A person sees them; text
// extraction does not.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "extractors/source/pdf/state.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Adds the values as words at their place, ticks as ☑ and ☐, and takes out the dotted lines of the form beneath them.
// Fields whose place holds words already are left alone.
void add_field_words(QPDFObjectHandle page, const PageGeometry& geometry, std::vector<Word>& words);

}  // namespace prongsai::source
