// SPDX-License-Identifier: Apache-2.0
// GMime for our purposes: initialised once, its objects with owners.
#pragma once

#include <gmime/gmime.h>

#include <memory>

namespace mailcomb::local_mail {

struct GFree {
  void operator()(void* memory) const { g_free(memory); }
};
struct GUnref {
  void operator()(void* object) const { g_object_unref(object); }
};
using GText = std::unique_ptr<char, GFree>;
template <class T>
using GObjectOwner = std::unique_ptr<T, GUnref>;

// How we decode: raw 8-bit text is UTF-8, else Windows-1252, else Latin 1, whatever the locale.
// Initialises GMime on the first call. Thread-safe; never freed.
GMimeParserOptions* gmime_options();

}  // namespace mailcomb::local_mail
