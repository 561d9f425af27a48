#include "tests/support/raw_pdf.hpp"

#include <cstdio>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/support/pdf_fixture.hpp"

namespace prongsai::testing {

namespace {

std::string reference(QPDFObjectHandle object) {
  return object.getObjGen().unparse(' ') + " R";
}

std::string hex(unsigned value) {
  char text[16];
  std::snprintf(text, sizeof text, "%04X", value);
  return text;
}

}  // namespace

RawPdf::RawPdf(const std::string& name) : path_(temporary_file(name)) {
  document_.emptyPDF();
}

std::string RawPdf::object(const std::string& text) {
  return reference(document_.makeIndirectObject(QPDFObjectHandle::parse(&document_, text)));
}

std::string RawPdf::stream(const std::string& dictionary, const std::string& data) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&document_, data);
  stream.replaceDict(QPDFObjectHandle::parse(&document_, dictionary));
  stream.replaceStreamData(data, stream.getDict().getKey("/Filter"), QPDFObjectHandle::newNull());
  return reference(stream);
}

RawPdf& RawPdf::page(const std::string& content, const std::string& page, const std::string& media_box) {
  const std::string contents = stream("<< >>", content);
  const std::string dictionary =
      "<< /Type /Page /MediaBox " + media_box + " /Contents " + contents + " " + page + " >>";
  QPDFObjectHandle made = document_.makeIndirectObject(QPDFObjectHandle::parse(&document_, dictionary));
  QPDFPageDocumentHelper(document_).addPage(QPDFPageObjectHelper(made), false);
  return *this;
}

std::string RawPdf::font(const std::vector<Code>& codes) {
  std::string widths;
  std::string letters;
  unsigned count = 0;
  for (unsigned i = 0; i < codes.size(); ++i) {
    widths += std::to_string(codes[i].advance) + " ";
    if (codes[i].letter == 0) continue;
    letters += "<" + hex(i + 1) + "> <" + hex(static_cast<unsigned>(codes[i].letter)) + ">\n";
    ++count;
  }
  const std::string map = "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + std::to_string(count) +
                          " beginbfchar\n" + letters + "endbfchar\n";
  const std::string cid = object(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Test-Thai /CIDSystemInfo << /Registry (Adobe) /Ordering "
      "(Identity) /Supplement 0 >> /W [1 [" +
      widths + "]] >>");
  return object("<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Test-Thai /Encoding /Identity-H /DescendantFonts [" +
                cid + "]" + (count > 0 ? " /ToUnicode " + stream("<< >>", map) : "") + " >>");
}

std::filesystem::path RawPdf::path() {
  QPDFWriter writer(document_, path_.c_str());
  writer.setStaticID(true);
  writer.write();
  return path_;
}

std::filesystem::path changed_pdf(const std::filesystem::path& path, const std::string& name,
                                  const std::function<void(QPDF&)>& change) {
  const auto out = temporary_file(name);
  QPDF document;
  document.processFile(path.c_str());
  change(document);
  QPDFWriter writer(document, out.c_str());
  writer.write();
  return out;
}

std::filesystem::path with_attached(const std::filesystem::path& path, const std::string& name,
                                    const std::vector<ToAttach>& files) {
  return changed_pdf(path, name, [&](QPDF& document) {
    QPDFEmbeddedFileDocumentHelper list(document);
    int number = 1000;
    for (const ToAttach& file : files) {
      auto stream = QPDFEFStreamObjectHelper::createEFStream(document, file.bytes);
      list.replaceEmbeddedFile(std::to_string(number++),
                               QPDFFileSpecObjectHelper::createFileSpec(document, file.name, stream));
    }
  });
}

std::filesystem::path locked_pdf(const std::filesystem::path& path, const std::string& name,
                                 const std::string& user_password) {
  const auto out = temporary_file(name);
  QPDF document;
  document.processFile(path.c_str());
  QPDFWriter writer(document, out.c_str());
  writer.setR6EncryptionParameters(user_password.c_str(), "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                   true);
  writer.write();
  return out;
}

}  // namespace prongsai::testing
