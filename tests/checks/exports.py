# SPDX-License-Identifier: Apache-2.0
"""Check the dynamic symbols of a built library: exports.py ROOT plugin NAME FILE | host FILE.

A plugin exports its entry function alone, finds every symbol it needs in the libraries that layers.txt allows it
(`outside` as the name allows the C and C++ runtimes only), binds at load time, and has no GNU-unique symbol. The
host links no library that belongs to a plugin. Symbols and libraries of sanitizers do not count."""

import os
import re
import subprocess
import sys

from findings import Findings, tool
from layer_graph import LayerGraph

ENTRY = "mailcomb_plugin_entry_v1"
SANITIZER = re.compile(r"^__(odr_|start_|stop_)?_*(asan|ubsan|lsan|tsan|sanitizer)")
RUNTIMES = ("libc.so", "libm.so", "libgcc_s.so", "libstdc++.so", "libc++.so", "libc++abi.so", "ld-linux", "libpthread.so")
SANITIZERS = ("libasan.so", "libubsan.so", "libtsan.so", "libclang_rt.")
NEVER_IN_HOST = ("libpq", "libsqlite3", "libSQLiteCpp", "libcurl", "libgmime", "libglib", "libgobject")


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[-1]}:1: {os.path.basename(command[0])} failed: {done.stderr.strip()}")
    return done.stdout


def symbols(file, which):
    """(kind, name) of the dynamic symbols, `which` is --defined-only or --undefined-only."""
    lines = output(tool("NM", "nm"), "-D", which, file).splitlines()
    found = [(words[-2], words[-1].split("@")[0]) for words in map(str.split, lines)]
    return [(kind, name) for kind, name in found if not SANITIZER.match(name)]


def libraries(file):
    """The names in DT_NEEDED."""
    return re.findall(r"\(NEEDED\).*\[(.*)\]", output(tool("READELF", "readelf"), "-d", "-W", file))


def library_paths(file):
    """{name: path} of everything that the loader would load with the file, and of the loader itself."""
    told = output(tool("LDD", "ldd"), file)
    loader = {os.path.basename(path): path for path in re.findall(r"^\s*(/\S+) \(", told, re.M)}
    return loader | dict(re.findall(r"^\s*(\S+) => (\S+) \(", told, re.M))


def check_exports(findings, file):
    exported = symbols(file, "--defined-only")
    if ENTRY not in [name for _, name in exported]:
        findings.add(file, 1, f"does not export {ENTRY}")
    for kind, name in exported:
        if kind == "u":
            findings.add(file, 1, f"{name} is GNU-unique, shared with other plugins; build with -fno-gnu-unique")
        if name != ENTRY:
            findings.add(file, 1, f"exports {name}; a plugin exports {ENTRY} alone (use mailcomb_add_plugin)")


def check_binding(findings, file):
    dynamic = output(tool("READELF", "readelf"), "-d", "-W", file)
    if not re.search(r"\(FLAGS\).*BIND_NOW|\(FLAGS_1\).*NOW", dynamic):
        findings.add(file, 1, "is bound lazily; link with -z now (use mailcomb_add_plugin)")
    if "GNU_RELRO" not in output(tool("READELF", "readelf"), "-l", "-W", file):
        findings.add(file, 1, "has no read-only relocations; link with -z relro (use mailcomb_add_plugin)")


def check_needs(findings, file, allowed):
    paths = library_paths(file)
    given = set()
    for name in [*libraries(file), *(name for name in paths if name.startswith("ld-linux"))]:
        if not name.startswith((*RUNTIMES, *SANITIZERS, *allowed)):
            findings.add(file, 1, f"links {name}, which tests/checks/layers.txt does not list for it")
        elif name in paths:
            given |= {symbol for _, symbol in symbols(paths[name], "--defined-only")}
    for kind, name in symbols(file, "--undefined-only"):
        if kind == "U" and name not in given:
            findings.add(file, 1, f"needs {name}, which none of its libraries has")


def main(root, kind, *rest):
    findings = Findings(root)
    file = os.path.realpath(rest[-1])
    if kind == "host":
        for name in libraries(file):
            if name.startswith(NEVER_IN_HOST):
                findings.add(file, 1, f"links {name}; it belongs to a plugin, never into the host")
        findings.finish(f"{file}: links no library of a plugin")
    links = LayerGraph(os.path.join(root, "tests/checks/layers.txt")).links
    if rest[0] != "outside" and rest[0] not in links:
        sys.exit(f"tests/checks/layers.txt:1: has no plugin '{rest[0]}'")
    check_exports(findings, file)
    check_binding(findings, file)
    check_needs(findings, file, links.get(rest[0], []))
    findings.finish(f"{file}: exports {ENTRY} alone and needs nothing that it lacks")


if __name__ == "__main__":
    main(*sys.argv[1:])
