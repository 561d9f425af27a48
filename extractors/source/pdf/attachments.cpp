#include "extractors/source/pdf/attachments.hpp"

#include <exception>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <set>
#include <stdexcept>
#include <utility>

#include "extractors/source/pdf/annotations.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t kMostAttachments = 200;

// Each file once, though it may be listed twice.
class AttachmentList {
 public:
  void add(QPDFFileSpecObjectHelper& file, const std::string& otherwise) {
    if (found_.size() >= kMostAttachments) return;
    std::optional<QPDFObjectHandle> stream = file.getEmbeddedFileStream();
    if (!stream->isStream()) stream.reset();
    if (stream && !known_.insert(stream->getObjGen()).second) return;
    std::string name = file.getFilename();
    found_.push_back({name.empty() ? otherwise : std::move(name), std::move(stream)});
  }

  [[nodiscard]] std::vector<Attachment> take() && { return std::move(found_); }

 private:
  std::vector<Attachment> found_;
  std::set<QPDFObjGen> known_;
};

void add_notes(QPDFObjectHandle page, AttachmentList& list) {
  for (const Annotation& note : shown_annotations(std::move(page))) {
    QPDFObjectHandle object = note.object;
    QPDFObjectHandle file = object.getKey("/FS");
    if (note.subtype != "/FileAttachment" || !file.isDictionary()) continue;
    QPDFFileSpecObjectHelper helper(file);
    list.add(helper, "attachment");
  }
}

std::vector<Attachment> find_attachments(const Pdf::State& state) {
  AttachmentList list;
  try {
    QPDFEmbeddedFileDocumentHelper files(*state.objects);
    for (const auto& [key, file] : files.getEmbeddedFiles()) list.add(*file, key);
    for (const QPDFObjectHandle& page : state.page_objects) add_notes(page, list);
  } catch (const std::exception&) {
    // A damaged list: the files found so far stand.
  }
  return std::move(list).take();
}

// Takes a PDF's bytes; throws, so that the decoder stops, at what is none or is too large.
class PdfSink : public Pipeline {
 public:
  explicit PdfSink(long long most) : Pipeline("attached file", nullptr), most_(static_cast<std::size_t>(most)) {}

  void write(const unsigned char* data, std::size_t size) override {
    if (why_not_.empty() && size > most_ - bytes_.size())
      why_not_ = "is larger than " + std::to_string(most_) + " bytes";
    if (why_not_.empty()) bytes_.append(reinterpret_cast<const char*>(data), size);
    if (why_not_.empty() && bytes_.size() >= kPdfHeadBytes && !says_pdf(bytes_)) why_not_ = kNoPdf;
    if (!why_not_.empty()) throw std::runtime_error(why_not_);
  }
  void finish() override {}

  // `whole`: all that was there was written.
  [[nodiscard]] Result<std::string> take(bool whole) && {
    if (why_not_.empty() && !whole) return Failure{"damaged_file", "The attached file cannot be decoded."};
    if (why_not_.empty() && !says_pdf(bytes_)) why_not_ = kNoPdf;
    if (!why_not_.empty()) return Failure{"unsupported_file", "The attached file " + why_not_ + "."};
    return std::move(bytes_);
  }

 private:
  static constexpr const char* kNoPdf = "is no PDF file";

  std::size_t most_;
  std::string bytes_;
  std::string why_not_;
};

Result<std::string> decoded_pdf(QPDFObjectHandle stream, long long most) {
  PdfSink sink(most);
  bool whole = false;
  try {
    whole = stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
  } catch (const std::exception&) {
    whole = false;
  }
  return std::move(sink).take(whole);
}

}  // namespace

const std::vector<Attachment>& Pdf::State::attachments() {
  if (as_is) return as_is->attachments();
  if (!attachments_) attachments_ = objects ? find_attachments(*this) : std::vector<Attachment>();
  return *attachments_;
}

std::vector<std::string> Pdf::attachments() const {
  std::vector<std::string> names;
  for (const Attachment& file : state_->attachments()) names.push_back(file.name);
  return names;
}

Result<std::string> Pdf::attached_pdf(int place, long long max_bytes) const {
  const auto& files = state_->attachments();
  const bool there = place >= 1 && std::cmp_less_equal(place, files.size());
  const auto stream = there ? files[static_cast<std::size_t>(place - 1)].stream : std::nullopt;
  if (!stream) return Failure{"damaged_file", "The attached file is not there."};
  return decoded_pdf(*stream, max_bytes);
}

Result<std::string> attached_pdf(std::string bytes, const std::string& name, std::span<const int> places,
                                 const PdfLimits& limits) {
  for (const int place : places) {
    const auto outer = Pdf::open_bytes(std::move(bytes), name, limits);
    if (!outer) return outer.failure();
    auto inner = outer.value().attached_pdf(place, limits.max_attached_bytes);
    if (!inner) return inner.failure();
    bytes = std::move(inner).value();
  }
  return bytes;
}

}  // namespace prongsai::source
