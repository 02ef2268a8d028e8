// SPDX-License-Identifier: Apache-2.0
// The parts of mailcomb.yaml as values. Their shape is the schema's business (composition_schema.hpp):
// what has another one is passed over here.
#pragma once

#include "config/composition.hpp"
#include "config/folders.hpp"

namespace mailcomb::config {

// Those below `mailboxes:`.
std::vector<ComponentEntry> read_mailboxes(const Node& root);

Composition read_parts(const Node& root, const Folders& folders, Errors& errors);

Plugins read_plugins(const Node& node, const Folders& folders, Errors& errors);
Pipeline read_pipeline(const Node::Member& member, const Folders& folders, Errors& errors);
// Notes on what this version does not heed.
void note_unheeded(const Node& root, Composition& composition);
void read_telemetry(const Node& node, const Folders& folders, Composition& composition);

// The member if it is a text that says something; else null.
const Node* find_text(const Node& map, std::string_view key);
// What it says, or nothing.
std::string text_of(const Node& map, std::string_view key);
std::string path_of(const Node& map, std::string_view key, const Folders& folders);
std::optional<bool> truth_of(const Node& map, std::string_view key);

// The texts of a list.
std::vector<const Node*> texts_of(const Node& map, std::string_view key);

// What somebody may be called: letters, digits, - and _.
void check_name(const Node::Member& member, const std::string& what, Errors& errors);

}  // namespace mailcomb::config
