// SPDX-License-Identifier: Apache-2.0
// Batch: rows in one block of memory, in the layout of abi/batch.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "mailcomb/abi/batch.h"
#include "mailcomb/batch.hpp"

namespace mailcomb::plugin {

// Owns its block. Made by BatchBuilder; what the rows answer borrows from the batch.
class Batch {
 public:
  // `block` begins with a mailcomb_batch.
  explicit Batch(std::unique_ptr<std::byte[]> block) : block_(std::move(block)) {}

  const mailcomb_batch& abi() const {
    return *reinterpret_cast<const mailcomb_batch*>(block_.get());
  }
  std::uint32_t row_count() const { return abi().row_count; }
  std::uint64_t first_ordinal() const { return abi().first_ordinal; }
  sdk::Row row(std::uint32_t row) const { return {&abi(), row}; }

 private:
  std::unique_ptr<std::byte[]> block_;
};

}  // namespace mailcomb::plugin
