// SPDX-License-Identifier: Apache-2.0
#include "pipeline/projection.hpp"

namespace mailcomb::pipeline {
namespace {

void append_truth(const mailcomb_row_writer& to, std::uint32_t column, filter::Truth truth) {
  if (truth == filter::Truth::kUnknown)
    to.append_null(to.context, column);
  else
    to.append_i64(to.context, column, truth == filter::Truth::kTrue);
}

}  // namespace

Projection::Projection(std::vector<std::string> columns, std::vector<NamedFilter> filters)
    : columns_(std::move(columns)), filters_(std::move(filters)) {}

bool Projection::tells_category() const {
  bool tells = false;
  for (const auto& filter : filters_)
    for_each_predicate(filter.evaluator.expression(), [&](const auto& predicate, bool) {
      tells = tells || predicate.nature == filter::Nature::kCategory;
    });
  return tells;
}

plugin::Batch Projection::project(const plugin::Batch& batch,
                                  const std::vector<std::uint32_t>& rows) {
  std::vector<plugin::ColumnSpec> specs;
  std::vector<Source> sources;
  for (const auto& name : columns_) {
    const auto* column = mailcomb_batch_find(&batch.abi(), sdk::slice(name));
    if (!column) continue;
    sources.push_back({column, static_cast<std::uint32_t>(specs.size())});
    specs.push_back({name, column->type});
  }
  const auto first_filter = static_cast<std::uint32_t>(specs.size());
  for (auto& filter : filters_) {
    filter.evaluator.bind(batch.abi());
    specs.push_back({"filter:" + filter.name, MAILCOMB_COLUMN_I64});
  }
  plugin::BatchBuilder builder(std::move(specs));
  const auto to = builder.writer();
  for (const auto row : rows) {
    for (const auto& source : sources) copy(batch.abi(), source, row, to);
    const filter::Message message(&batch.abi(), row);
    for (std::uint32_t i = 0; i < filters_.size(); ++i)
      append_truth(to, first_filter + i, filters_[i].evaluator.truth(message));
    to.end_row(to.context);
  }
  const auto first_ordinal = next_ordinal_;
  next_ordinal_ += rows.size();
  return builder.finish(first_ordinal);
}

void Projection::copy(const mailcomb_batch& batch, const Source& source, std::uint32_t row,
                      const mailcomb_row_writer& to) {
  const auto* column = source.column;
  const auto target = source.target;
  if (mailcomb_batch_is_null(&batch, column, row)) {
    to.append_null(to.context, target);
    return;
  }
  switch (column->type) {
    case MAILCOMB_COLUMN_I64:
      to.append_i64(to.context, target, mailcomb_batch_i64(&batch, column, row));
      return;
    case MAILCOMB_COLUMN_U64:
      to.append_u64(to.context, target, mailcomb_batch_u64(&batch, column, row));
      return;
    case MAILCOMB_COLUMN_UTF8:
      to.append_utf8(to.context, target, mailcomb_batch_utf8(&batch, column, row));
      return;
    default: break;
  }
  const auto cell = mailcomb_batch_cell(&batch, column, row);
  texts_.clear();
  addresses_.clear();
  for (auto item = cell.first; item < cell.first + cell.count; ++item) {
    if (column->type == MAILCOMB_COLUMN_ADDRESSES)
      addresses_.push_back(mailcomb_batch_address(&batch, column, item));
    else
      texts_.push_back(mailcomb_batch_item(&batch, column, item));
  }
  if (column->type == MAILCOMB_COLUMN_ADDRESSES)
    to.append_addresses(to.context, target, addresses_.data(), addresses_.size());
  else
    to.append_utf8_list(to.context, target, texts_.data(), texts_.size());
}

}  // namespace mailcomb::pipeline
