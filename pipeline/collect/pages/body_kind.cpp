#include "pipeline/collect/pages/body_kind.hpp"

#include "pipeline/collect/pages/compared.hpp"

namespace prongsai::collect {
namespace {

bool is_media(std::string_view head, const std::string& type) {
  for (const std::string_view begin : {"\x89PNG", "\xFF\xD8\xFF", "GIF8", "RIFF", "BM", "\x1A\x45\xDF\xA3"}) {
    if (head.starts_with(begin)) return true;
  }
  return type.starts_with("image/") || type.starts_with("video/") || type.starts_with("audio/");
}

bool is_office_file(std::string_view head, const std::string& type, const std::string& path) {
  for (const std::string_view ending : {".docx", ".xlsx", ".pptx", ".odt", ".ods"}) {
    if (path.ends_with(ending)) return true;
  }
  return type.find("officedocument") != std::string::npos || type.find("opendocument") != std::string::npos ||
         head.find("[Content_Types].xml") != std::string_view::npos ||
         head.find("mimetypeapplication/vnd.oasis") != std::string_view::npos;
}

bool is_page(std::string_view head, const std::string& type) {
  const std::string begin = compared(head);
  return type.starts_with("text/html") || type.starts_with("application/xhtml") ||
         begin.find("<html") != std::string::npos || begin.find("<!doctypehtml") != std::string::npos ||
         begin.find("<head") != std::string::npos;
}

}  // namespace

BodyKind body_kind(std::string_view head, std::string_view content_type, std::string_view path) {
  const std::string type = compared(content_type);
  if (head.empty()) return BodyKind::empty;
  if (head.find("%PDF-") < 1024) return BodyKind::pdf;  // as readers do: it need not be the first byte
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
    return is_office_file(head, type, compared(path)) ? BodyKind::other_document : BodyKind::archive;
  if (is_media(head, type)) return BodyKind::media;
  return is_page(head, type) ? BodyKind::page : BodyKind::other_document;
}

}  // namespace prongsai::collect
