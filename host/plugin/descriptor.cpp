// SPDX-License-Identifier: Apache-2.0
#include "plugin/descriptor.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mailcomb/text.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

constexpr std::uint64_t kTextMax = 1 << 20;
constexpr std::uint32_t kComponentsMax = 1000;

// The sizes of ABI 1.0; a newer minor only appends.
constexpr std::uint32_t kPluginSize = 56;
constexpr std::uint32_t kComponentSize = 80;
static_assert(sizeof(mailcomb_plugin) == kPluginSize);
static_assert(sizeof(mailcomb_component) == kComponentSize);

tl::unexpected<Error> broken(const std::string& what) {
  return fail(Fault::kInvalid, what, "this is a bug of the plugin; tell its author");
}

bool is_readable(mailcomb_str text) {
  return (text.data != nullptr || text.size == 0) && text.size <= kTextMax &&
         is_utf8(sdk::view(text));
}

// [a-z] and then [a-z0-9] or one of `others`.
bool is_name(std::string_view name, std::string_view others) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && is_lower(name[0]) && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_lower(c) || (c >= '0' && c <= '9') || others.find(c) != others.npos;
  });
}

// MAJOR.MINOR.PATCH of Semantic Versioning; what follows may be anything printable.
bool is_version(std::string_view version) {
  for (int part = 0; part < 3; ++part) {
    const auto digits = std::min(version.find_first_not_of("0123456789"), version.size());
    if (digits == 0) return false;
    version.remove_prefix(digits);
    if (part == 2) return version.empty() || version[0] == '-' || version[0] == '+';
    if (!version.starts_with('.')) return false;
    version.remove_prefix(1);
  }
  return false;
}

Result<void> check_schema(std::string_view name, const mailcomb_component& component) {
  const auto schema = nlohmann::json::parse(sdk::view(component.schema), nullptr, false);
  if (!schema.is_object())
    return broken("the schema of component '" + std::string(name) + "' is not a JSON object");
  const std::string argument(sdk::view(component.argument));
  if (argument.empty()) return {};
  const auto properties = schema.find("properties");
  if (properties == schema.end() || !properties->contains(argument))
    return broken("the schema of component '" + std::string(name) + "' has no property '" +
                  printable(argument) + "', which its argument names");
  return {};
}

Result<void> check_functions(std::string_view name, const mailcomb_component& component) {
  const auto fails = [&](std::string_view what) {
    return broken("component '" + std::string(name) + "' " + std::string(what));
  };
  if (!component.functions) return fails("has no functions");
  const auto missing = missing_slot(static_cast<Kind>(component.kind), component.functions);
  if (!missing.empty()) return fails("lacks the function " + std::string(missing));
  return {};
}

Result<Component> read_component(std::uint32_t number, const mailcomb_component& component) {
  const std::string place = "component number " + std::to_string(number);
  if (component.struct_size < kComponentSize)
    return broken("the descriptor of " + place + " has " + std::to_string(component.struct_size) +
                  " bytes, and not " + std::to_string(kComponentSize));
  if (component.kind < MAILCOMB_KIND_PROVIDER || component.kind > MAILCOMB_KIND_STORE)
    return broken(place + " is of kind " + std::to_string(component.kind) +
                  ", which is no provider, rule type or store");
  if (!is_readable(component.name) || !is_name(sdk::view(component.name), "_."))
    return broken("the name of " + place + " is not of the form [a-z][a-z0-9_.]*");
  const std::string name(sdk::view(component.name));
  for (const mailcomb_str& text : {component.title, component.schema, component.argument})
    if (!is_readable(text)) return broken("component '" + name + "' has a text that is not UTF-8");
  if (const auto checked = check_schema(name, component); !checked)
    return tl::unexpected(checked.error());
  if (const auto checked = check_functions(name, component); !checked)
    return tl::unexpected(checked.error());
  Component read;
  read.info.kind = static_cast<Kind>(component.kind);
  read.info.name = name;
  read.info.title = printable(sdk::view(component.title));
  read.info.schema = sdk::view(component.schema);
  read.info.argument = sdk::view(component.argument);
  read.functions = component.functions;
  return read;
}

// The header; its components are not looked at.
Result<Descriptor> read_header(const mailcomb_plugin& plugin) {
  if (plugin.struct_size < kPluginSize)
    return broken("the plugin's descriptor has " + std::to_string(plugin.struct_size) +
                  " bytes, and not " + std::to_string(kPluginSize));
  if (plugin.abi_major != MAILCOMB_ABI_MAJOR)
    return fail(Fault::kInvalid,
                "the plugin was built for plugin ABI " + std::to_string(plugin.abi_major) +
                    ", and this mailcomb has " + std::to_string(MAILCOMB_ABI_MAJOR),
                "install the build of the plugin for ABI " + std::to_string(MAILCOMB_ABI_MAJOR));
  if (!is_readable(plugin.name) || !is_name(sdk::view(plugin.name), "-"))
    return broken("the plugin's name is not of the form [a-z][a-z0-9-]*");
  if (!is_readable(plugin.version) || !is_version(sdk::view(plugin.version)))
    return broken("the plugin's version is not of the form MAJOR.MINOR.PATCH");
  if (plugin.component_count == 0 || plugin.component_count > kComponentsMax)
    return broken("the plugin has " + std::to_string(plugin.component_count) +
                  " components, and not 1 to " + std::to_string(kComponentsMax));
  if (!plugin.components || plugin.component_stride < kComponentSize ||
      plugin.component_stride % alignof(mailcomb_component) != 0)
    return broken("the plugin's list of components cannot be read");
  return Descriptor{std::string(sdk::view(plugin.name)),
                    printable(sdk::view(plugin.version)),
                    plugin.abi_major,
                    plugin.abi_minor,
                    {}};
}

}  // namespace

Result<Descriptor> read_descriptor(const mailcomb_plugin* plugin) {
  const auto header = read_struct<mailcomb_plugin>(plugin);
  auto read = read_header(header);
  if (!read) return read;
  const auto* at = reinterpret_cast<const std::byte*>(header.components);
  for (std::uint32_t i = 0; i < header.component_count; ++i, at += header.component_stride) {
    auto component = read_component(i + 1, read_struct<mailcomb_component>(at));
    if (!component) return tl::unexpected(component.error());
    for (const Component& other : read->components)
      if (other.info.kind == component->info.kind && other.info.name == component->info.name)
        return broken("the plugin has two components of the name '" + other.info.name + "'");
    component->info.plugin = read->plugin;
    component->info.plugin_version = read->version;
    read->components.push_back(std::move(*component));
  }
  return read;
}

}  // namespace mailcomb::plugin
