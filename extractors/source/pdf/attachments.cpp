// Files that hang on a document: in its list of embedded files, and in notes on its pages (ISO 32000-1, 7.11.4).
#include <algorithm>
#include <exception>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include "extractors/source/pdf/annotations.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t kMostNames = 200;

void add(std::string name, const std::string& otherwise, std::vector<std::string>& names) {
  if (name.empty()) name = otherwise;
  if (name.empty() || names.size() >= kMostNames) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

void add_notes(QPDFObjectHandle page, std::vector<std::string>& names) {
  for (const Annotation& note : shown_annotations(page)) {
    QPDFObjectHandle object = note.object;
    QPDFObjectHandle file = object.getKey("/FS");
    if (note.subtype == "/FileAttachment" && file.isDictionary()) {
      add(QPDFFileSpecObjectHelper(file).getFilename(), "attachment", names);
    }
  }
}

}  // namespace

std::vector<std::string> Pdf::attachments() const {
  std::vector<std::string> names;
  if (!state_->objects) return names;
  try {
    QPDFEmbeddedFileDocumentHelper files(*state_->objects);
    for (const auto& [key, file] : files.getEmbeddedFiles()) add(file->getFilename(), key, names);
    for (QPDFObjectHandle page : state_->page_objects) add_notes(page, names);
  } catch (const std::exception&) {
    // A damaged list: the names read so far stand.
  }
  return names;
}

}  // namespace prongsai::source
