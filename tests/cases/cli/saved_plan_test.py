# SPDX-License-Identifier: Apache-2.0
"""plan --out and apply --plan: a saved plan is for one mailbox, one policy, and exactly as it was saved."""

import json
import os
import shutil

from cli_test_case import CliTest, policy_text
from mailboxes import snapshot
from product import main


class SavedPlanTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small(4, 3)
        self.saved = self.folder / "saved.plan"

    def save(self) -> None:
        self.plan("--out", self.saved)

    def apply_saved(self, *arguments, code=0, mailbox=None):
        return self.run_program("apply", "--plan", self.saved, "--mailbox", f"maildir:{mailbox or self.mail}",
                                *self.stored, "--yes", *arguments, code=code)

    def test_it_is_private_and_lists_changes(self):
        os.umask(0)
        self.addCleanup(os.umask, 0o022)
        self.save()
        self.assertEqual(self.saved.stat().st_mode & 0o777, 0o600)
        header, *changes, trailer = map(json.loads, self.saved.read_text().splitlines())
        self.assertEqual(header["format"], "mailcomb.plan/1")
        self.assertEqual(len(changes), 3)
        self.assertEqual(set(trailer), {"changes", "digest"})

    def test_it_is_applied_and_undone(self):
        before = snapshot(self.mail)
        self.save()
        self.assertEqual(snapshot(self.mail), before)
        self.apply_saved()
        self.assertEqual(len(list((self.mail / ".Archive/cur").iterdir())), 3)
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), before)

    def test_another_policy(self):
        self.save()
        self.policy.write_text(policy_text("match: {older_than: 2y}, then: archive"))
        with self.unchanged():
            self.assertIn("changed since the plan was made", self.apply_saved(code=4).err)

    def test_another_mailbox(self):
        self.save()
        other = self.folder / "other"
        shutil.copytree(self.mail, other)
        with self.unchanged():
            self.assertIn("the plan is for mailbox", self.apply_saved(code=4, mailbox=other).err)

    def test_it_knows_its_mailbox(self):
        self.save()
        self.run_program("apply", "--plan", self.saved, *self.stored, "--yes")
        self.assertEqual(len(list((self.mail / ".Archive/cur").iterdir())), 3)

    def test_cut_after_any_line(self):
        self.save()
        lines = self.saved.read_bytes().splitlines(keepends=True)
        with self.unchanged():
            for count in range(len(lines)):
                self.saved.write_bytes(b"".join(lines[:count]))
                self.apply_saved(code=4)
                self.saved.write_bytes(b"".join(lines[:count] + lines[count + 1 :]))
                self.apply_saved(code=4)

    def test_a_changed_byte(self):
        self.save()
        content = self.saved.read_bytes()
        with self.unchanged():
            for at in range(0, len(content), max(1, len(content) // 40)):
                self.saved.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
                self.apply_saved(code=4)
            self.saved.write_bytes(content + b"{}\n")
            self.apply_saved(code=4)

    def test_no_plan_at_all(self):
        self.apply_saved(code=4)
        self.saved.write_bytes(b"\x00\xff not json")
        self.apply_saved(code=4)

    def test_what_drifted_is_dropped_and_named(self):
        self.save()
        (self.mail / "cur/00000:2,S").rename(self.mail / "cur/00000:2,FS")
        (self.mail / "cur/00001:2,S").unlink()
        result = self.apply_saved("--format", "json", code=6).json
        self.assertEqual({problem["message_id"]: problem["outcome"] for problem in result["problems"]},
                         {"00000": "touched", "00001": "gone"})
        self.assertTrue((self.mail / "cur/00000:2,FS").exists())
        self.assertEqual([path.name for path in (self.mail / ".Archive/cur").iterdir()], ["00002:2,S"])

    def test_applied_twice(self):
        self.save()
        self.apply_saved()
        with self.unchanged():
            self.apply_saved(code=6)

    def test_dry_run(self):
        self.save()
        with self.unchanged():
            self.assertIn("Dry run", self.apply_saved("--dry-run").err)

    def test_accept_limits(self):
        self.mail = self.folder / "big"
        self.make_small(100, 30)
        self.policy.write_text(policy_text("match: {from: old@example.org}, then: trash"))
        self.save()
        with self.unchanged():
            self.assertIn("--accept limits", self.apply_saved(code=3).err)
            self.apply_saved("--accept", "everything", code=64)
        self.apply_saved("--accept", "limits")
        self.assertEqual(len(list((self.mail / ".Trash/cur").iterdir())), 30)


if __name__ == "__main__":
    main()
