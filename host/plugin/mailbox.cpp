// SPDX-License-Identifier: Apache-2.0
#include "plugin/mailbox.hpp"

#include <algorithm>
#include <unordered_set>

#include "plugin/request.hpp"

namespace mailcomb::plugin {

using sdk::Value;

Result<Mailbox> Mailbox::open(const Component& component, const Value& config, StopAsked stop) {
  auto opened = std::make_shared<OpenMailbox>(Caller(component, std::move(stop)),
                                              read_struct<mailcomb_provider>(component.functions));
  const sdk::FlatValue flat(config);
  const mailcomb_value abi = flat.abi();
  const auto called = opened->caller.call("open", [&](const mailcomb_call* call) {
    return opened->functions.open(call, &abi, &opened->handle);
  });
  if (!called) return tl::unexpected(called.error());
  if (!opened->handle) return tl::unexpected(opened->caller.bug("open", "it gave no mailbox"));
  Mailbox mailbox(std::move(opened));
  if (const auto described = mailbox.describe(); !described)
    return tl::unexpected(described.error());
  mailbox.find_lock();
  return mailbox;
}

Result<void> Mailbox::describe() {
  const Caller& caller = open_->caller;
  const auto value = caller.call_for_value("describe", [&](const auto* call, const auto* to) {
    return open_->functions.describe(open_->handle, call, to);
  });
  if (!value) return tl::unexpected(value.error());
  auto description = read_mailbox_description(*value);
  if (!description) return tl::unexpected(caller.bug("describe", description.error().message));
  if (!open_->functions.apply && !description->actions.empty())
    return tl::unexpected(caller.bug("describe", "it has 'actions' but no apply"));
  description_ = std::move(*description);
  return {};
}

void Mailbox::find_lock() {
  if (!open_->functions.extension) return;
  const void* found = open_->functions.extension(sdk::slice(MAILCOMB_MAILBOX_LOCK_ID));
  if (!found) return;
  lock_ = read_struct<mailcomb_mailbox_lock>(found);
  if (!lock_.unlock) lock_.lock = nullptr;
}

Result<sdk::ScanPlan> Mailbox::plan_scan(const std::vector<std::string>& columns,
                                         const std::optional<Value>& filter) {
  const ScanRequest request(columns, filter);
  mailcomb_scan_plan plan{};
  plan.struct_size = sizeof plan;
  const auto called = open_->caller.call("plan_scan", [&](const mailcomb_call* call) {
    return open_->functions.plan_scan(open_->handle, call, request.abi(), &plan);
  });
  if (!called) return tl::unexpected(called.error());
  if (plan.search > MAILCOMB_SEARCH_EXACT) plan.search = MAILCOMB_SEARCH_NONE;
  return sdk::ScanPlan{plan.search, std::max<std::int64_t>(plan.cost, 0)};
}

Result<Scan> Mailbox::open_scan(const std::vector<std::string>& columns,
                                const std::optional<Value>& filter) {
  auto specs = column_specs(columns);
  if (!specs) return tl::unexpected(specs.error());
  const ScanRequest request(columns, filter);
  mailcomb_scan* scan = nullptr;
  const auto called = open_->caller.call("scan_open", [&](const mailcomb_call* call) {
    return open_->functions.scan_open(open_->handle, call, request.abi(), &scan);
  });
  if (!called) return tl::unexpected(called.error());
  if (!scan) return tl::unexpected(open_->caller.bug("scan_open", "it gave no scan"));
  return Scan(open_, scan, std::move(*specs));
}

Result<Observation> Mailbox::observe(const std::vector<std::string>& ids,
                                     std::vector<std::string> columns) {
  if (std::find(columns.begin(), columns.end(), "id") == columns.end())
    columns.insert(columns.begin(), "id");
  auto specs = column_specs(columns);
  if (!specs) return tl::unexpected(specs.error());
  const auto id_slices = slices(ids), column_slices = slices(columns);
  BatchBuilder rows(std::move(*specs));
  const Caller caller = open_->caller.unstoppable();
  const auto called = caller.call_for_rows("observe", rows, [&](const auto* call, const auto* to) {
    return open_->functions.observe(open_->handle, call, id_slices.data(), id_slices.size(),
                                    column_slices.data(),
                                    static_cast<std::uint32_t>(column_slices.size()), to);
  });
  if (!called) return tl::unexpected(called.error());
  std::vector<Skip> skips = rows.skips();
  Batch batch = rows.finish();
  std::unordered_set<std::string_view> unanswered(ids.begin(), ids.end());
  for (std::uint32_t row = 0; row < batch.row_count(); ++row)
    if (unanswered.erase(batch.row(row).text("id").value_or("")) == 0)
      return tl::unexpected(
          caller.bug("observe", "a row is for a message not asked for, or asked for once"));
  return Observation{std::move(batch), std::move(skips)};
}

Result<Value> Mailbox::prepare(const std::vector<std::string>& actions) {
  if (!open_->functions.prepare) return Value();
  const auto action_slices = slices(actions);
  return open_->caller.call_for_value("prepare", [&](const auto* call, const auto* to) {
    return open_->functions.prepare(open_->handle, call, action_slices.data(), action_slices.size(),
                                    to);
  });
}

Result<void> Mailbox::retire(const Value& creations) {
  if (!open_->functions.retire) return {};
  const sdk::FlatValue flat(creations);
  const mailcomb_value abi = flat.abi();
  return open_->caller.call("retire", [&](const mailcomb_call* call) {
    return open_->functions.retire(open_->handle, call, &abi);
  });
}

Result<void> Mailbox::lock() {
  if (!has_lock()) return fail(Fault::kInvalid, open_->caller.name() + " has no lock");
  return open_->caller.call(
      "lock", [&](const mailcomb_call* call) { return lock_.lock(open_->handle, call); });
}

void Mailbox::unlock() {
  if (has_lock()) lock_.unlock(open_->handle);
}

}  // namespace mailcomb::plugin
