#include "pipeline/stages/list_attached.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::stages {
namespace {

void add_unread(const std::string& name, std::vector<Aside>& unread) {
  const bool known = std::ranges::any_of(unread, [&](const Aside& aside) { return aside.text == name; });
  if (!known) unread.push_back({0, Aside::Kind::attached, name, {}});
}

// As many as its depth allows, in the order of the file.
class Listing {
 public:
  Listing(const source::Pdf& pdf, int depth) : pdf_(pdf), most_(most_attached(depth)) {}

  void add(int place, const std::string& name) {
    if (auto document = taken(place)) {
      document->name = attached_name(name, names_);
      left_ -= document->size;
      files_.documents.push_back(std::move(*document));
    } else {
      add_unread(name, files_.unread);
    }
  }

  [[nodiscard]] AttachedFiles take() && { return std::move(files_); }

 private:
  // Whatever breaks costs this one file, which is then told by its name.
  [[nodiscard]] std::optional<AttachedDocument> taken(int place) const try {
    if (std::cmp_greater_equal(files_.documents.size(), most_)) return std::nullopt;
    const long long most_bytes = std::min(left_, source::PdfLimits{}.max_attached_bytes);
    const auto bytes = pdf_.attached_pdf(place, most_bytes);
    if (!bytes) return std::nullopt;
    return AttachedDocument{place, "", sha256_of(bytes.value()), static_cast<long long>(bytes.value().size())};
  } catch (const std::exception&) {
    return std::nullopt;
  }

  const source::Pdf& pdf_;
  int most_;
  long long left_ = kMostAttachedBytes;
  std::set<std::string> names_;
  AttachedFiles files_;
};

}  // namespace

AttachedFiles list_attached(const source::Pdf& pdf, int depth) {
  Listing listing(pdf, depth);
  int place = 0;
  for (const std::string& name : pdf.attachments()) listing.add(++place, name);
  return std::move(listing).take();
}

AttachedFiles name_attached(const source::Pdf& pdf) {
  AttachedFiles files;
  for (const std::string& name : pdf.attachments()) add_unread(name, files.unread);
  return files;
}

Result<DocumentWithin> find_within(Submission file, std::string bytes, std::span<const std::string> names) {
  DocumentWithin found{std::move(file), std::move(bytes)};
  for (const std::string& name : names) {
    const auto outer = source::Pdf::open_bytes(std::move(found.bytes), found.submission.source_path);
    if (!outer) return outer.failure();
    const auto files = list_attached(outer.value(), depth_of(found.submission.attached_at));
    const auto document = std::ranges::find(files.documents, name, &AttachedDocument::name);
    if (document == files.documents.end())
      return Failure{"", "No PDF that is read as a document of its own is attached under the name '" + name + "'."};
    auto inner = outer.value().attached_pdf(document->place, source::PdfLimits{}.max_attached_bytes);
    if (!inner) return inner.failure();
    found = {attached_submission(found.submission, *document), std::move(inner).value()};
  }
  return found;
}

}  // namespace prongsai::stages
