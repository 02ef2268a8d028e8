# SPDX-License-Identifier: Apache-2.0
"""Install the sdk and build plugins against it as an outsider would: outsiders.py BUILD SOURCE WORK CMAKE.

WORK is emptied first; afterwards WORK/NAME/NAME.so are plugins for other tests. Sanitizers and flags of the
surrounding build stay outside, as they do with real authors."""

import ctypes
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "checks"))
import exports
import sources
from findings import tool

FLAGS = ("CFLAGS", "CXXFLAGS", "CPPFLAGS", "LDFLAGS", "CMAKE_PREFIX_PATH", "MAILCOMB_SANITIZE")
PACKAGE = {"MailcombPlugin.cmake", "plugin.map", "mailcomb-sdk-config.cmake", "mailcomb-sdk-config-version.cmake"}
PACKAGE |= {"mailcomb-sdk-targets.cmake"}
RULE_LINES_MAX = 15


def run(*command, fails=False):
    """The output of a command that must work, or must fail."""
    environment = {name: value for name, value in os.environ.items() if name not in FLAGS}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if (done.returncode != 0) != fails:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}\nhas {'not ' if fails else ''}failed")
    return done.stdout + done.stderr


class Outsiders:
    def __init__(self, build, source, work, cmake):
        self.build, self.source, self.work, self.cmake = build, os.path.realpath(source), work, cmake
        self.prefix = os.path.join(work, "prefix")

    def install(self):
        """Exactly the headers of the sdk and the CMake package."""
        run(self.cmake, "--install", self.build, "--component", "sdk", "--prefix", self.prefix)
        installed = sources.find(self.prefix, [""], [""])
        headers = {path for path in installed if path.startswith("include/")}
        package = {os.path.basename(path) for path in installed} - {os.path.basename(path) for path in headers}
        wanted = {path.removeprefix("sdk/") for path in sources.find(self.source, ["sdk/include"], [".h", ".hpp"])}
        if headers != wanted:
            sys.exit(f"sdk/CMakeLists.txt:1: installed headers differ from sdk/include: {sorted(headers ^ wanted)}")
        if package != PACKAGE:
            sys.exit(f"sdk/CMakeLists.txt:1: installed package differs from the expected: {sorted(package ^ PACKAGE)}")

    def configure(self, source, binary, compiler, fails=False):
        command = [self.cmake, "-S", source, "-B", binary, f"-DCMAKE_PREFIX_PATH={self.prefix}"]
        return run(*command, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}", fails=fails)

    def build_plugin(self, folder, name, compiler):
        """WORK/NAME.src is copied out of the tree, so that nothing else of it can be found."""
        source, binary = os.path.join(self.work, f"{name}.src"), os.path.join(self.work, name)
        shutil.copytree(os.path.join(self.source, "tests/install", folder), source, dirs_exist_ok=True)
        shutil.rmtree(binary, ignore_errors=True)
        self.configure(source, binary, compiler)
        run(self.cmake, "--build", binary, "--parallel", "2")
        library = os.path.join(binary, f"{name}.so")
        run(sys.executable, "-B", exports.__file__, self.source, "plugin", "outside", library)
        self.call_entry(library)

    def call_entry(self, library):
        """The entry answers a descriptor of ABI major 1 (the uint16 after struct_size)."""
        entry = ctypes.CDLL(library, mode=os.RTLD_NOW | os.RTLD_LOCAL).mailcomb_plugin_entry_v1
        entry.restype = ctypes.POINTER(ctypes.c_uint16)
        descriptor = entry(None)
        if not descriptor or descriptor[2] != 1:
            sys.exit(f"{library}:1: the entry does not answer a descriptor of ABI 1")

    def refuse_other_major(self):
        source = os.path.join(self.work, "too-new")
        os.makedirs(source)
        with open(os.path.join(source, "CMakeLists.txt"), "w", encoding="utf-8") as file:
            file.write("cmake_minimum_required(VERSION 3.25)\nproject(too-new LANGUAGES CXX)\n")
            file.write("find_package(mailcomb-sdk 2 CONFIG REQUIRED)\n")
        answer = self.configure(source, os.path.join(source, "build"), tool("GXX", "g++"), fails=True)
        if 'requested version "2"' not in answer or "version: 1." not in answer:
            sys.exit(f"find_package(mailcomb-sdk 2) fails for another reason:\n{answer}")


def check_length(source):
    """A rule type with one parameter is short: every line of its file counts."""
    path = "tests/install/short_subject/short_subject.cpp"
    lines = len(sources.read(source, path).splitlines())
    if lines > RULE_LINES_MAX:
        sys.exit(f"{path}:{RULE_LINES_MAX + 1}: {lines} lines; a rule type with one parameter takes at most {RULE_LINES_MAX}")


def main(build, source, work, cmake):
    check_length(source)
    shutil.rmtree(work, ignore_errors=True)
    outsiders = Outsiders(build, source, work, cmake)
    outsiders.install()
    outsiders.refuse_other_major()
    for compiler in (tool("CLANGXX", "clang++"), tool("GXX", "g++")):
        outsiders.build_plugin("short_subject", "short-subject", compiler)
    outsiders.build_plugin("rules", "field-rules", tool("GXX", "g++"))
    print(f"short-subject.so and field-rules.so stand below {work}")


if __name__ == "__main__":
    main(*sys.argv[1:])
