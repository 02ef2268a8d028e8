// SPDX-License-Identifier: Apache-2.0
#include "maildir_fixture.hpp"

#include <fstream>
#include <iterator>

#include "plugin/value_bytes.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;

const mailcomb_host kHost{sizeof(mailcomb_host),
                          MAILCOMB_ABI_MAJOR,
                          MAILCOMB_ABI_MINOR,
                          {"test", 4},
                          nullptr,
                          [](void*, std::uint32_t, mailcomb_str) {},
                          nullptr};

std::string list_text(const mailcomb_batch& batch, const mailcomb_batch_column& column,
                      std::uint32_t row) {
  const auto cell = mailcomb_batch_cell(&batch, &column, row);
  const sdk::List list(&batch, &column, cell);
  std::string text = "[";
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (i > 0) text += ", ";
    if (column.type == MAILCOMB_COLUMN_ADDRESSES) {
      text += std::string(list.address(i).name) + "<" + std::string(list.address(i).address) + ">";
    } else {
      text += list.text(i);
    }
  }
  return text + "]";
}

std::string cell_text(const mailcomb_batch& batch, std::uint32_t index, std::uint32_t row) {
  const auto& column = *mailcomb_batch_column_at(&batch, index);
  if (mailcomb_batch_is_null(&batch, &column, row)) return "-";
  switch (column.type) {
    case MAILCOMB_COLUMN_I64: return std::to_string(mailcomb_batch_i64(&batch, &column, row));
    case MAILCOMB_COLUMN_U64: return std::to_string(mailcomb_batch_u64(&batch, &column, row));
    case MAILCOMB_COLUMN_UTF8:
      return std::string(sdk::view(mailcomb_batch_utf8(&batch, &column, row)));
    case MAILCOMB_COLUMN_VALUE: return "value";
    default: return list_text(batch, column, row);
  }
}

plugin::Component component_of_plugin(std::size_t index) {
  return plugin::read_descriptor(mailcomb_plugin_entry_v1(&kHost)).value().components.at(index);
}

}  // namespace

MaildirTest::MaildirTest() {
  fs::permissions(temporary_.path(), fs::perms(0755));
  fs::create_directory(root_);
  for (const char* part : {"cur", "new", "tmp"}) fs::create_directory(root_ / part);
}

void MaildirTest::make_folder(const std::string& name) {
  for (const char* part : {"cur", "new", "tmp"}) fs::create_directories(root_ / name / part);
  std::ofstream(root_ / name / "maildirfolder");
}

void MaildirTest::write(const std::string& path, std::string_view bytes) {
  std::ofstream(root_ / path, std::ios::binary) << bytes;
}

void MaildirTest::move(const std::string& from, const std::string& to) {
  fs::rename(root_ / from, root_ / to);
}

bool MaildirTest::exists(const std::string& path) const {
  return fs::exists(fs::symlink_status(root_ / path));
}

std::map<std::string, std::string> MaildirTest::tree() const {
  std::map<std::string, std::string> tree;
  for (const auto& entry : fs::recursive_directory_iterator(root_)) {
    const std::string path = fs::relative(entry.path(), root_).string();
    if (entry.is_directory()) {
      tree[path + "/"] = "";
    } else {
      std::ifstream file(entry.path(), std::ios::binary);
      tree[path] = std::string(std::istreambuf_iterator<char>(file), {});
    }
  }
  return tree;
}

plugin::Component MaildirTest::component() const { return component_of_plugin(0); }

Result<plugin::Mailbox> MaildirTest::try_open(const std::string& path) const {
  return plugin::Mailbox::open(component(), sdk::Value::map({{"path", path}}));
}

plugin::Mailbox MaildirTest::open() const { return try_open(root_.string()).value(); }

std::vector<std::string> MaildirTest::scan(const std::vector<std::string>& columns) {
  std::vector<std::string> lines;
  auto mailbox = open();
  auto scan = mailbox.open_scan(columns).value();
  while (const auto batch = scan.next(2).value())
    for (auto& line : to_lines(*batch)) lines.push_back(std::move(line));
  skips_ = to_lines(scan.skips());
  return lines;
}

std::vector<std::string> MaildirTest::observe(const std::vector<std::string>& ids,
                                              const std::vector<std::string>& columns) {
  const auto observation = open().observe(ids, columns).value();
  skips_ = to_lines(observation.skips);
  return to_lines(observation.batch);
}

std::vector<std::string> MaildirTest::apply(const std::vector<plugin::Change>& changes) {
  return to_lines(open().apply(changes));
}

std::string MaildirTest::apply_one(const std::string& id, const std::string& action) {
  return apply({{id, {action}, {}}}).at(0);
}

sdk::Value MaildirTest::restore_token(const std::string& id) {
  const auto observation = open().observe({id}, {"id", "restore"}).value();
  const auto& batch = observation.batch.abi();
  const auto text = mailcomb_batch_utf8(&batch, mailcomb_batch_column_at(&batch, 1), 0);
  return plugin::value_from_bytes(sdk::view(text)).value();
}

plugin::Component mbox_component() { return component_of_plugin(1); }

std::vector<std::string> to_lines(const plugin::Batch& batch) {
  std::vector<std::string> lines;
  for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
    std::string line;
    for (std::uint32_t column = 0; column < batch.abi().column_count; ++column)
      line += (column == 0 ? "" : " | ") + cell_text(batch.abi(), column, row);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> to_lines(const std::vector<plugin::Skip>& skips) {
  std::vector<std::string> lines;
  for (const auto& skip : skips) lines.push_back(skip.what + ": " + skip.why);
  return lines;
}

std::vector<std::string> to_lines(const plugin::ApplyReport& report) {
  static const char* const kWords[] = {"untried", "done", "gone", "failed"};
  std::vector<std::string> lines;
  for (const auto& outcome : report.outcomes)
    lines.push_back(std::string(kWords[static_cast<int>(outcome.kind)]) +
                    (outcome.detail.empty() ? "" : ": " + outcome.detail));
  if (report.error) lines.push_back(to_text(*report.error));
  return lines;
}

}  // namespace mailcomb::local_mail
