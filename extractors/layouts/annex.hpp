// The ministry's blank form, its example or its requirements, which some offices bind in with their own report: what
// stands there is not the report's.
#pragma once

#include "extractors/layouts/reading.hpp"

namespace prongsai::layouts {

// Sets `annexed` on sections, tables, titles and flow items.
//
// A section of an issue is annexed when its tables are blank and the report treats that issue elsewhere, or when it
// belongs to a run of sections (numbers going up) that is blank throughout while another run is not. A table left
// blank in the report's own run is the report's gap. An example is told by its title (แบบฟอร์ม…, an office of dots
// only) and reaches to the report's next own title or issue.
void mark_annexes(Reading& reading, const Knowledge& knowledge);

}  // namespace prongsai::layouts
