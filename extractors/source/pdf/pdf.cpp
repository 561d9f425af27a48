#include "extractors/source/pdf/pdf.hpp"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDFExc.hh>
#include <utility>

#include "extractors/source/content/font_letters.hpp"
#include "extractors/source/content/layers.hpp"
#include "extractors/source/pdf/library_reports.hpp"
#include "extractors/source/pdf/objects_check.hpp"
#include "extractors/source/pdf/rebuild.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

enum class Locked { no, yes };

Failure locked(const std::string& name) {
  return {"encrypted_file", name + " cannot be opened without its password."};
}

Failure too_many(const std::string& name, const std::string& what, long limit) {
  return {"unsupported_file", name + " has " + what + ", more than the limit of " + std::to_string(limit) + "."};
}

struct Objects {
  std::unique_ptr<QPDF> document;  // null when qpdf cannot follow the file
  Locked locked = Locked::no;
  std::string words;  // why it cannot
};

Objects open_objects(const std::string& bytes) {
  try {
    auto objects = std::make_unique<QPDF>();
    objects->setSuppressWarnings(true);
    objects->processMemoryFile("report", bytes.data(), bytes.size());
    return {std::move(objects), Locked::no, ""};
  } catch (const QPDFExc& error) {
    return {nullptr, error.getErrorCode() == qpdf_e_password ? Locked::yes : Locked::no, error.getMessageDetail()};
  } catch (const std::exception& error) {
    return {nullptr, Locked::no, error.what()};
  }
}

// The pages that qpdf finds, without what stands among them and is no page: Poppler passes over it, too, so that the
// same number means the same page to both.
std::vector<QPDFObjectHandle> true_pages_of(QPDF& objects) {
  try {
    std::vector<QPDFObjectHandle> pages = objects.getAllPages();
    std::erase_if(pages, [](QPDFObjectHandle& page) { return !page.isDictionary(); });
    return pages;
  } catch (const std::exception&) {
    return {};
  }
}

// Poppler believes the count that the file gives; pages that are not there are missing at the end.
std::size_t pages_there(const poppler::document& document) {
  int count = document.pages();
  while (count > 0 && !std::unique_ptr<poppler::page>(document.create_page(count - 1))) --count;
  return static_cast<std::size_t>(count);
}

// qpdf's pages count only where both libraries see the same ones.
void attach_objects(Pdf::State& state) {
  Objects opened = open_objects(state.bytes);
  state.objects = std::move(opened.document);
  state.disagreement = std::move(opened.words);
  if (!state.objects) return;
  state.page_objects = true_pages_of(*state.objects);
  if (const std::size_t found = state.page_objects.size(); static_cast<int>(found) != state.document->pages()) {
    state.disagreement =
        "one reader finds " + std::to_string(state.document->pages()) + " pages, another " + std::to_string(found);
    if (found != pages_there(*state.document)) {
      state.page_objects.clear();
      state.objects.reset();
    }
  }
  if (state.objects) state.hidden_layers = find_hidden_layers(*state.objects);
}

std::unique_ptr<poppler::document> loaded(const std::string& bytes) {
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

// With the file's own directory, or else with one written anew.
void load(Pdf::State& state) {
  state.document = loaded(state.bytes);
  if (state.document || !says_pdf(state.bytes)) return;
  auto bytes = rebuilt_file(state.bytes);
  if (!bytes) return;
  auto document = loaded(*bytes);
  if (!document || document->pages() <= 0) return;
  state.bytes.swap(*bytes);  // Poppler points into the bytes, which swapping leaves where they are
  state.document = std::move(document);
  state.rebuilt = true;
}

Failure why_unopened(const std::string& name, const std::string& bytes) {
  if (bytes.empty()) return {"damaged_file", name + " is empty (0 bytes)."};
  if (!says_pdf(bytes)) return {"unsupported_file", name + " is not a PDF file, whatever its name says."};
  if (open_objects(bytes).locked == Locked::yes) return locked(name);
  return {"damaged_file", name + " is damaged: its cross-reference table or trailer cannot be recovered."};
}

int degrees_of(poppler::page::orientation_enum orientation) {
  switch (orientation) {
    case poppler::page::landscape:
      return 90;
    case poppler::page::upside_down:
      return 180;
    case poppler::page::seascape:
      return 270;
    case poppler::page::portrait:
      break;
  }
  return 0;
}

}  // namespace

bool says_pdf(std::string_view bytes) {
  return bytes.substr(0, kPdfHeadBytes).find("%PDF-") != std::string_view::npos;
}

Pdf::Pdf(std::unique_ptr<State> state) : state_(std::move(state)) {}
Pdf::~Pdf() = default;
Pdf::Pdf(Pdf&&) noexcept = default;
Pdf& Pdf::operator=(Pdf&&) noexcept = default;

Result<Pdf> Pdf::open(const std::filesystem::path& path, const PdfLimits& limits) {
  const std::string name = path.filename().string();
  const auto file = OpenFile::open(path, limits.max_bytes);
  auto bytes = file ? file.value().bytes() : Result<std::string>(file.failure());
  if (!bytes) return Failure{bytes.failure().code, name + ": " + bytes.failure().message};
  return open_bytes(std::move(bytes).value(), name, limits);
}

Result<Pdf> Pdf::open_bytes(std::string bytes, const std::string& name, const PdfLimits& limits) {
  auto pdf = open_as_is(std::move(bytes), name, limits);
  if (!pdf || !pdf.value().state_->objects) return pdf;
  State& state = *pdf.value().state_;
  if (auto legible = with_font_letters(*state.objects, state.page_objects)) {
    auto again = open_as_is(std::move(*legible), name, limits);
    if (again && again.value().page_count() == pdf.value().page_count()) {
      again.value().state_->as_is = std::move(pdf.value().state_);
      return again;
    }
  }
  return pdf;
}

Result<Pdf> Pdf::open_as_is(std::string bytes, const std::string& name, const PdfLimits& limits) {
  listen_to_libraries();
  auto state = std::make_unique<State>();
  state->limits = limits;
  state->bytes = std::move(bytes);
  load(*state);
  if (!state->document) return why_unopened(name, state->bytes);
  if (state->document->is_locked()) return locked(name);
  const int pages = state->document->pages();
  if (pages <= 0) return Failure{"damaged_file", name + " holds no pages."};
  if (pages > limits.max_pages) return too_many(name, std::to_string(pages) + " pages", limits.max_pages);
  attach_objects(*state);
  return Pdf(std::move(state));
}

std::vector<Damage> Pdf::faults() const {
  const State& file = state_->as_is ? *state_->as_is : *state_;
  std::vector<Damage> faults;
  const auto add = [&](const std::string& words) { faults.push_back({0, DamageEffect::lost, words, 1}); };
  if (file.rebuilt) add("the file's directory was lost: its objects were looked for one by one");
  if (!file.disagreement.empty()) add(file.disagreement);
  if (!file.objects) return faults;
  for (Damage& fault : prongsai::source::check_objects(*file.objects, file.page_objects))
    faults.push_back(std::move(fault));
  return faults;
}

int Pdf::page_count() const {
  return state_->document->pages();
}

std::string Pdf::producer() const {
  const poppler::byte_array utf8 = state_->document->info_key("Producer").to_utf8();
  std::string text(utf8.begin(), utf8.end());
  while (!text.empty() && text.back() == '\0') text.pop_back();
  return text;
}

Box Pdf::page_box(int page_no) const {
  const auto geometry = page_geometry(*state_, page_no);
  return geometry ? geometry->displayed() : Box{};
}

std::unique_ptr<poppler::page> Pdf::State::page(int page_no) const {
  return std::unique_ptr<poppler::page>(document->create_page(page_no - 1));
}

std::unique_ptr<poppler::page> Pdf::State::seen(int page_no) {
  if (!facts(page_no).seen_page.empty() && seen_document) {
    return std::unique_ptr<poppler::page>(seen_document->create_page(0));
  }
  return page(page_no);
}

std::optional<QPDFObjectHandle> Pdf::State::object(int page_no) const {
  const auto index = static_cast<std::size_t>(page_no - 1);
  if (index >= page_objects.size()) return std::nullopt;
  return page_objects[index];
}

Box PageGeometry::displayed() const {
  const bool turned = rotate_ == 90 || rotate_ == 270;
  return {0, 0, turned ? crop_.height() : crop_.width(), turned ? crop_.width() : crop_.height()};
}

Point PageGeometry::displayed(double x, double y) const {
  switch (rotate_) {
    case 90:
      return {y - crop_.y0, x - crop_.x0};
    case 180:
      return {crop_.x1 - x, y - crop_.y0};
    case 270:
      return {crop_.y1 - y, crop_.x1 - x};
    default:
      return {x - crop_.x0, crop_.y1 - y};
  }
}

Box PageGeometry::displayed(const Box& user) const {
  const Point a = displayed(user.x0, user.y0), b = displayed(user.x1, user.y1);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

Box to_box(const poppler::rectf& r) {
  return {r.left(), r.top(), r.right(), r.bottom()};
}

Box within_reach(const Box& box) {
  constexpr double kFarthest = 1e6;  // points; a page has at most 14,400
  const auto near = [=](double at) { return std::isnan(at) ? 0 : std::clamp(at, -kFarthest, kFarthest); };
  return {near(box.x0), near(box.y0), near(box.x1), near(box.y1)};
}

std::optional<PageGeometry> page_geometry(const Pdf::State& state, int page_no) {
  const auto page = state.page(page_no);
  if (!page) return std::nullopt;
  return PageGeometry(to_box(page->page_rect(poppler::crop_box)), degrees_of(page->orientation()));
}

}  // namespace prongsai::source
