// SPDX-License-Identifier: Apache-2.0
#include "plugin/discovery.hpp"

#include <algorithm>
#include <set>

#include "plugin/trust.hpp"

namespace mailcomb::plugin {
namespace {

namespace fs = std::filesystem;

class Finder {
 public:
  explicit Finder(uid_t user) : user_(user) {}

  void add_named(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
      complain(path, error && status.type() == fs::file_type::none
                         ? error.message()
                         : "there is no such file or folder");
    } else if (fs::is_directory(status)) {
      add_folder(path);
    } else if (is_trusted(path)) {
      add_file(path);
    }
  }

  void add_standard(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) add_folder(folder);
  }

  Discovery take() { return std::move(found_); }

 private:
  void complain(const fs::path& path, std::string why) {
    Error problem = fail(Fault::kInvalid, std::move(why)).value();
    problem.origin = path.string();
    found_.problems.push_back(std::move(problem));
  }

  bool is_trusted(const fs::path& path) {
    auto trusted = check_trust(path, user_);
    if (!trusted) found_.problems.push_back(std::move(trusted.error()));
    return trusted.has_value();
  }

  // Whoever may write to the folder of a link's target may replace the plugin.
  bool is_target_trusted(const fs::path& file) {
    std::error_code error;
    if (!fs::is_symlink(file, error)) return true;
    const fs::path target = fs::canonical(file, error);
    return error || is_trusted(target.parent_path());
  }

  void add_folder(const fs::path& folder) {
    if (!is_trusted(folder)) return;
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (at->path().extension() == ".so") files.push_back(at->path());
    if (error) complain(folder, "the folder cannot be read: " + error.message());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files)
      if (!names_.contains(file.filename()) && is_trusted(file)) add_file(file);
  }

  void add_file(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return complain(file, "this is no file");
    if (!is_target_trusted(file)) return;
    if (names_.insert(file.filename()).second)
      found_.files.push_back(fs::absolute(file).lexically_normal());
  }

  uid_t user_;
  std::set<fs::path> names_;
  Discovery found_;
};

}  // namespace

void add_folders(SearchPath& path, std::string_view list) {
  while (!list.empty()) {
    const auto end = std::min(list.find(':'), list.size());
    if (end > 0) path.named.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

Installation installation_of(const fs::path& program) {
  const fs::path folder = program.parent_path(), prefix = folder.parent_path();
  const fs::path plugins = fs::path("mailcomb") / "plugins";
  Installation found{folder / "mailcomb-plugin-runner", {prefix / "lib" / plugins}};
  const fs::path installed = prefix / MAILCOMB_INSTALL_LIBDIR / plugins;
  if (installed != found.plugin_folders[0]) found.plugin_folders.push_back(installed);
  return found;
}

Discovery discover(const SearchPath& path, uid_t user) {
  Finder finder(user);
  for (const fs::path& place : path.named) finder.add_named(place);
  for (const fs::path& folder : path.standard) finder.add_standard(folder);
  return finder.take();
}

}  // namespace mailcomb::plugin
