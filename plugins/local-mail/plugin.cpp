// SPDX-License-Identifier: Apache-2.0
#include "mailcomb/plugin.hpp"

#include "maildir/provider.hpp"
#include "mbox/provider.hpp"

MAILCOMB_PLUGIN("local-mail", "0.1.0", plugin) {
  plugin
      .provider<mailcomb::local_mail::Maildir>("maildir", "A Maildir or Maildir++ on this machine")
      .path("path", "the directory that holds cur, new and tmp")
      .property("labels", R"({"enum":["none","headers"],"default":"none","title":"headers: labels )"
                          R"(and categories by X-Gmail-Labels, which Google Takeout writes"})")
      .argument("path");
  plugin
      .provider<mailcomb::local_mail::Mbox>("mbox",
                                            "An mbox file, also of a Google Takeout; only read")
      .path("path", "the file")
      .property("labels", R"({"enum":["auto","headers","none"],"default":"auto","title":"labels, )"
                          R"(categories and places by the headers of Gmail: auto, if it begins )"
                          R"(with them"})")
      .argument("path");
}
