// SPDX-License-Identifier: Apache-2.0
#include "config/composition_parts.hpp"

namespace mailcomb::config {

void read_telemetry(const Node& node, const Folders& folders, Composition& composition) {
  if (const Node* metrics = node.find("metrics"))
    composition.metrics = {text_of(*metrics, "listen"), text_of(*metrics, "pushgateway"),
                           path_of(*metrics, "textfile", folders)};
  if (const Node* log = node.find("log"))
    composition.log = {text_of(*log, "level"), text_of(*log, "format"),
                       path_of(*log, "file", folders)};
}

}  // namespace mailcomb::config
