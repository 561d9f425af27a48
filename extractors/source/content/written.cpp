#include "extractors/source/content/written.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

namespace prongsai::source {

std::string written(QPDF& document) {
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setPreserveEncryption(false);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace prongsai::source
