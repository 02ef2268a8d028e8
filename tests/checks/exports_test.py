# SPDX-License-Identifier: Apache-2.0
"""Proof that exports.py sees a library that is no proper plugin."""

import os
import subprocess
import unittest

from broken_tree import BrokenTree
from findings import tool

ENTRY = """#include "mailcomb/abi/plugin.h"
const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host* host) { (void)host; return 0; }
"""
CPP_ENTRY = 'extern "C" MAILCOMB_EXPORT const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host*) '
HIDDEN = ["-fvisibility=hidden"]
SAFE = ["-Wl,-z,now", "-Wl,-z,relro"]


class ExportsTest(BrokenTree):
    def build(self, name, text, *flags):
        source = self.write(name, text)
        library = os.path.join(self.root, "plugin.so")
        compiler = tool("GCC", "gcc") if name.endswith(".c") else tool("GXX", "g++")
        includes = ["-I", os.path.join(self.root, "sdk/include")]
        subprocess.run([compiler, "-shared", "-fPIC", *includes, source, "-o", library, *flags], check=True)
        return library

    def caught(self, message, name, text, *flags):
        library = self.build(name, text, *flags)
        self.assert_caught(f"plugin.so:1: {message}", "exports.py", "plugin", "outside", library)

    def test_a_proper_plugin_passes(self):
        library = self.build("plugin.c", ENTRY, *HIDDEN, *SAFE)
        self.assert_passes("exports.py", "plugin", "outside", library)

    def test_a_second_symbol(self):
        self.caught("exports second;", "plugin.c", ENTRY + "int second(void) { return 2; }\n", *SAFE)

    def test_no_entry(self):
        self.caught("does not export mailcomb_plugin_entry_v1", "plugin.c", "int x;\n", *HIDDEN, *SAFE)

    def test_a_gnu_unique_symbol(self):
        body = "inline int& shared() { static int value; return value; }\n"
        text = f'#include "mailcomb/abi/plugin.h"\n{body}{CPP_ENTRY} {{ return shared() ? nullptr : nullptr; }}\n'
        self.caught("_ZZ6sharedvE5value is GNU-unique", "plugin.cpp", text, *SAFE)

    def test_a_symbol_that_nobody_has(self):
        text = ENTRY.replace("return", "extern int elsewhere(void); elsewhere(); return")
        self.caught("needs elsewhere, which none of its libraries has", "plugin.c", text, *HIDDEN, *SAFE)

    def test_lazy_binding(self):
        self.caught("is bound lazily", "plugin.c", ENTRY, *HIDDEN, "-Wl,-z,lazy", "-Wl,-z,relro")

    def test_writable_relocations(self):
        self.caught("has no read-only relocations", "plugin.c", ENTRY, *HIDDEN, "-Wl,-z,now", "-Wl,-z,norelro")

    def build_library(self, name):
        source = self.write(f"{name}.c", "int query(void) { return 1; }\n")
        library = os.path.join(self.root, f"{name}.so")
        subprocess.run([tool("GCC", "gcc"), "-shared", "-fPIC", source, "-o", library, f"-Wl,-soname,{name}.so.0"], check=True)
        return library

    def test_a_library_that_is_not_listed(self):
        text = ENTRY.replace("return", "extern int query(void); query(); return")
        library = self.build_library("libquery")
        self.caught("links libquery.so.0", "plugin.c", text, *HIDDEN, *SAFE, library)

    def test_a_plugins_library_in_the_host(self):
        source = self.write("host.c", "extern int query(void);\nint main(void) { return query(); }\n")
        program = os.path.join(self.root, "mailcomb")
        subprocess.run([tool("GCC", "gcc"), source, self.build_library("libsqlite3"), "-o", program], check=True)
        self.assert_caught("mailcomb:1: links libsqlite3.so.0", "exports.py", "host", program)


if __name__ == "__main__":
    unittest.main()
