# SPDX-License-Identifier: Apache-2.0
"""Check that clang-format 14 would change nothing in C and C++ files: format.py ROOT. With --fix it changes them."""

import re
import subprocess
import sys

import sources
from findings import Findings, tool

FOLDERS = ("sdk", "host", "plugins", "tests")
VERSION = "14."


def main(root, fix):
    findings = Findings(root)
    clang_format = tool("CLANG_FORMAT", "clang-format")
    version = subprocess.run([clang_format, "--version"], capture_output=True, text=True, check=True).stdout
    if f"version {VERSION}" not in version:
        sys.exit(f"clang-format {VERSION}x is needed, since others format differently; this is {version.strip()}")
    paths = sources.find(root, FOLDERS, sources.C_SUFFIXES)
    mode = ["-i"] if fix else ["--dry-run", "-Werror"]
    done = subprocess.run([clang_format, "--style=file", *mode, *paths], capture_output=True, text=True, cwd=root)
    places = re.findall(r"^(\S+?):(\d+):\d+: error:", done.stderr, re.M)
    for path, line in dict(reversed(places)).items():  # The first of each file.
        findings.add(path, int(line), "clang-format would write this differently")
    if done.returncode != 0 and "error:" not in done.stderr:
        sys.exit(done.stderr)
    findings.finish(f"{len(paths)} files are formatted", "To format everything: python3 tests/checks/format.py . --fix")


if __name__ == "__main__":
    main(sys.argv[1], "--fix" in sys.argv[2:])
