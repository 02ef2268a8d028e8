// SPDX-License-Identifier: Apache-2.0
// Two files of one base: no id tells them apart, so neither is ever touched.
#pragma once

#include <string>
#include <vector>

#include "maildir/listing.hpp"
#include "maildir/place_dirs.hpp"

namespace mailcomb::local_mail {

// Those that are there now: a file that is renamed while names are read may be listed twice.
std::vector<const MessageFile*> still_there(PlaceDirs& directories, const Listing& listing,
                                            const std::vector<const MessageFile*>& files);

// "is the name of 2 files, 'new/a' and 'cur/a:2,S'; none is touched"
std::string doubles_text(const Listing& listing, const std::vector<const MessageFile*>& files);

}  // namespace mailcomb::local_mail
