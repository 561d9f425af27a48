// What a body is, by its first bytes and what the server says of it.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::collect {

enum class BodyKind { pdf, archive, page, media, other_document, empty };

// `head`: the first kilobyte; `content_type` and `path` as asked and answered.
[[nodiscard]] BodyKind body_kind(std::string_view head, std::string_view content_type, std::string_view path);

}  // namespace prongsai::collect
