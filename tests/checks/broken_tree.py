# SPDX-License-Identifier: Apache-2.0
"""A copy of the tree to be broken on purpose: the checks must pass on it before, and fail after."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))


class BrokenTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        shutil.copy(os.path.join(ROOT, ".clang-format"), self.root)
        for part in ("sdk", "host", "plugins", "tests/checks"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(os.path.join(ROOT, part), os.path.join(self.root, part), ignore=ignored)

    def write(self, path, text):
        place = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            file.write(text)
        return place

    def change(self, path, old, new):
        """Replaces the first `old`, which must be there; answers its line."""
        with open(os.path.join(self.root, path), encoding="utf-8") as file:
            text = file.read()
        self.assertIn(old, text, path)
        self.write(path, text.replace(old, new, 1))
        return text.count("\n", 0, text.index(old)) + 1

    def run_check(self, script, *arguments):
        command = [sys.executable, "-B", os.path.join(ROOT, "tests/checks", script), self.root, *arguments]
        return subprocess.run(command, capture_output=True, text=True)

    def assert_passes(self, script, *arguments):
        done = self.run_check(script, *arguments)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def assert_caught(self, message, script, *arguments):
        """The check fails and says so, in one line that contains `message`."""
        done = self.run_check(script, *arguments)
        self.assertNotEqual(done.returncode, 0, f"{script} has not seen it")
        self.assertIn(message, done.stdout + done.stderr)
