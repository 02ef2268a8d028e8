# SPDX-License-Identifier: Apache-2.0
"""Mailboxes in every condition: missing, empty, with files that cannot be read or are no messages."""

import os
import shutil
from pathlib import Path

from cli_test_case import CliTest, policy_text
from mailboxes import snapshot
from product import NOW, main

NOBODY = 65534


def as_nobody() -> dict:
    """Options that make a process one that permissions matter to."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


class MailboxTest(CliTest):
    def give_away(self) -> None:
        """Everything of the test belongs to nobody, as which the program runs; nobody can read root's folders."""
        if os.geteuid() != 0:
            return
        self.reveal_program()
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)

    def reveal_program(self) -> None:
        """A build below /root is behind a closed door: then a copy of it will do."""
        if all(folder.stat().st_mode & 0o001 for folder in self.program.path.parents):
            return
        installed = self.folder / "installed"
        build = self.program.path.parents[1]
        (installed / "bin").mkdir(parents=True)
        for name in ("mailcomb", "mailcomb-plugin-runner"):
            shutil.copy2(build / "bin" / name, installed / "bin")
        shutil.copytree(build / "lib/mailcomb/plugins", installed / "lib/mailcomb/plugins")
        shutil.copytree(build / "share", installed / "share")
        self.program.path = installed / "bin/mailcomb"

    def test_missing_empty_and_no_maildir(self):
        for make, code in ((lambda: None, 10), (self.mail.mkdir, 4), ((self.mail / "cur.txt").touch, 4)):
            make()
            self.assertIn(str(self.mail), self.plan(code=code).err)
            self.apply(code=code)

    def test_a_relative_path_is_taken_back_from_anywhere(self):
        self.make_small()
        planned = ["--policy", self.policy.name, "--mailbox", "maildir:./mail/", "--now", NOW, *self.stored]
        before = snapshot(self.mail)
        self.run_program("plan", *planned, "--out", "saved.plan", cwd=self.folder)
        saved = ["--plan", self.folder / "saved.plan", "--yes", *self.stored]
        self.run_program("apply", *saved, cwd="/")
        self.run_program("undo", "last", "--yes", *self.stored, cwd="/")
        self.assertEqual(snapshot(self.mail), before)
        self.run_program("apply", *planned, "--yes", cwd=self.folder)
        self.assertNotEqual(snapshot(self.mail), before)
        self.run_program("undo", "last", "--yes", *self.stored, cwd=self.folder / "home")
        self.assertEqual(snapshot(self.mail), before)

    def test_a_file_instead_of_a_folder(self):
        self.mail.write_text("From me\n")
        self.plan(code=10)

    def test_a_maildir_without_messages(self):
        self.make_small(0)
        plan = self.plan_json()
        self.assertEqual((plan["totals"]["messages"], plan["changes"]), (0, []))
        with self.unchanged():
            self.apply()

    def test_an_unreadable_message_is_named_and_the_rest_goes_on(self):
        self.make_small()
        (self.mail / "cur/00001:2,S").chmod(0)
        self.give_away()
        result = self.plan("--format", "json", code=6, **as_nobody())
        plan = result.json
        self.assertEqual((plan["totals"]["messages"], plan["totals"]["scanned"]), (3, 2))
        self.assertEqual([change["message_id"] for change in plan["changes"]], ["00000"])
        self.assertEqual(len(plan["unreadable"]), 1)
        self.assertIn("00001", plan["unreadable"][0]["what"])
        self.assertIn("00001", result.err)
        self.apply(code=6, **as_nobody())
        self.assertTrue((self.mail / ".Archive/cur/00000:2,S").exists())
        self.assertTrue((self.mail / "cur/00001:2,S").exists())

    def test_an_unreadable_folder_is_named_and_the_rest_goes_on(self):
        self.make_small()
        self.message("closed", folder=".Closed")
        (self.mail / ".Closed/cur").chmod(0)
        self.addCleanup((self.mail / ".Closed/cur").chmod, 0o700)
        self.give_away()
        plan = self.plan("--format", "json", code=6, **as_nobody()).json
        self.assertEqual(len(plan["changes"]), 2)
        self.assertIn("Closed", plan["unreadable"][0]["what"])

    def test_a_closed_mailbox(self):
        self.make_small()
        (self.mail / "cur").chmod(0)
        self.addCleanup((self.mail / "cur").chmod, 0o700)
        self.give_away()
        result = self.plan(**as_nobody(), code=10 if not self.partly(as_nobody()) else 6)
        self.assertIn("cur", result.err)

    def partly(self, options: dict) -> bool:
        return self.program.run("plan", *self.planned, **options).code == 6

    def test_what_is_no_message(self):
        self.make_small()
        (self.mail / "cur/picture:2,S").write_bytes(bytes(range(256)) * 20)
        (self.mail / "cur/folder:2,S").mkdir()
        (self.mail / "cur/link:2,S").symlink_to("/etc/passwd")
        os.mkfifo(self.mail / "cur/pipe:2,S")
        (self.mail / "cur/empty:2,S").write_bytes(b"")
        before = sorted(path.name for path in (self.mail / "cur").iterdir())
        result = self.program.run("plan", *self.planned, "--format", "json")
        self.assertEqual(result.code, 6, result.err)
        self.assertEqual([change["message_id"] for change in result.json["changes"]], ["00000", "00001"])
        named = " ".join(skip["what"] for skip in result.json["unreadable"])
        for name in ("folder", "link", "pipe"):
            self.assertIn(name, named)
        self.apply(code=6)
        self.undo_last_apply()
        self.assertEqual(sorted(path.name for path in (self.mail / "cur").iterdir()), before)

    def test_two_files_of_one_name(self):
        self.make_small()
        self.message("00000", folder=".Other")
        result = self.plan("--format", "json", code=6)
        self.assertEqual([change["message_id"] for change in result.json["changes"]], ["00001"])
        self.assertIn("00000", result.err)

    def test_damaged_headers(self):
        self.make_small(1, 1)
        for name, content in {
            "no-header": b"\nonly a body\n", "no-colon": b"From nobody\nthis is no header\n\nbody",
            "huge": b"Subject: " + b"x" * 1_000_000 + b"\nReceived: by x; Sun, 01 Jan 1995 00:00:00 +0000\n\n",
            "nul": b"Subject: a\0b\nFrom: \0\n\n", "charset": b"Subject: =?no-such?Q?=FF=FE?= =?utf-8?B?////?=\n\n",
            "date": b"Received: by x; Thu, 99 Foo 2099 99:99:99 +9999\n\n", "cr": b"Subject: a\r\n\tb\r\n\r\n",
        }.items():
            (self.mail / f"cur/{name}:2,S").write_bytes(content)
        result = self.program.run("plan", *self.planned, "--format", "json")
        self.assertIn(result.code, (0, 6), result.err)
        plan = result.json
        self.assertEqual({change["message_id"] for change in plan["changes"]}, {"00000", "huge"})
        self.assertEqual(plan["totals"]["messages"], 8)

    def test_names_that_are_no_utf8(self):
        self.make_small(0)
        name = Path(os.fsdecode(bytes(self.mail / "cur") + b"/b\xffd:2,S"))
        name.write_text("Received: by x; Sun, 01 Jan 1995 00:00:00 +0000\n\n")
        self.assertEqual([change["message_id"] for change in self.plan_json()["changes"]], ["b%FFd"])
        self.apply()
        self.undo_last_apply()
        self.assertTrue(name.exists())

    def test_a_guard_that_a_policy_cannot_override(self):
        self.make_small(0)
        self.message("starred", flags="FS")
        self.policy.write_text(policy_text("match: {is: starred}, then: trash"))
        self.assertEqual(self.plan_json()["guards"]["kept"], {"starred": 1})


if __name__ == "__main__":
    main()
