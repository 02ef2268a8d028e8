# SPDX-License-Identifier: Apache-2.0
"""How every check reports: one line per finding, `file:line: what is wrong`, and the tools it needs."""

import os
import shutil
import sys

os.environ["LC_ALL"] = "C"  # What the tools print is read.


class Findings:
    """Collects what is wrong below `root`; `finish` prints it and ends the program with 0 or 1."""

    def __init__(self, root):
        self.root = os.path.realpath(root)
        self._lines = []

    def add(self, path, line, message):
        relative = os.path.relpath(path, self.root) if os.path.isabs(path) else path
        self._lines.append((relative, line, message))

    def __bool__(self):
        return bool(self._lines)

    def finish(self, summary, hint=""):
        if self._lines:
            for path, line, message in sorted(set(self._lines)):
                print(f"{path}:{line}: {message}")
            sys.exit(hint or 1)
        print(summary)
        sys.exit(0)


def tool(name, default):
    """The program in the environment variable `name` (CTest sets it), else `default`; never skipped."""
    found = shutil.which(os.environ.get(name, default))
    if not found:
        sys.exit(f"{default} is needed and was not found; install it or name it in {name}")
    return found
