// SPDX-License-Identifier: Apache-2.0
// Projection: what a rule type gets to see of a batch: its candidates, its columns, nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "filter/evaluator.hpp"
#include "plugin/batch.hpp"
#include "plugin/batch_builder.hpp"

namespace mailcomb::pipeline {

// A filter that the rule type registered; its column is `filter:<name>`.
struct NamedFilter {
  std::string name;
  filter::Evaluator evaluator;
};

class Projection {
 public:
  // `columns` are those that the rule type declared; those that a batch lacks stay absent.
  Projection(std::vector<std::string> columns, std::vector<NamedFilter> filters);

  // Whether the rule type asked for a filter on categories.
  bool tells_category() const;

  // The rows of `batch` with these numbers, in order. A rule type counts what it gets to see: the
  // first row that it ever gets has the ordinal 0.
  plugin::Batch project(const plugin::Batch& batch, const std::vector<std::uint32_t>& rows);

 private:
  struct Source {
    const mailcomb_batch_column* column;
    std::uint32_t target;
  };

  void copy(const mailcomb_batch& batch, const Source& source, std::uint32_t row,
            const mailcomb_row_writer& to);

  std::vector<std::string> columns_;
  std::vector<NamedFilter> filters_;
  std::uint64_t next_ordinal_ = 0;
  std::vector<mailcomb_str> texts_;
  std::vector<mailcomb_address> addresses_;
};

}  // namespace mailcomb::pipeline
