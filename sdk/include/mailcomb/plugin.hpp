// SPDX-License-Identifier: Apache-2.0
// The whole of a plugin in C++:
//     MAILCOMB_PLUGIN("acme", "1.0.0", plugin) {
//       plugin.rule<Reputation>("acme.reputation", "Messages from senders with a bad name")
//           .integer("below", "Percent", 0)
//           .reason("the sender's reputation is {}");
//     }
#pragma once

#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "mailcomb/abi/plugin.h"
#include "mailcomb/provider.hpp"
#include "mailcomb/rule.hpp"
#include "mailcomb/store.hpp"

namespace mailcomb::sdk {

// One component while it is being described. Every call answers the component itself.
class Component {
 public:
  Component(std::uint32_t kind, std::string_view name, std::string_view title)
      : kind_(kind), name_(name), title_(title) {}

  // Parameters of the configuration; without a fallback they are required.
  Component& integer(std::string_view name, std::string_view title, std::int64_t minimum,
                     std::optional<std::int64_t> fallback = {}) {
    schema_.integer(name, title, minimum, fallback);
    return *this;
  }
  Component& text(std::string_view name, std::string_view title,
                  std::optional<std::string_view> fallback = {}) {
    schema_.text(name, title, fallback);
    return *this;
  }
  Component& path(std::string_view name, std::string_view title, bool required = true) {
    schema_.path(name, title, required);
    return *this;
  }
  Component& property(std::string_view name, std::string_view definition, bool required = false) {
    schema_.property(name, definition, required);
    return *this;
  }
  // The parameter that ARG of TYPE:ARG fills.
  Component& argument(std::string_view name) {
    argument_ = name;
    return *this;
  }
  // Reason number 0, 1, … of a rule type; `{}` stands for the verdict's argument.
  Component& reason(std::string_view text) {
    reasons_.emplace_back(text);
    return *this;
  }

 private:
  friend class Plugin;

  mailcomb_component abi() {
    json_ = schema_.json();
    for (const auto& reason : reasons_) reason_slices_.push_back(slice(reason));
    rule_.reasons = reason_slices_.data();
    rule_.reason_count = static_cast<std::uint32_t>(reason_slices_.size());
    const void* functions = kind_ == MAILCOMB_KIND_RULE       ? static_cast<const void*>(&rule_)
                            : kind_ == MAILCOMB_KIND_PROVIDER ? static_cast<const void*>(&provider_)
                                                              : static_cast<const void*>(&store_);
    return {sizeof(mailcomb_component), kind_,    slice(name_), slice(title_), slice(json_),
            slice(argument_),           functions};
  }

  std::uint32_t kind_;
  std::string name_, title_, argument_, json_;
  ConfigSchema schema_;
  std::vector<std::string> reasons_;
  std::vector<mailcomb_str> reason_slices_;
  mailcomb_rule_type rule_{};
  mailcomb_provider provider_{};
  mailcomb_store_type store_{};
};

class Plugin {
 public:
  template <class Describe>
  Plugin(std::string_view name, std::string_view version, Describe describe)
      : name_(name), version_(version) {
    describe(*this);
    for (auto& component : components_) abi_components_.push_back(component.abi());
    abi_ = {sizeof abi_,
            MAILCOMB_ABI_MAJOR,
            MAILCOMB_ABI_MINOR,
            slice(name_),
            slice(version_),
            static_cast<std::uint32_t>(abi_components_.size()),
            sizeof(mailcomb_component),
            abi_components_.data()};
  }
  Plugin(const Plugin&) = delete;
  Plugin& operator=(const Plugin&) = delete;

  template <class T>
  Component& rule(std::string_view name, std::string_view title) {
    auto& component = components_.emplace_back(MAILCOMB_KIND_RULE, name, title);
    component.rule_ = detail::RuleFunctions<T>::table();
    return component;
  }
  // A rule type that is one function, `Verdict (const Config&, const Row&)`, over these columns.
  template <class Evaluate>
  Component& rule(std::string_view name, std::string_view title, std::vector<std::string> columns,
                  Evaluate) {
    RowRule<Evaluate>::reads = std::move(columns);
    return rule<RowRule<Evaluate>>(name, title);
  }
  template <class T>
  Component& provider(std::string_view name, std::string_view title) {
    auto& component = components_.emplace_back(MAILCOMB_KIND_PROVIDER, name, title);
    component.provider_ = detail::ProviderFunctions<T>::table();
    return component;
  }
  template <class T>
  Component& store(std::string_view name, std::string_view title) {
    auto& component = components_.emplace_back(MAILCOMB_KIND_STORE, name, title);
    component.store_ = detail::StoreFunctions<T>::table();
    return component;
  }

  const mailcomb_plugin* abi() const { return &abi_; }

 private:
  std::string name_, version_;
  std::deque<Component> components_;  // A deque: components are referred to while it grows.
  std::vector<mailcomb_component> abi_components_;
  mailcomb_plugin abi_{};
};

}  // namespace mailcomb::sdk

// Defines the entry function. The block that follows describes the components on `plugin_name`.
#define MAILCOMB_PLUGIN(name, version, plugin_name)                                         \
  static void mailcomb_describe_plugin(::mailcomb::sdk::Plugin& plugin_name);               \
  extern "C" MAILCOMB_EXPORT const mailcomb_plugin* mailcomb_plugin_entry_v1(               \
      const mailcomb_host* host) {                                                          \
    try {                                                                                   \
      static const ::mailcomb::sdk::Plugin plugin(name, version, mailcomb_describe_plugin); \
      return plugin.abi();                                                                  \
    } catch (const std::exception& error) {                                                 \
      host->log(host->context, MAILCOMB_LOG_WARNING, ::mailcomb::sdk::slice(error.what())); \
    } catch (...) {                                                                         \
      host->log(host->context, MAILCOMB_LOG_WARNING,                                        \
                ::mailcomb::sdk::slice("threw something that is no std::exception"));       \
    }                                                                                       \
    return nullptr;                                                                         \
  }                                                                                         \
  static void mailcomb_describe_plugin(::mailcomb::sdk::Plugin& plugin_name)
