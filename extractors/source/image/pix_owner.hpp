// Leptonica images that are let go by themselves. For this library only.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace prongsai::source {

struct PixDestroyer {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};

using PixOwner = std::unique_ptr<Pix, PixDestroyer>;

}  // namespace prongsai::source
