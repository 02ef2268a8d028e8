// SPDX-License-Identifier: Apache-2.0
// Samples: values of metrics, by family and labels.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "telemetry/metric.hpp"

namespace mailcomb::telemetry {

// Values in the order of the family's labels.
using Labels = std::vector<std::string>;

struct Sample {
  double value = 0;                   // Of a histogram: the sum of what was observed.
  std::vector<double> bounds;         // Of a histogram, else empty.
  std::vector<std::uint64_t> counts;  // By bucket, not cumulative; the last is beyond all bounds.

  friend bool operator==(const Sample&, const Sample&) = default;
};

class Samples {
 public:
  using Family = std::map<Labels, Sample>;

  void add(Metric metric, Labels labels, double amount = 1);  // To a counter; 0 makes it known.
  void set(Metric metric, Labels labels, double value);       // A gauge.
  void observe(Metric metric, Labels labels, double value);   // Into a histogram.

  // What was measured after this. Families that this version does not know are left as they are.
  void join(const Samples& newer);
  // What was measured elsewhere.
  void unite(const Samples& other);

  // By the family's name.
  std::map<std::string, Family, std::less<>> families;

 private:
  void join(const std::string& name, const Family& newer, Joining joining);
};

}  // namespace mailcomb::telemetry
