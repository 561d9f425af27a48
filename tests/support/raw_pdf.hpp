// PDF pages written operator by operator, for what no drawing library would write: rings without letters, hidden
// text, fonts that say nothing, images that lie about their size.
#pragma once

#include <filesystem>
#include <functional>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace prongsai::testing {

class RawPdf {
 public:
  explicit RawPdf(const std::string& name);

  // `text` is an object in PDF syntax: "<< /Type /Font … >>". Returns its reference, "7 0 R".
  std::string object(const std::string& text);
  std::string stream(const std::string& dictionary, const std::string& data);
  // `page` holds further entries of its dictionary: "/Rotate 90 /Resources << … >>".
  RawPdf& page(const std::string& content, const std::string& page, const std::string& media_box = "[0 0 595 842]");

  // A composite font whose two-byte codes are 0001, 0002, …, with these letters (0: no ToUnicode entry) and advances
  // in thousandths of the em.
  struct Code {
    char32_t letter = 0;
    int advance = 600;
  };
  std::string font(const std::vector<Code>& codes);

  [[nodiscard]] std::filesystem::path path();

 private:
  std::filesystem::path path_;
  QPDF document_;
};

// The file again after `change`, under another name.
[[nodiscard]] std::filesystem::path changed_pdf(const std::filesystem::path& path, const std::string& name,
                                                const std::function<void(QPDF&)>& change);
// A file to hang on a PDF, as its list of embedded files has it.
struct ToAttach {
  std::string name;
  std::string bytes;
};

// The file with others attached, in this order; two may have one name.
[[nodiscard]] std::filesystem::path with_attached(const std::filesystem::path& path, const std::string& name,
                                                  const std::vector<ToAttach>& files);

// Locked with this user password; "" leaves only an owner password.
[[nodiscard]] std::filesystem::path locked_pdf(const std::filesystem::path& path, const std::string& name,
                                               const std::string& user_password);

}  // namespace prongsai::testing
