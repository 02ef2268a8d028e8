// SPDX-License-Identifier: Apache-2.0
#include "plugin/batch_layout.hpp"

#include <cstring>

namespace mailcomb::plugin {
namespace {

constexpr std::uint64_t kAlignment = 8;

std::uint64_t aligned(std::uint64_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

template <class Container>
std::uint64_t byte_size(const Container& items) {
  return items.size() * sizeof(*items.data());
}

std::uint64_t block_size(std::span<const ColumnBuffer> columns) {
  std::uint64_t size =
      aligned(sizeof(mailcomb_batch)) + aligned(columns.size() * sizeof(mailcomb_batch_column));
  for (const ColumnBuffer& column : columns)
    size += aligned(byte_size(column.spec().name)) + aligned(byte_size(column.nulls())) +
            aligned(byte_size(column.values())) + aligned(byte_size(column.items())) +
            aligned(byte_size(column.text()));
  return size;
}

// Hands out sections of the block one after the other.
class Block {
 public:
  explicit Block(std::uint64_t size) : bytes_(std::make_unique_for_overwrite<std::byte[]>(size)) {}

  // Padding is zeroed: a batch may be shown to another process.
  std::uint64_t put(const void* from, std::uint64_t size) {
    const std::uint64_t at = used_;
    if (size > 0) std::memcpy(bytes_.get() + at, from, size);
    used_ = aligned(at + size);
    std::memset(bytes_.get() + at + size, 0, used_ - at - size);
    return at;
  }
  template <class Container>
  std::uint64_t put_all(const Container& items) {
    return put(items.data(), byte_size(items));
  }
  void* at(std::uint64_t offset) { return bytes_.get() + offset; }
  std::unique_ptr<std::byte[]> take() { return std::move(bytes_); }

 private:
  std::unique_ptr<std::byte[]> bytes_;
  std::uint64_t used_ = 0;
};

mailcomb_batch_column put_column(Block& block, const ColumnBuffer& column) {
  mailcomb_batch_column placed{};
  placed.type = column.spec().type;
  placed.name_size = static_cast<std::uint32_t>(column.spec().name.size());
  placed.name_offset = block.put_all(column.spec().name);
  placed.nulls_offset = block.put_all(column.nulls());
  placed.values_offset = block.put_all(column.values());
  placed.items_offset = block.put_all(column.items());
  placed.text_offset = block.put_all(column.text());
  return placed;
}

}  // namespace

Batch lay_out(std::span<const ColumnBuffer> columns, std::uint32_t row_count,
              std::uint64_t first_ordinal) {
  const std::uint64_t size = block_size(columns);
  Block block(size);
  mailcomb_batch batch{sizeof(mailcomb_batch),
                       sizeof(mailcomb_batch_column),
                       static_cast<std::uint32_t>(columns.size()),
                       row_count,
                       first_ordinal,
                       aligned(sizeof(mailcomb_batch)),
                       size};
  block.put(&batch, sizeof batch);
  std::vector<mailcomb_batch_column> placed(columns.size());
  const std::uint64_t table = block.put_all(placed);
  for (std::size_t i = 0; i < columns.size(); ++i) placed[i] = put_column(block, columns[i]);
  if (!placed.empty()) std::memcpy(block.at(table), placed.data(), byte_size(placed));
  return Batch(block.take());
}

}  // namespace mailcomb::plugin
