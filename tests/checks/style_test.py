# SPDX-License-Identifier: Apache-2.0
"""Proof that file_rules.py, function_length.py and format.py see what they look for."""

import unittest

from broken_tree import BrokenTree

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
HEADER = SPDX + "// Some words about it.\n#pragma once\n"
SIXTY_ONE = "  f();\n" * 59


class FileRulesTest(BrokenTree):
    def caught(self, path, text, line, message):
        self.write(path, text)
        self.assert_caught(f"{path}:{line}: {message}", "file_rules.py")

    def test_the_tree_itself_passes(self):
        self.assert_passes("file_rules.py")

    def test_no_licence(self):
        self.caught("host/plan/x.cpp", "int x;\n", 1, "begins with the line SPDX")

    def test_a_header_that_does_not_say_what_it_is(self):
        self.caught("host/plan/x.hpp", SPDX + "#pragma once\n", 2, "says in one sentence")

    def test_a_script_that_does_not_say_what_it_does(self):
        self.caught("scripts/x.sh", "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\nset -e\n", 3, "says in one sentence")

    def test_work_put_off(self):
        self.caught("host/plan/x.cpp", SPDX + "// TO" "DO: more\n", 2, "TO" "DO: do it")

    def test_a_path_of_one_machine(self):
        self.caught("host/plan/x.cpp", SPDX + 'auto p = "/home' '/anna/Mail";\n', 2, "/home" "/anna is a path of one machine")

    def test_a_long_file(self):
        self.caught("host/plan/x.cpp", SPDX + "\n" * 400, 401, "401 lines")


class FunctionLengthTest(BrokenTree):
    def caught(self, path, text, line, message):
        self.write(path, text)
        self.assert_caught(f"{path}:{line}: {message}", "function_length.py")

    def test_a_function(self):
        self.caught("host/plan/x.cpp", SPDX + f"void f(int a = {{}}) {{\n{SIXTY_ONE}}}\n", 2, "61 lines, at most 60")

    def test_sixty_lines_are_fine(self):
        self.write("host/plan/x.cpp", SPDX + f"void f() {{\n{SIXTY_ONE[7:]}}}\n")
        self.assert_passes("function_length.py")

    def test_a_method_of_a_template(self):
        text = HEADER + f"template <class T>\nclass X {{\n public:\n  X() : a_{{1}} {{\n{SIXTY_ONE}}}\n}};\n"
        self.caught("host/plan/x.hpp", text, 6, "62 lines, at most 60: X() : a_{1}")

    def test_braces_in_texts_and_comments_do_not_count(self):
        text = SPDX + f"void f() {{\n  g('}}', \"}}\");  // }}\n{SIXTY_ONE}}}\n"
        self.caught("host/plan/x.cpp", text, 2, "62 lines")

    def test_a_shell_function(self):
        self.caught("scripts/x.sh", "#!/bin/sh\nf() {\n" + SIXTY_ONE + "}\n", 2, "61 lines")

    def test_a_python_function(self):
        self.caught("scripts/x.py", "def f():\n" + "    pass\n" * 60, 1, "61 lines")


class FormatTest(BrokenTree):
    def test_the_tree_itself_passes(self):
        self.assert_passes("format.py")

    def test_a_file_that_is_not_formatted(self):
        self.write("host/plan/x.cpp", SPDX + "int  x;\n")
        self.assert_caught("host/plan/x.cpp:2: clang-format would write this differently", "format.py")


if __name__ == "__main__":
    unittest.main()
