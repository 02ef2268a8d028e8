# SPDX-License-Identifier: Apache-2.0
"""Runs the program as a user would, in a home of its own, and reads what it says."""

import json
import os
import subprocess
import sys
import unittest
from dataclasses import dataclass
from pathlib import Path

NOW = "2002-12-01T00:00:00Z"
CASES = Path(__file__).resolve().parent
SOURCE = CASES.parents[1]
TIME_LIMIT_S = 300


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Program:
    """The program under test. Nothing of the caller's environment reaches it, HOME least of all."""

    def __init__(self, path: Path, home: Path):
        self.path = path.resolve()
        self.home = home
        self.plugins = self.path.parents[1] / "lib/mailcomb/plugins"
        self.test_plugins = self.path.parents[1] / "lib/mailcomb/test-plugins"

    def environment(self, **variables) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TMPDIR")
                if name in os.environ}
        return kept | {"HOME": str(self.home)} | variables

    def later(self, days: int) -> dict[str, str]:
        """Variables that set the clock so many days ahead."""
        clock = self.path.parents[1] / "tests/support/clock_ahead.so"
        asan = [os.environ.get("ASAN_OPTIONS"), "verify_asan_link_order=0"]
        return {"LD_PRELOAD": str(clock), "CLOCK_AHEAD_S": str(days * 86400), "ASAN_OPTIONS": ":".join(filter(None, asan))}

    def run(self, *arguments, env=None, **options) -> Result:
        done = subprocess.run([self.path, *map(str, arguments)], env=self.environment(**(env or {})),
                              stdin=options.pop("stdin", subprocess.DEVNULL), capture_output=True,
                              timeout=TIME_LIMIT_S, **options)
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace"))

    def start(self, *arguments) -> subprocess.Popen:
        return subprocess.Popen([self.path, *map(str, arguments)], env=self.environment(), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def take_program(arguments: list[str]) -> Path:
    """The value of `--program PATH`, which leaves the arguments."""
    if "--program" not in arguments[:-1]:
        sys.exit("give the program under test: --program build/dev/bin/mailcomb")
    at = arguments.index("--program")
    path = Path(arguments[at + 1])
    del arguments[at : at + 2]
    if not os.access(path, os.X_OK):
        sys.exit(f"{path} is no program: build it first")
    return path


PROGRAM_PATH: list[Path] = []  # what `main` was given


def main() -> None:
    """What a test module ends with instead of unittest.main()."""
    arguments = list(sys.argv)
    PROGRAM_PATH.append(take_program(arguments))
    unittest.main(module="__main__", argv=arguments, verbosity=1)
