// SPDX-License-Identifier: Apache-2.0
#include "plugin/store_backup.hpp"

#include "plugin/utf8.hpp"

namespace mailcomb::plugin {

using sdk::Value;

std::optional<mailcomb_store_backup> find_backup(const mailcomb_store_type& functions) {
  if (!functions.extension) return {};
  const void* found = functions.extension(sdk::slice(MAILCOMB_STORE_BACKUP_ID));
  if (!found) return {};
  const auto backup = read_struct<mailcomb_store_backup>(found);
  if (!backup.backup || !backup.stage || !backup.swap || !backup.discard) return {};
  return backup;
}

tl::unexpected<Error> no_backup(std::string_view component) {
  return fail(Fault::kInvalid, std::string(component) + " makes no backups",
              "use the tools of that database");
}

Result<StoreBackup> StoreBackup::find(const Component& component, Value config) {
  Caller caller(component);
  const auto functions = find_backup(read_struct<mailcomb_store_type>(component.functions));
  if (!functions) return no_backup(caller.name());
  return StoreBackup(std::move(caller), *functions, std::move(config));
}

Result<StagedStore> StoreBackup::stage(std::string_view file) const {
  const sdk::FlatValue flat(config_);
  const auto abi = flat.abi();
  const auto value = caller_.call_for_value("stage", [&](const auto* call, const auto* to) {
    return functions_.stage(call, &abi, sdk::slice(file), to);
  });
  if (!value) return tl::unexpected(value.error());
  const auto* config = value->find("config");
  const auto* replaces = value->find("replaces");
  if (!config || !config->is(Value::Kind::kMap) || !replaces || !replaces->is(Value::Kind::kBool))
    return tl::unexpected(caller_.bug("stage", "it did not say what it made"));
  return StagedStore{*config, replaces->boolean()};
}

Result<std::string> StoreBackup::swap(const StagedStore& staged) const {
  const sdk::FlatValue flat(config_), staged_flat(staged.config);
  const auto abi = flat.abi(), staged_abi = staged_flat.abi();
  const auto aside = caller_.call_for_value("swap", [&](const auto* call, const auto* to) {
    return functions_.swap(call, &abi, &staged_abi, to);
  });
  if (!aside) return tl::unexpected(aside.error());
  return printable(aside->text());
}

Result<void> StoreBackup::discard(const StagedStore& staged) const {
  const sdk::FlatValue flat(staged.config);
  const auto abi = flat.abi();
  return caller_.call("discard",
                      [&](const mailcomb_call* call) { return functions_.discard(call, &abi); });
}

}  // namespace mailcomb::plugin
