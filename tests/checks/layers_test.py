# SPDX-License-Identifier: Apache-2.0
"""Proof that layers.py sees what is forbidden."""

import unittest

from broken_tree import BrokenTree

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"


class LayersTest(BrokenTree):
    def test_the_tree_itself_passes(self):
        self.assert_passes("layers.py")

    def caught(self, path, body, message):
        self.write(path, SPDX + body)
        self.assert_caught(f"{path}:2: {message}", "layers.py")

    def test_a_lower_layer_includes_a_higher_one(self):
        self.caught("host/support/up.cpp", '#include "plan/plan.hpp"\n', "layer 'support' may not include layer 'plan'")

    def test_nothing_includes_app(self):
        self.write("host/app/screen.hpp", SPDX)
        self.caught("host/pipeline/x.cpp", '#include "app/screen.hpp"\n', "layer 'pipeline' may not include layer 'app'")

    def test_the_host_includes_a_plugin(self):
        self.write("plugins/rules-builtin/match.hpp", SPDX)
        self.caught("host/app/x.cpp", '#include "../../plugins/rules-builtin/match.hpp"\n', "only a plugin includes its own")

    def test_one_plugin_includes_another(self):
        self.write("plugins/rules-builtin/match.hpp", SPDX)
        self.caught("plugins/local-mail/x.cpp", '#include "rules-builtin/match.hpp"\n', "a plugin includes only the sdk")

    def test_a_plugin_includes_the_host(self):
        self.caught("plugins/local-mail/x.cpp", '#include "../../host/plan/plan.hpp"\n', "a plugin includes only the sdk")

    def test_the_sdk_includes_the_host(self):
        self.caught("sdk/include/mailcomb/x.hpp", '#include "../../../host/plan/plan.hpp"\n', "the sdk includes only itself")

    def test_the_sdk_includes_a_library(self):
        self.caught("sdk/include/mailcomb/x.hpp", "#include <fmt/format.h>\n", "the sdk includes only itself")

    def test_the_abi_includes_the_wrapper(self):
        self.caught("sdk/include/mailcomb/abi/x.h", '#include "mailcomb/text.hpp"\n', "layer 'abi' may not include layer 'sdk'")

    def test_the_runner_includes_more_than_plugins(self):
        self.caught("host/runner/x.cpp", '#include "plan/plan.hpp"\n', "layer 'runner' may not include layer 'plan'")

    def test_a_plugin_uses_the_library_of_another(self):
        self.caught("plugins/rules-builtin/x.cpp", "#include <sqlite3.h>\n", "plugin 'rules-builtin' may not use <sqlite3.h>")

    def test_a_plugins_library_in_the_host(self):
        self.caught("host/journal/x.cpp", "#include <sqlite3.h>\n", "<sqlite3.h> belongs to a plugin")

    def test_a_wrapped_library_elsewhere(self):
        self.caught("host/policy/x.cpp", "#  include <yaml-cpp/yaml.h>\n", "<yaml-cpp/yaml.h> only in host/support/yaml.cpp")

    def test_a_library_in_no_line(self):
        self.caught("host/app/x.cpp", "#include <spdlog/spdlog.h>\n", "no line of tests/checks/layers.txt allows")

    def test_a_folder_in_no_line(self):
        self.write("host/misc/x.cpp", SPDX)
        self.assert_caught("host/misc/x.cpp:1: tests/checks/layers.txt has no layer 'misc'", "layers.py")

    def test_a_comment_includes_nothing(self):
        self.write("host/support/x.cpp", SPDX + '/*\n#include "plan/plan.hpp"\n*/\n')
        self.assert_passes("layers.py")

    def test_a_circle_in_the_graph(self):
        self.change("tests/checks/layers.txt", "layer mail      -> support sdk", "layer mail -> sdk filter")
        self.assert_caught("leads back to itself", "layers.py")


class PurityTest(BrokenTree):
    def caught(self, path, body, message):
        self.write(path, SPDX + body)
        self.assert_caught(f"{path}:2: pure code may not {message}", "layers.py")

    def test_files(self):
        self.caught("host/filter/x.cpp", "#include <fstream>\n", "include <fstream>")

    def test_system_calls(self):
        self.caught("host/plan/x.cpp", "#include <unistd.h>\n", "include <unistd.h>")

    def test_the_clock(self):
        self.caught("host/plan/x.cpp", "auto now = std::chrono::system_clock::now();\n", "use system_clock::now")

    def test_the_environment(self):
        self.caught("host/policy/x.cpp", 'auto home = getenv("HOME");\n', "use getenv")

    def test_what_pure_code_includes(self):
        self.write("host/support/clock.hpp", SPDX)
        self.write("host/plan/x.cpp", SPDX + '#include "support/clock.hpp"\n')
        self.caught("host/support/clock.cpp", "auto t = std::chrono::steady_clock::now();\n", "use steady_clock::now")

    def test_the_documented_exception(self):
        self.write("host/policy/find.cpp", SPDX + "#include <filesystem>\n")
        self.assert_passes("layers.py")

    def test_a_comment_or_a_text_calls_nothing(self):
        self.write("host/plan/x.cpp", SPDX + '// getenv\nauto text = "getenv";\n')
        self.assert_passes("layers.py")


class NamesTest(BrokenTree):
    def test_a_plugin_named_in_code(self):
        for literal in ("maildir", "sqlite:", "local-mail.so"):
            self.write("host/app/x.cpp", SPDX + f'auto name = "{literal}";\n')
            self.assert_caught("host/app/x.cpp:2: names the plugin or component", "layers.py")

    def test_a_sentence_may_speak_of_it(self):
        self.write("host/app/x.cpp", SPDX + '// maildir\nauto hint = "such as maildir:PATH";\n')
        self.assert_passes("layers.py")


if __name__ == "__main__":
    unittest.main()
