# SPDX-License-Identifier: Apache-2.0
"""The installed program finds its plugins, policies and runner beside itself: program_test.py BUILD CMAKE."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD, CMAKE = sys.argv[1:3]


class InstalledProgram(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.prefix = Path(cls.temporary.name) / "prefix"
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", str(cls.prefix)], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def run_program(self, *words, home):
        environment = {**os.environ, "HOME": home, "XDG_STATE_HOME": "", "MAILCOMB_PLUGIN_PATH": ""}
        done = subprocess.run([self.prefix / "bin" / "mailcomb", *words], capture_output=True, text=True,
                              env=environment, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def test_plans_with_nothing_but_a_mailbox(self):
        with tempfile.TemporaryDirectory() as home:
            for name in ("cur", "new", "tmp"):
                (Path(home) / "Mail" / name).mkdir(parents=True)
            plan = self.run_program("plan", "--mailbox", "maildir:~/Mail", "--format", "json", home=home)
            self.assertEqual(plan["policy"]["name"], "conservative")
            history = self.run_program("history", "list", "--format", "json", home=home)
            self.assertEqual([run["kind"] for run in history["runs"]], ["plan"])
            journal = Path(home) / ".local/state/mailcomb/mailcomb.db"
            self.assertEqual(journal.stat().st_mode & 0o777, 0o600)

    def test_has_the_shipped_plugins_and_policies(self):
        with tempfile.TemporaryDirectory() as home:
            plugins = self.run_program("plugins", "list", "--format", "json", home=home)
            self.assertEqual(plugins["problems"], [])
            self.assertLessEqual({"maildir", "sqlite", "match"}, {each["name"] for each in plugins["components"]})
            policies = self.run_program("policy", "list", "--format", "json", home=home)
            self.assertEqual([each["name"] for each in policies["policies"]],
                             ["aggressive", "conservative", "moderate"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
