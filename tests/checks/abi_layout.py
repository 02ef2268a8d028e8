# SPDX-License-Identifier: Apache-2.0
"""Check that the ABI is laid out as abi_layout.golden says, by two compilers in two languages: abi_layout.py ROOT.

A program that prints every size, alignment, offset, constant and signature is made from the headers, compiled with
gcc and clang as C99 and with g++ and clang++ as C++20, and run. All four must print the golden file.

After a change made on purpose: abi_layout.py ROOT --update. Within one ABI major only new lines may appear in the
golden file, and sizes of structs that begin with struct_size may grow."""

import difflib
import os
import subprocess
import sys
import tempfile

import abi_syntax
from findings import Findings, tool

GOLDEN = "tests/checks/abi_layout.golden"
# The product's version is no part of the ABI and grows with every release.
NOT_ABI = ("MAILCOMB_VERSION_MAJOR", "MAILCOMB_VERSION_MINOR", "MAILCOMB_VERSION_PATCH")
COMPILERS = [
    ("gcc, C99", "GCC", "gcc", "c", "c99"),
    ("clang, C99", "CLANG", "clang", "c", "c99"),
    ("g++, C++20", "GXX", "g++", "c++", "c++20"),
    ("clang++, C++20", "CLANGXX", "clang++", "c++", "c++20"),
]
PREAMBLE = """#include <stdio.h>
#include <stddef.h>
#ifdef __cplusplus
#include <type_traits>
#define SAME(a, ...) static_assert(std::is_same_v<__typeof__(a), __VA_ARGS__>, #a " is read wrongly")
#else
#define SAME(a, ...) typedef char same[__builtin_types_compatible_p(__typeof__(a), __VA_ARGS__) ? 1 : -1]
#endif
#define SIZE(a) (unsigned)sizeof(a)
"""


def struct_lines(struct):
    """C statements that print a struct and prove that its members' types were read rightly."""
    name = struct.name
    lines = [
        f'{{ struct aligned {{ char first; {name} second; }}; printf("{name}: size %u, align %u\\n", SIZE({name}), '
        "(unsigned)offsetof(struct aligned, second)); }"
    ]
    for member in struct.members:
        at = f"(({name}*)0)->{member.name}"
        lines.append(
            f'{{ SAME({at}, {member.type}); printf("{name}.{member.name}: offset %u, size %u, {member.type}\\n", '
            f"(unsigned)offsetof({name}, {member.name}), SIZE({at})); }}"
        )
    return lines


def header_lines(header):
    lines = []
    for item in header.typedefs:
        if item.type.startswith("struct "):
            lines.append(f'printf("{item.name}: opaque, {item.type}\\n");')
        else:
            lines.append(
                f"{{ {item.name} zero = 0; SAME(zero, {item.type}); "
                f'printf("{item.name}: size %u, {item.type}\\n", SIZE({item.name})); }}'
            )
    for struct in header.structs:
        lines += struct_lines(struct)
    for item in header.constants:
        if item.name in NOT_ABI:
            continue
        form, cast = ('\\"%s\\"', "") if item.type == "text" else ("%lld", "(long long)")
        lines.append(f'printf("{item.name} = {form}\\n", {cast}{item.name});')
    for item in header.functions:
        lines.append(f'{{ SAME(&{item.name}, {item.type}); printf("{item.name}: {item.type}\\n"); }}')
    return lines


def program(headers):
    includes = "".join(f'#include "{header.path.removeprefix("sdk/include/")}"\n' for header in headers)
    body = "".join(f"  {line}\n" for header in headers for line in header_lines(header))
    return PREAMBLE + includes + "int main(void) {\n" + body + "  return 0;\n}\n"


def run(source, root, compiler):
    """What the program prints when built by this compiler."""
    name, variable, default, language, standard = compiler
    with tempfile.TemporaryDirectory() as folder:
        binary = os.path.join(folder, "layout")
        command = [tool(variable, default), "-x", language, f"-std={standard}", "-Wall", "-Wextra", "-Werror"]
        command += ["-Wno-unused-local-typedefs", "-I", os.path.join(root, "sdk/include"), "-o", binary, "-"]
        built = subprocess.run(command, input=source, capture_output=True, text=True)
        if built.returncode != 0:
            sys.exit(f"{name} refuses the program made from {abi_syntax.FOLDER}:1:\n{built.stderr}")
        return subprocess.run([binary], capture_output=True, text=True, check=True).stdout.splitlines()


def places(headers):
    """{"mailcomb_call.report": (file, line)} for everything that the program prints."""
    found = {}
    for header in headers:
        for item in header.structs + header.typedefs + header.constants + header.functions:
            found[item.name] = (header.path, item.line)
        for struct in header.structs:
            for member in struct.members:
                found[f"{struct.name}.{member.name}"] = (header.path, member.line)
    return found


def compare(findings, where, golden, printed, compiler):
    """Names every line that differs, at its place in the headers or, if it is gone, in the golden file."""

    def key(line):
        return line.split(" = ")[0].split(":")[0]

    was = {key(line): (number, line) for number, line in enumerate(golden, 1)}
    now = {key(line): line for line in printed}
    for name, (number, line) in was.items():
        if name not in now:
            findings.add(GOLDEN, number, f"{line}: gone, by {compiler}")
        elif now[name] != line:
            findings.add(*where[name], f"{now[name]}, by {compiler}; {GOLDEN}:{number} says {line}")
    for name in now.keys() - was.keys():
        findings.add(*where[name], f"{now[name]}: not in {GOLDEN}, by {compiler}")
    if was.keys() == now.keys() and [*was] != [*now]:
        moved = next(line for line in difflib.ndiff([*was], [*now]) if line[0] == "+")[2:]
        findings.add(*where[moved], f"{moved} stands in another order than in {GOLDEN}, by {compiler}")


def main(root, update):
    try:
        headers = abi_syntax.read_headers(root)
    except abi_syntax.Unreadable as error:
        sys.exit(str(error))
    source = program(headers)
    golden_path = os.path.join(root, GOLDEN)
    if update:
        with open(golden_path, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in run(source, root, COMPILERS[0]))
    with open(golden_path, encoding="utf-8") as file:
        golden = file.read().splitlines()
    findings = Findings(root)
    for compiler in COMPILERS:
        compare(findings, places(headers), golden, run(source, root, compiler), compiler[0])
        if findings:  # The others would say the same once more.
            break
    hint = "If this was on purpose: python3 tests/checks/abi_layout.py . --update, and say in the commit why."
    findings.finish(f"abi layout: {len(golden)} facts, the same by {len(COMPILERS)} compilers", hint)


if __name__ == "__main__":
    main(sys.argv[1], "--update" in sys.argv[2:])
