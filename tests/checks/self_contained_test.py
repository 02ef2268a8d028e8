# SPDX-License-Identifier: Apache-2.0
"""Proof that self_contained.py sees a header that leans on another one, and one that is no C99."""

import unittest

from broken_tree import BrokenTree

SDK = "sdk/include/mailcomb/"


class SelfContainedTest(BrokenTree):
    def caught(self, path, message):
        self.assert_caught(message, "self_contained.py", path)

    def test_an_abi_header_that_misses_an_include(self):
        self.change(SDK + "abi/call.h", '#include "base.h"\n', "\n")
        self.caught(SDK + "abi/call.h", f"{SDK}abi/call.h:14: does not compile alone with gcc as c99: unknown type name")

    def test_a_wrapper_header_that_misses_an_include(self):
        self.change(SDK + "text.hpp", "#include <string_view>\n", "")
        self.caught(SDK + "text.hpp", f"{SDK}text.hpp:11: does not compile alone with clang++ as c++20")

    def test_an_abi_header_that_is_no_c99(self):
        self.change(SDK + "abi/call.h", "  uint32_t reserved;\n", "  union { uint32_t a, b; };\n")
        self.caught(SDK + "abi/call.h", "does not compile alone with gcc as c99")

    def test_an_abi_header_that_is_no_cpp(self):
        self.change(SDK + "abi/call.h", "  uint32_t reserved;\n", "  uint32_t class;\n")
        self.caught(SDK + "abi/call.h", "does not compile alone with g++ as c++20")

    def test_a_warning(self):
        self.change(SDK + "text.hpp", "inline mailcomb_str slice(", "inline int unused(int x) { return 0; }\ninline mailcomb_str slice(")
        self.caught(SDK + "text.hpp", "unused parameter")

    def test_a_header_without_guard(self):
        self.change(SDK + "text.hpp", "#pragma once\n", "")
        self.caught(SDK + "text.hpp", "redefinition of")


if __name__ == "__main__":
    unittest.main()
