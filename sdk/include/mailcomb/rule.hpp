// SPDX-License-Identifier: Apache-2.0
// A rule type as a C++ class. It is made from its configuration and has at least one of
//     Value filter() const;                       exact, unless it judges messages as well
//     Verdict evaluate(const Row& row) const;     for one message at a time
//     Verdict observe(const Row& row);            for those that have to see everything first:
//     void finish(FinalVerdicts& verdicts);       answers where observe gave later()
// and, if it wants,
//     std::vector<std::string> columns() const;   what evaluate or observe reads
//     Value then() const;                         default actions, as in policies
//     Value filters() const;                      a map; its values arrive as columns filter:<name>
//     bool conversations() const;                 whether finish asks for conversations
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "mailcomb/abi/rule.h"
#include "mailcomb/batch.hpp"
#include "mailcomb/config.hpp"
#include "mailcomb/failure.hpp"
#include "mailcomb/verdict.hpp"

namespace mailcomb::sdk {

// A rule type that is one function of its configuration and a row, without a class of its own.
template <class Evaluate>
class RowRule {
  static_assert(std::is_empty_v<Evaluate>, "a rule's function captures nothing");

 public:
  static inline std::vector<std::string> reads;  // Set once, by the plugin's description.

  explicit RowRule(Config with) : with_(std::move(with)) {}
  std::vector<std::string> columns() const { return reads; }
  Verdict evaluate(const Row& row) const { return Evaluate()(with_, row); }

 private:
  Config with_;
};

namespace detail {

template <class T>
struct RuleFunctions {
  static T* self(mailcomb_rule* rule) { return reinterpret_cast<T*>(rule); }

  static mailcomb_status create(const mailcomb_call* call, const mailcomb_value* config,
                                mailcomb_rule** rule) noexcept {
    return guard(call,
                 [&] { *rule = reinterpret_cast<mailcomb_rule*>(new T(read_config(config))); });
  }

  static void destroy(mailcomb_rule* rule) noexcept { delete self(rule); }

  static mailcomb_status describe(mailcomb_rule* rule, const mailcomb_call* call,
                                  const mailcomb_value_builder* description) noexcept {
    return guard(call, [&] {
      auto map = Value::map();
      if constexpr (requires(T t) { t.columns(); }) {
        auto columns = Value::list();
        for (const std::string& column : self(rule)->columns()) columns.push(column);
        map.set("columns", std::move(columns));
      }
      if constexpr (requires(T t) { t.then(); }) map.set("then", self(rule)->then());
      if constexpr (requires(T t) { t.conversations(); })
        map.set("conversations", self(rule)->conversations());
      if constexpr (requires(T t) { t.filters(); }) map.set("filters", self(rule)->filters());
      expect_ok(write_value(*description, map));
    });
  }

  static mailcomb_status filter(mailcomb_rule* rule, const mailcomb_call* call,
                                const mailcomb_value_builder* filter) noexcept {
    return guard(call, [&] { expect_ok(write_value(*filter, self(rule)->filter())); });
  }

  static Verdict judge(mailcomb_rule* rule, const Row& row) {
    if constexpr (kFinishes)
      return self(rule)->observe(row);
    else
      return self(rule)->evaluate(row);
  }

  static mailcomb_status evaluate(mailcomb_rule* rule, const mailcomb_call* call,
                                  const mailcomb_batch* batch,
                                  const mailcomb_verdicts* verdicts) noexcept {
    return guard(call, [&] {
      auto* items = reinterpret_cast<std::uint8_t*>(verdicts->items);
      for (std::uint32_t row = 0; row < batch->row_count; ++row)
        *reinterpret_cast<Verdict*>(items + std::size_t{row} * verdicts->stride) =
            judge(rule, Row(batch, row));
    });
  }

  static mailcomb_status finish(mailcomb_rule* rule, const mailcomb_call* call,
                                const mailcomb_final_verdicts* to) noexcept {
    return guard(call, [&] {
      FinalVerdicts verdicts(to);
      self(rule)->finish(verdicts);
    });
  }

  static constexpr bool kFilters = requires(const T t) { t.filter(); };
  static constexpr bool kEvaluates = requires(const T t, const Row row) { t.evaluate(row); };
  static constexpr bool kFinishes = requires(T t, const Row row, FinalVerdicts verdicts) {
    t.observe(row);
    t.finish(verdicts);
  };
  static_assert(kFilters || kEvaluates || kFinishes,
                "a rule type has filter(), evaluate(row), or observe(row) and finish(verdicts)");
  static_assert(!(kEvaluates && kFinishes),
                "a rule type that finishes observes; it does not evaluate");

  static mailcomb_rule_type table() {
    mailcomb_rule_type type{};
    type.struct_size = sizeof type;
    type.create = create;
    type.destroy = destroy;
    type.describe = describe;
    if constexpr (kFilters) type.filter = filter;
    if constexpr (kEvaluates || kFinishes) type.evaluate = evaluate;
    if constexpr (kFinishes) type.finish = finish;
    return type;
  }
};

}  // namespace detail
}  // namespace mailcomb::sdk
