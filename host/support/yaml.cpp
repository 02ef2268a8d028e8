// SPDX-License-Identifier: Apache-2.0
#include "support/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "support/node_builder.hpp"
#include "support/quote.hpp"
#include "support/source_text.hpp"
#include "support/yaml_message.hpp"
#include "support/yaml_scalar.hpp"

namespace mailcomb {
namespace {

// Ends yaml-cpp's parse from within its events; the errors are told already. Never leaves this
// file.
struct Stop {};

void expect(bool good) {
  if (!good) throw Stop();
}

class Events : public YAML::EventHandler {
 public:
  Events(std::shared_ptr<const Source> source, Errors& errors)
      : source_(std::move(source)), errors_(errors), builder_(errors) {}

  Mark at(const YAML::Mark& mark) {
    return {source_, mark.line + 1, columns_.character(*source_, place(mark)) + 1};
  }
  std::optional<Node> take_root() { return builder_.take_root(); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    if (spelling_at(*source_, place(mark)).starts_with("---"))
      refuse(mark, "a second document begins here", "write one document a file");
    refuse(mark, "this does not belong to the text above", "check the indentation");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.mark = at(mark);
    const auto text = spelling_at(*source_, place(mark));
    if (text.starts_with('~') || text.starts_with('n') || text.starts_with('N'))
      node.text = text.substr(0, text.starts_with('~') ? 1 : 4);
    // The mark of nothing is that of whatever comes next.
    const auto* key = builder_.pending_key();
    if (key && (node.mark.line != key->line || node.text.empty())) {
      node.mark = *key;
      node.text.clear();
    }
    expect(builder_.scalar(std::move(node), anchor));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    expect(builder_.alias(at(mark), anchor));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node;
    node.kind = Node::Kind::kText;
    node.text = value;
    node.mark = at(mark);
    node.quoted = tag != "?";
    check_tag(mark, tag, "tag:yaml.org,2002:str");
    if (node.quoted && !closes_quotes(*source_, place(mark)))
      refuse(mark, "these quotes are not closed", "");
    expect(builder_.scalar(std::move(node), anchor));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check_tag(mark, tag, "tag:yaml.org,2002:seq");
    expect(builder_.open(Node::Kind::kList, at(mark), anchor));
  }
  void OnSequenceEnd() override { expect(builder_.close()); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check_tag(mark, tag, "tag:yaml.org,2002:map");
    expect(builder_.open(Node::Kind::kMap, at(mark), anchor));
  }
  void OnMapEnd() override { expect(builder_.close()); }

 private:
  static BytePlace place(const YAML::Mark& mark) {
    return {static_cast<std::size_t>(std::max(mark.line, 0)),
            static_cast<std::size_t>(std::max(mark.column, 0))};
  }
  [[noreturn]] void refuse(const YAML::Mark& mark, std::string message, std::string hint) {
    errors_.push_back(error_at(at(mark), std::move(message), std::move(hint)));
    throw Stop();
  }
  void check_tag(const YAML::Mark& mark, const std::string& tag, std::string_view allowed) {
    if (tag.empty() || tag == "?" || tag == "!" || tag == allowed) return;
    refuse(mark, "the tag " + in_quotes(tag) + " means nothing here", "leave it out");
  }

  std::shared_ptr<const Source> source_;
  Errors& errors_;
  NodeBuilder builder_;
  ColumnCounter columns_;
  int documents_ = 0;
};

std::optional<Node> parse_events(const std::string& text, Events& events, Errors& errors) {
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) continue;
    return events.take_root();
  } catch (const Stop&) {
  } catch (const YAML::Exception& error) {
    errors.push_back(explain_yaml(error.msg, events.at(error.mark)));
  } catch (const std::exception& error) {
    errors.push_back(error_at(events.at({}), std::string("not readable as YAML: ") + error.what()));
  }
  return {};
}

}  // namespace

std::optional<Node> parse_yaml(std::string text, std::string name, Errors& errors) {
  if (text.size() > kSourceBytesMax) {
    Error error{Fault::kInvalid, "the file is larger than 1 MiB", {}, std::move(name), 0, 0, {}};
    errors.push_back(std::move(error));
    return {};
  }
  text = normalise_line_ends(std::move(text));
  const auto source = make_source(text, std::move(name));
  if (auto found = check_source(text, source); !found.empty()) {
    errors.insert(errors.end(), found.begin(), found.end());
    return {};
  }
  const std::size_t before = errors.size();
  Events events(source, errors);
  auto root = parse_events(text, events, errors);
  const bool is_empty = !root || root->kind == Node::Kind::kNull;
  if (is_empty && errors.size() == before)
    errors.push_back(error_at({source, 0, 0}, "the file is empty"));
  return is_empty ? std::nullopt : std::move(root);
}

Checked<Node> parse_yaml(std::string text, std::string name) {
  Errors errors;
  auto root = parse_yaml(std::move(text), std::move(name), errors);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return std::move(*root);
}

}  // namespace mailcomb
