// SPDX-License-Identifier: Apache-2.0
#include "mail/gmime.hpp"

namespace mailcomb::local_mail {
namespace {

GMimeParserOptions* make_options() {
  static const char* charsets[] = {"utf-8", "windows-1252", "iso-8859-1", nullptr};
  g_mime_init();
  GMimeParserOptions* options = g_mime_parser_options_new();
  g_mime_parser_options_set_fallback_charsets(options, charsets);
  return options;
}

}  // namespace

GMimeParserOptions* gmime_options() {
  static GMimeParserOptions* const options = make_options();
  return options;
}

}  // namespace mailcomb::local_mail
