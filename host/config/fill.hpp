// SPDX-License-Identifier: Apache-2.0
// Fill: a configuration as its schema wants it: typed, with defaults, with paths expanded.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "config/folders.hpp"
#include "support/document.hpp"

namespace mailcomb::config {

// What is configured, in messages: "rule type 'match'" and its "parameter"s, or a file and its
// "key"s.
struct Subject {
  std::string name;
  std::string part = "parameter";
};

class Fill {
 public:
  using Path = std::vector<std::string>;

  // What it is given by reference must outlive it.
  Fill(Subject subject, const Folders& folders, const nlohmann::json& schema, Errors& errors)
      : what_(std::move(subject.name)),
        part_(std::move(subject.part)),
        folders_(folders),
        root_(schema),
        errors_(errors) {}

  // Unknown and missing keys and texts that YAML misread are told here; the rest is for validation.
  nlohmann::json fill(const Node& node);

  // The schema of a part, and whether an error about it has been told.
  const nlohmann::json& schema_at(const Path& path) const;
  bool is_told(const Path& path) const { return told_.count(path) > 0; }

 private:
  const nlohmann::json& resolved(const nlohmann::json& schema) const;
  const nlohmann::json& schema_of(const nlohmann::json& schema, const std::string& key) const;
  nlohmann::json fill(const Node& node, const nlohmann::json& schema, const Path& path);
  nlohmann::json fill_list(const Node& node, const nlohmann::json& schema, const Path& path);
  nlohmann::json fill_map(const Node& node, const nlohmann::json& schema, const Path& path);
  nlohmann::json fill_scalar(const Node& node, const nlohmann::json& schema, const Path& path);
  nlohmann::json placed(const Node& node, const nlohmann::json& schema, const Path& path);
  void add_defaults(nlohmann::json& map, const Node& node, const nlohmann::json& schema,
                    const Path& path);
  void refuse(const Path& path, const Mark& mark, std::string message, std::string hint = {});
  void refuse_unknown(const Node::Member& member, const nlohmann::json& schema, const Path& path);

  std::string what_;
  std::string part_;
  const Folders& folders_;
  const nlohmann::json& root_;
  Errors& errors_;
  std::set<Path> told_;
};

// "'days'", "'limits.trash'", "item 2 of 'from'".
std::string name_of(const Fill::Path& path);

}  // namespace mailcomb::config
