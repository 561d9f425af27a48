// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the integer LSTM of a Debian language model back into a float one, so
// that lstmtraining can go on from it:
//
//   combine_tessdata -e Thai.traineddata Thai.lstm
//   float_model Thai.lstm Thai_float.lstm
//
// An integer weight matrix holds one scale a row; weight = integer * scale.
// The rounding lost (1/254 of a row's largest weight) trains away at once.
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr uint8_t kInt8 = 1, kDouble = 128;  // weight matrix modes
constexpr int32_t kLayerSpecificRates = 64;  // network flag
constexpr int32_t kIntMode = 1;              // recogniser flag
constexpr size_t kStaticShapeBytes = 5 * 4;  // shape of the input

class Converter {
 public:
  explicit Converter(std::vector<char> in) : in_(std::move(in)) {}

  std::vector<char> convert() {
    network();
    copy_string();  // the network's specification
    const auto flags = peek<int32_t>();
    put(flags & ~kIntMode);
    at_ += sizeof flags;
    copy(in_.size() - at_);  // iterations, rates
    return std::move(out_);
  }

 private:
  template <class T>
  T peek(size_t offset = 0) const {
    if (at_ + offset + sizeof(T) > in_.size()) throw std::runtime_error("unexpected end of file");
    T v;
    std::memcpy(&v, in_.data() + at_ + offset, sizeof v);
    return v;
  }
  void copy(size_t n) {
    if (at_ + n > in_.size()) throw std::runtime_error("unexpected end of file");
    out_.insert(out_.end(), in_.begin() + static_cast<long>(at_), in_.begin() + static_cast<long>(at_ + n));
    at_ += n;
  }
  template <class T>
  T copy_value() {
    const T v = peek<T>();
    copy(sizeof(T));
    return v;
  }
  template <class T>
  void put(T v) {
    const char* p = reinterpret_cast<const char*>(&v);
    out_.insert(out_.end(), p, p + sizeof v);
  }
  std::string copy_string() {
    const auto n = copy_value<uint32_t>();
    const std::string s(in_.data() + at_, n);
    copy(n);
    return s;
  }

  void weights() {
    const auto mode = peek<uint8_t>();
    if (!(mode & kInt8) || !(mode & kDouble)) throw std::runtime_error("not an integer model");
    const auto rows = peek<uint32_t>(1), columns = peek<uint32_t>(5);
    const size_t cells = at_ + 1 + 4 + 4 + 1;  // mode, sizes, the empty cell
    const size_t scales = cells + size_t{rows} * columns + 4;
    put<uint8_t>(static_cast<uint8_t>(mode & ~kInt8));
    put(rows);
    put(columns);
    put(0.0);
    at_ = scales - 4;
    const auto scale_count = peek<uint32_t>();
    if (scale_count < rows) throw std::runtime_error("scales are missing");
    for (uint32_t r = 0; r < rows; ++r) {
      double scale;
      std::memcpy(&scale, in_.data() + scales + r * sizeof scale, sizeof scale);
      for (uint32_t c = 0; c < columns; ++c) put(scale * static_cast<int8_t>(in_[cells + size_t{r} * columns + c]));
    }
    at_ = scales + size_t{scale_count} * sizeof(double);
  }

  void network() {
    copy(1);  // type by name follows
    const std::string type = copy_string();
    copy(1 + 1);  // training state, whether to propagate back
    const auto flags = copy_value<int32_t>();
    copy(3 * 4);  // inputs, outputs, weights
    copy_string();
    if (type == "Input") {
      copy(kStaticShapeBytes);
    } else if (type == "Convolve" || type == "Maxpool" || type == "Reconfig") {
      copy(2 * 4);
    } else if (type == "LSTM" || type == "SummLSTM") {
      copy(4);
      for (int gate = 0; gate < 4; ++gate) weights();
    } else if (type == "Series" || type == "Parallel" || type.find("Transpose") != std::string::npos ||
               type.find("Reversed") != std::string::npos) {
      for (auto n = copy_value<uint32_t>(); n > 0; --n) network();
      if (flags & kLayerSpecificRates) copy(copy_value<uint32_t>() * sizeof(float));
    } else if (type == "Tanh" || type == "Softmax" || type == "Relu" || type == "Logistic" || type == "Linear") {
      weights();
    } else {
      throw std::runtime_error("layer type " + type + " is not known");
    }
  }

  std::vector<char> in_, out_;
  size_t at_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: float_model INTEGER.lstm FLOAT.lstm\n";
    return 2;
  }
  try {
    std::ifstream in(argv[1], std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
    const std::vector<char> out = Converter(bytes).convert();
    std::ofstream(argv[2], std::ios::binary).write(out.data(), static_cast<std::streamsize>(out.size()));
  } catch (const std::exception& e) {
    std::cerr << argv[1] << ": " << e.what() << '\n';
    return 1;
  }
  return 0;
}
