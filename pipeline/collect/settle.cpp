#include "pipeline/collect/settle.hpp"

#include <cctype>
#include <fstream>
#include <stdexcept>

#include "pipeline/checks/publication_facts.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/workers/run/planner.hpp"

namespace prongsai::collect {
namespace {

using State = Publication::State;

// A host's name is a folder's: an IPv6 address has letters that some file systems refuse.
std::string folder_name(const std::string& host) {
  std::string name;
  for (const char c : host) name += std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' ? c : '_';
  return name;
}

std::string host_of_item(const store::CollectItem& item) {
  const auto address = parse_address(item.row.published_url.value_or(item.row.main_site.value_or("")));
  return address ? address.value().host : "unknown";
}

// Why there is no document, as a submission says it.
std::string words_for_outcome(const Publication& facts) {
  const std::string because = facts.because.empty() ? "" : ": " + facts.because;
  switch (facts.state) {
    case State::dead_link:
      return "the published address leads nowhere" + because;
    case State::login_required:
      return "the published address asks for a password" + because;
    case State::not_a_document:
      return "the published address holds no document" + because;
    case State::elsewhere:
      return "the document stands on a host that is shared by many, and was not fetched" + because;
    case State::other_document:
      return "the document is no PDF file" + because;
    case State::no_address:
      return "no address was published" + because;
    default:
      return "the published address could not be checked" + because;
  }
}

Record record_of(const ItemLook& look) {
  Record record;
  const bool later = look.facts.state == State::not_checked;
  record.status = later ? Status::deferred : Status::failed;
  record.error = words_for_outcome(look.facts);
  if (look.facts.state == State::other_document) record.error_code = "unsupported_file";
  return record;
}

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string document_name(const store::CollectItem& item, std::size_t number) {
  std::string code;
  for (const char c : item.row.item_code.value_or("item")) {
    if (std::isalnum(static_cast<unsigned char>(c)) && code.size() < 12) code += c;
  }
  return (code.empty() ? "item" : code) + "-" + item.item_key.substr(0, 12) +
         (number > 0 ? "-" + std::to_string(number + 1) : "") + ".pdf";
}

Settler::Settler(const Folder& folder, store::Store& store, store::Collected& memory, Judge judge,
                 std::string judge_version)
    : folder_(folder),
      store_(store),
      memory_(memory),
      judge_(std::move(judge)),
      judge_version_(std::move(judge_version)) {}

store::SeenProof Settler::keep_proof(const ItemLook& look, const std::string& picture) const {
  const SeenPage& seen = look.seen;
  store::SeenProof proof{
      stages::canonical_text(folder_.root()), seen.url, seen.content_type, seen.sha256, seen.at, seen.link_url};
  if (!picture.empty()) {
    const std::filesystem::path name(document_name(look.item, 0));
    proof.picture_sha256 =
        folder_.keep_picture(picture, folder_name(host_of_item(look.item)), name.stem().string() + ".png");
  }
  return proof;
}

void Settler::settle(const ItemLook& look, const std::string& picture) {
  store::Settled settled{look.facts, lines_around_link(look.seen), {}, "", keep_proof(look, picture)};
  for (std::size_t i = 0; i < look.documents.size(); ++i) {
    settled.files.push_back(folder_.name_document(look.documents[i].sha256, folder_name(host_of_item(look.item)),
                                                  document_name(look.item, i)));
  }
  if (!look.documents.empty()) settled.sha256 = look.documents.front().sha256;
  if (settled.files.empty()) {
    // What was there once stays: it says more than that it is gone.
    settled.files = look.item.files;
    settled.sha256 = look.item.sha256;
    if (settled.files.empty()) save_without_document(look);
  }
  memory_.settle(look.item, settled);
}

void Settler::save_without_document(const ItemLook& look) {
  Submission submission;
  const auto path =
      folder_.root() / Folder::document_path(folder_name(host_of_item(look.item)), document_name(look.item, 0));
  submission.source_path = stages::display_path(path);
  submission.canonical_path = stages::canonical_text(path);
  submission.manifest = look.item.row;
  submission.manifest->file = path.filename().string();
  submission.manifest->publication = checks::publication_text(look.facts);
  Record record = record_of(look);
  workers::adopt_manifest(record, submission.manifest);
  const Judgement judgement = judge_(submission, record);
  store_.save({submission, record, judgement, judge_version_, std::nullopt, 0});
}

void write_submissions(const Folder& folder, store::Collected& memory, const std::string& manifest) {
  const auto path = folder.root() / "submissions.csv";
  const auto half = folder.half_done() / "submissions.csv";
  std::ofstream out(half, std::ios::binary);
  out << "file,agency,fiscal_year,item_code,main_site,published_url,sha256,publication\r\n";
  memory.each_document(manifest, [&](const store::CollectItem& item, const store::Settled& settled) {
    for (std::size_t i = 0; i < item.files.size(); ++i) {
      const ManifestRow& row = item.row;
      out << quoted(item.files[i]) << ',' << quoted(row.agency.value_or("")) << ','
          << (row.fiscal_year ? std::to_string(*row.fiscal_year) : "") << ',' << quoted(row.item_code.value_or(""))
          << ',' << quoted(row.main_site.value_or("")) << ',' << quoted(row.published_url.value_or("")) << ','
          << (i == 0 ? item.sha256 : "") << ',' << quoted(checks::publication_text(settled.facts)) << "\r\n";
    }
  });
  out.close();
  std::error_code error;
  std::filesystem::rename(half, path, error);
  if (!out || error) throw std::runtime_error(path.string() + ": cannot be written (is the disk full?)");
}

}  // namespace prongsai::collect
