// What a reading of a picture tells of one า or ำ of the text layer.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace prongsai::text {

// `layer`: a stretch of the text layer as read, UTF-8; `place`: the code point in it that is in doubt; `reading`: what
// a recogniser made of the stretch's picture. า (U+0E32) or ำ (U+0E33), or nothing where the reading does not follow
// the layer's letters closely enough about that place to be believed, or sees other tone marks there.
[[nodiscard]] std::optional<char32_t> seen_sara(std::string_view layer, std::size_t place, std::string_view reading);

}  // namespace prongsai::text
