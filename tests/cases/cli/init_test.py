# SPDX-License-Identifier: Apache-2.0
"""init writes a mailcomb.yaml to begin with; and the four flags that stand for commands."""

import re

from cli_test_case import CliTest
from mailboxes import generate_maildir
from product import NOW, SOURCE, main

SHIPPED = SOURCE / "configs/mailcomb.yaml"


class InitTest(CliTest):
    def init(self, *arguments, code=0, **options):
        return self.run_program("init", *arguments, code=code, cwd=self.folder, **options)

    def test_it_finds_mailboxes(self):
        generate_maildir(self.program.home / "Maildir", 3, old=2)
        generate_maildir(self.program.home / "Mail", 1)
        self.assertEqual(self.init().out, "Wrote mailcomb.yaml with mailboxes maildir, mail.\n"
                         "See what its pipeline would do: mailcomb plan --pipeline nightly\n")
        written = (self.folder / "mailcomb.yaml").read_text()
        self.assertIn("\n  maildir: {provider: maildir, path: ~/Maildir}\n  mail: {provider: maildir, path: ~/Mail}\n\n",
                      written)
        self.assertIn("\n    mailboxes: [maildir, mail]\n", written)
        self.run_program("plan", "--pipeline", "nightly", "--now", NOW, cwd=self.folder)
        self.run_program("run", "--pipeline", "nightly", "--now", NOW, cwd=self.folder)
        self.assertEqual((self.folder / "mailcomb.yaml").stat().st_mode & 0o777, 0o600)

    def test_it_finds_none(self):
        result = self.init("other.yaml", "--format", "json").json
        self.assertEqual(result, {"file": "other.yaml", "mailboxes": []})
        self.assertEqual((self.folder / "other.yaml").read_text(), SHIPPED.read_text())

    def test_it_never_overwrites(self):
        file = self.folder / "mailcomb.yaml"
        file.write_text("version: 1\n")
        self.assertEqual(self.init(code=4).err, "error: 'mailcomb.yaml' is there already, and stays as it is\n"
                         "  hint: name another file, or move it away\n")
        self.assertEqual(file.read_text(), "version: 1\n")
        self.assertIn("cannot write", self.init("no/folder.yaml", code=4).err)

    def test_every_comment_of_it_is_a_configuration_too(self):
        """What is commented out is valid, and the only notes are on what has no effect yet."""
        lines = [re.sub(r"^(\s*)# (?=\s*[a-z_.]+:|\s*- )", r"\1", line) for line in SHIPPED.read_text().splitlines()]
        file = self.folder / "all.yaml"
        file.write_text("\n".join(lines))
        told = self.run_program("policy", "list", "--config", file).err
        self.assertEqual(re.findall(r"note: \S+ (.*)", told), ["'categories' has no effect in this version"])


class TopLevelTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small()

    def test_they_mean_commands(self):
        self.assertEqual(self.run_program("--dry-run", *self.planned, "--format", "json").json["totals"],
                         self.plan_json()["totals"])
        self.run_program("--execute", *self.planned, "--yes")
        self.assertTrue((self.mail / ".Archive/cur/00000:2,S").exists())
        runs = self.run_program("--format", "json", "--history", *self.stored).json["runs"]
        self.assertEqual(runs[0]["kind"], "apply")

    def test_they_contradict(self):
        self.assertEqual(self.run_program("--dry-run", "--execute", *self.planned, code=64).err,
                         "error: --dry-run and --execute contradict each other\n  hint: give one of them\n")
        self.assertEqual(self.run_program("--history", "--dry-run", code=64).err,
                         "error: --history and --dry-run contradict each other\n  hint: give one of them\n")

    def test_they_are_no_commands_behind_one(self):
        self.run_program("history", "--execute", code=64)


if __name__ == "__main__":
    main()
