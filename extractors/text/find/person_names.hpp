// Names of persons in Thai text, known by the title before them (นาย Mr, นาง Mrs, พ.ต.อ. police colonel, นายแพทย์ doctor
// …). For datasets that leave the house without them. A name without a title is not found.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

// Bytes from `begin` to before `end`.
struct NameSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

class PersonNames {
 public:
  // `file`: words that are no titles or no names (data/export/person_names.yaml). Throws std::runtime_error with file
  // and line, or with the file where there are too many words.
  explicit PersonNames(const std::filesystem::path& file);
  ~PersonNames();
  PersonNames(PersonNames&&) noexcept;
  PersonNames& operator=(PersonNames&&) noexcept;

  // Given name and surname after a title, without the title; over line ends, too. In order, apart from each other.
  [[nodiscard]] std::vector<NameSpan> find(std::string_view text) const;

  // The same as [ชื่อบุคคล] ("name of a person"); titles stay.
  [[nodiscard]] std::string mask(std::string_view text) const;

 private:
  struct Words;
  std::unique_ptr<Words> words_;
};

}  // namespace prongsai::text
