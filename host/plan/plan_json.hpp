// SPDX-License-Identifier: Apache-2.0
// A plan as JSON, by the keys of the command line's contract; saved plans use the same lines.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace mailcomb::plan {

// What a plan was made for; apply refuses anything else.
struct Binding {
  struct Plugin {
    std::string name;
    std::string version;
    std::string sha256;
    bool operator==(const Plugin&) const = default;
  };
  std::string plan_id;
  Time created_at;
  std::string policy;            // Its name.
  std::string policy_digest;     // SHA-256 of the resolved policy.
  std::string protected_digest;  // Of the protected senders; empty: there are none.
  std::string policy_reference;  // What --policy said: a name or a file.
  std::string provider;
  std::string account;
  std::string mailbox_reference;  // What --mailbox takes to open it again.
  std::vector<Plugin> plugins;    // Of every rule type used, sorted by name.
};

// {plan_id, created_at, now, policy, mailbox, plugins, totals, rules, guards}
nlohmann::ordered_json header_json(const Plan& plan, const Binding& binding);

// {message_id, thread_id, actions, prior, subject?, from?, received_at?, size_bytes?}
nlohmann::ordered_json change_json(const Plan& plan, const Change& change);

// The other way; empty if the JSON is of another shape. Rules and reasons are found or added in
// `plan`.
std::optional<Binding> read_header(const nlohmann::ordered_json& json, Plan& plan);
bool read_change(const nlohmann::ordered_json& json, Plan& plan);

}  // namespace mailcomb::plan
