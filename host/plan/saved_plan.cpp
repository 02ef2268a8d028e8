// SPDX-License-Identifier: Apache-2.0
#include "plan/saved_plan.hpp"

#include <nlohmann/json.hpp>

#include "support/sha256.hpp"

namespace mailcomb::plan {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "mailcomb.plan/1";
constexpr auto kAsUtf8 = json::error_handler_t::replace;

std::string line_of(const json& object) { return object.dump(-1, ' ', false, kAsUtf8) + "\n"; }

// Reads a saved plan line by line.
class Reader {
 public:
  Reader(std::string_view text, const std::string& origin) : rest_(text), origin_(origin) {}

  Result<SavedPlan> read() {
    if (auto header = read_head(); !header) return tl::unexpected(header.error());
    while (true) {
      auto object = next();
      if (!object) return tl::unexpected(object.error());
      if (object->contains("digest")) return finish(*object);
      if (!read_change(*object, saved_.plan)) return refuse("is not a change");
      ++changes_;
    }
  }

 private:
  Result<void> read_head() {
    auto object = next();
    if (!object) return tl::unexpected(object.error());
    if (!object->contains("format") || (*object)["format"] != kFormat)
      return refuse("is not the header of a saved plan (mailcomb.plan/1)");
    auto binding = read_header(*object, saved_.plan);
    if (!binding) return refuse("is not the header of a saved plan");
    saved_.binding = std::move(*binding);
    return {};
  }

  Result<json> next() {
    ++line_;
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) return refuse("is missing: the plan is cut off");
    line_text_ = rest_.substr(0, end + 1);
    rest_.remove_prefix(end + 1);
    auto object = json::parse(line_text_, nullptr, false);
    if (!object.is_object()) return refuse("is not a JSON object");
    if (!object.contains("digest")) digest_.add(line_text_);
    return object;
  }

  Result<SavedPlan> finish(const json& trailer) {
    saved_.digest = digest_.hex();
    if (trailer["digest"] != saved_.digest ||
        trailer.value("changes", std::int64_t{-1}) != changes_)
      return refuse("does not fit the plan: it was changed or cut after it was saved");
    if (!rest_.empty()) return refuse("is not the end of the plan");
    return std::move(saved_);
  }

  tl::unexpected<Error> refuse(const std::string& why) const {
    return tl::unexpected(Error{Fault::kInvalid,
                                "line " + std::to_string(line_) + " " + why,
                                "make a new one with 'mailcomb plan --out FILE'",
                                origin_,
                                0,
                                0,
                                {}});
  }

  std::string_view rest_;
  const std::string& origin_;
  std::string_view line_text_;
  int line_ = 0;
  std::int64_t changes_ = 0;
  Sha256 digest_;
  SavedPlan saved_;
};

}  // namespace

std::string write_plan(const Plan& plan, const Binding& binding,
                       const std::function<void(std::string_view)>& write) {
  Sha256 digest;
  const auto emit = [&](const json& object) {
    const auto line = line_of(object);
    digest.add(line);
    write(line);
  };
  json header = {{"format", kFormat}};
  header.update(header_json(plan, binding));
  emit(header);
  for (const auto& change : plan.changes) emit(change_json(plan, change));
  auto hex = digest.hex();
  write(line_of({{"changes", plan.changes.size()}, {"digest", hex}}));
  return hex;
}

Result<SavedPlan> read_plan(std::string_view text, const std::string& origin) {
  return Reader(text, origin).read();
}

}  // namespace mailcomb::plan
