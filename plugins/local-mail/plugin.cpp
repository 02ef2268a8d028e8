// SPDX-License-Identifier: Apache-2.0
#include "mailcomb/plugin.hpp"

#include "maildir/provider.hpp"

MAILCOMB_PLUGIN("local-mail", "0.1.0", plugin) {
  plugin
      .provider<mailcomb::local_mail::Maildir>("maildir", "A Maildir or Maildir++ on this machine")
      .path("path", "the directory that holds cur, new and tmp")
      .property("labels", R"({"enum":["none","headers"],"default":"none","title":"headers: labels )"
                          R"(and categories by X-Gmail-Labels, which Google Takeout writes"})")
      .argument("path");
}
