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
    for path, line in re.findall(r"^(\S+?):(\d+):\d+: error:", done.stderr, re.M):
        findings.add(path, int(line), "clang-format would write this differently: format.py ROOT --fix")
    if done.returncode != 0 and "error:" not in done.stderr:
        sys.exit(done.stderr)
    findings.finish(f"{len(paths)} files are formatted")


if __name__ == "__main__":
    main(sys.argv[1], "--fix" in sys.argv[2:])
