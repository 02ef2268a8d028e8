// SPDX-License-Identifier: Apache-2.0
// A provider as a C++ class: made from its configuration (which opens the mailbox), with
//     Value describe();
//     std::unique_ptr<Scan> scan(std::span<const std::string> columns, const Value* filter);
//         Scan: void next(const Call&, RowWriter&, std::uint64_t rows_max)
//               and, if it can, ScanProgress progress() const noexcept     (scan_progress.h)
//     void observe(const Call&, std::span<const mailcomb_str> ids,
//                  std::span<const std::string> columns, RowWriter&);
// and, if it changes mail,
//     void apply(const Call&, std::span<const mailcomb_change>, Outcomes&);
//     Value prepare(std::span<const mailcomb_str> actions);  void retire(const Value& creations);
// and, if it can,
//     ScanPlan plan_scan(std::span<const std::string> columns, const Value* filter);
//     void lock();  void unlock() noexcept;     (mailbox_lock.h)
//     std::string changes_since(std::string_view cursor, RowWriter&);
// What each must do stands in abi/provider.h.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mailcomb/abi/mailbox_lock.h"
#include "mailcomb/abi/provider.h"
#include "mailcomb/abi/scan_progress.h"
#include "mailcomb/config.hpp"
#include "mailcomb/failure.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::sdk {

struct ScanPlan {
  std::uint32_t search = MAILCOMB_SEARCH_NONE;
  std::int64_t cost = 0;
};

// A total of 0 is unknown.
struct ScanProgress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

// What became of each change of an apply.
class Outcomes {
 public:
  explicit Outcomes(const mailcomb_outcomes* outcomes) : outcomes_(outcomes) {}
  void done(std::size_t change) { set(change, MAILCOMB_CHANGE_DONE, {}); }
  void gone(std::size_t change) { set(change, MAILCOMB_CHANGE_GONE, {}); }
  void failed(std::size_t change, std::string_view why) {
    set(change, MAILCOMB_CHANGE_FAILED, why);
  }

 private:
  void set(std::size_t change, std::uint32_t outcome, std::string_view detail) {
    outcomes_->set(outcomes_->context, change, outcome, slice(detail));
  }
  const mailcomb_outcomes* outcomes_;
};

namespace detail {

inline std::vector<std::string> read_names(const mailcomb_str* names, std::size_t count) {
  std::vector<std::string> read;
  read.reserve(count);
  for (std::size_t i = 0; i < count; ++i) read.emplace_back(view(names[i]));
  return read;
}

inline std::optional<Value> read_optional(const mailcomb_value* value) {
  if (!value) return {};
  return read_config(value);
}

template <class T>
struct ProviderFunctions {
  using Scan = typename T::Scan;
  static T* self(mailcomb_mailbox* mailbox) { return reinterpret_cast<T*>(mailbox); }

  static mailcomb_status open(const mailcomb_call* call, const mailcomb_value* config,
                              mailcomb_mailbox** mailbox) noexcept {
    return guard(
        call, [&] { *mailbox = reinterpret_cast<mailcomb_mailbox*>(new T(read_config(config))); });
  }

  static void close(mailcomb_mailbox* mailbox) noexcept { delete self(mailbox); }

  static mailcomb_status describe(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                  const mailcomb_value_builder* description) noexcept {
    return guard(call, [&] { expect_ok(write_value(*description, self(mailbox)->describe())); });
  }

  static mailcomb_status plan_scan(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                   const mailcomb_scan_request* request,
                                   mailcomb_scan_plan* plan) noexcept {
    return guard(call, [&] {
      ScanPlan answer;
      if constexpr (requires(T t) { t.plan_scan({}, nullptr); }) {
        const auto columns = read_names(request->columns, request->column_count);
        const auto filter = read_optional(request->filter);
        answer = self(mailbox)->plan_scan(columns, filter ? &*filter : nullptr);
      }
      plan->search = answer.search;
      plan->cost = answer.cost;
    });
  }

  static mailcomb_status scan_open(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                   const mailcomb_scan_request* request,
                                   mailcomb_scan** scan) noexcept {
    return guard(call, [&] {
      const auto columns = read_names(request->columns, request->column_count);
      const auto filter = read_optional(request->filter);
      std::unique_ptr<Scan> opened = self(mailbox)->scan(columns, filter ? &*filter : nullptr);
      *scan = reinterpret_cast<mailcomb_scan*>(opened.release());
    });
  }

  static mailcomb_status scan_next(mailcomb_scan* scan, const mailcomb_call* call,
                                   const mailcomb_row_writer* rows,
                                   std::uint64_t rows_max) noexcept {
    return guard(call, [&] {
      RowWriter writer(rows);
      reinterpret_cast<Scan*>(scan)->next(Call(call), writer, rows_max);
    });
  }

  static void scan_close(mailcomb_scan* scan) noexcept { delete reinterpret_cast<Scan*>(scan); }

  static mailcomb_status observe(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                 const mailcomb_str* ids, std::uint64_t id_count,
                                 const mailcomb_str* columns, std::uint32_t column_count,
                                 const mailcomb_row_writer* rows) noexcept {
    return guard(call, [&] {
      RowWriter writer(rows);
      const auto names = read_names(columns, column_count);
      self(mailbox)->observe(Call(call), std::span(ids, id_count), names, writer);
    });
  }

  static mailcomb_status prepare(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                 const mailcomb_str* actions, std::uint64_t action_count,
                                 const mailcomb_value_builder* creations) noexcept {
    return guard(call, [&] {
      expect_ok(write_value(*creations, self(mailbox)->prepare(std::span(actions, action_count))));
    });
  }

  static mailcomb_status apply(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                               const mailcomb_change* changes, std::uint64_t change_count,
                               const mailcomb_outcomes* outcomes) noexcept {
    return guard(call, [&] {
      Outcomes sink(outcomes);
      self(mailbox)->apply(Call(call), std::span(changes, change_count), sink);
    });
  }

  static mailcomb_status retire(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                const mailcomb_value* creations) noexcept {
    return guard(call, [&] { self(mailbox)->retire(read_config(creations)); });
  }

  static mailcomb_status changes_since(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                       mailcomb_str cursor, const mailcomb_row_writer* rows,
                                       const mailcomb_value_builder* next) noexcept {
    return guard(call, [&] {
      RowWriter writer(rows);
      const std::string after = self(mailbox)->changes_since(view(cursor), writer);
      expect_ok(write_value(*next, after));
    });
  }

  static mailcomb_status lock(mailcomb_mailbox* mailbox, const mailcomb_call* call) noexcept {
    return guard(call, [&] { self(mailbox)->lock(); });
  }

  static void unlock(mailcomb_mailbox* mailbox) noexcept { self(mailbox)->unlock(); }

  static void how_far(mailcomb_scan* scan, std::uint64_t* done, std::uint64_t* total) noexcept {
    const ScanProgress progress = reinterpret_cast<const Scan*>(scan)->progress();
    *done = progress.done;
    *total = progress.total;
  }

  static constexpr bool kHasLock = requires { &T::lock; };
  static constexpr bool kHasProgress = requires { &Scan::progress; };

  static const void* extension(mailcomb_str id) noexcept {
    if constexpr (kHasLock) {
      static const mailcomb_mailbox_lock kLock{sizeof(mailcomb_mailbox_lock), 0, lock, unlock};
      if (view(id) == MAILCOMB_MAILBOX_LOCK_ID) return &kLock;
    }
    if constexpr (kHasProgress) {
      static const mailcomb_scan_progress kProgress{sizeof(mailcomb_scan_progress), 0, how_far};
      if (view(id) == MAILCOMB_SCAN_PROGRESS_ID) return &kProgress;
    }
    return nullptr;
  }

  static mailcomb_provider table() {
    mailcomb_provider provider{};
    provider.struct_size = sizeof provider;
    provider.open = open;
    provider.close = close;
    provider.describe = describe;
    provider.plan_scan = plan_scan;
    provider.scan_open = scan_open;
    provider.scan_next = scan_next;
    provider.scan_close = scan_close;
    provider.observe = observe;
    if constexpr (requires { &T::apply; }) provider.apply = apply;
    if constexpr (requires { &T::prepare; }) provider.prepare = prepare;
    if constexpr (requires { &T::retire; }) provider.retire = retire;
    if constexpr (requires { &T::changes_since; }) provider.changes_since = changes_since;
    if constexpr (kHasLock || kHasProgress) provider.extension = extension;
    return provider;
  }
};

}  // namespace detail
}  // namespace mailcomb::sdk
