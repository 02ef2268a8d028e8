# SPDX-License-Identifier: Apache-2.0
"""Tests of the oracle: buckets, guards and threads, on Maildirs small enough to judge by hand."""

import json
import subprocess
import sys
import unittest
from datetime import timedelta
from pathlib import Path

from maildir_fixture import NOW_TEXT, MaildirTest

ORACLE = Path(__file__).with_name("oracle.py")
BULK = "Precedence: bulk"


class OracleTest(MaildirTest):
    def judge(self, policy: str) -> dict:
        result = self.run_oracle("--now", NOW_TEXT, "--policy", policy)
        self.assertEqual(result.stderr, "")
        judgement = json.loads(result.stdout)
        return judgement | {rule["name"]: rule for rule in judgement["rules"]}

    def run_oracle(self, *arguments: str):
        return subprocess.run([sys.executable, ORACLE, self.maildir, *arguments], capture_output=True, text=True)


class PolicyTest(OracleTest):
    def test_ages_are_inclusive_to_the_second(self):
        self.deliver("exact", BULK, age=90)
        self.deliver("younger", BULK, age=timedelta(days=90, seconds=-1))
        self.assertEqual(self.judge("conservative")["archive-old-promotions"]["changes"], ["exact"])

    def test_archive_acts_on_the_inbox_and_knows_the_archive(self):
        for id, folder in (("1", ""), ("2", ".Archive"), ("3", ".Clients"), ("4", ".Sent"), ("5", ".Junk")):
            self.deliver(id, BULK, age=99, folder=folder)
        rule = self.judge("conservative")["archive-old-promotions"]
        self.assertEqual((rule["matched"], rule["already"], rule["changes"]), (["1", "2"], ["2"], ["1"]))

    def test_trash_keeps_what_a_guard_protects(self):
        for id, flags, folder in (("d", "DS", ""), ("f", "FR", ""), ("l", "", ".Clients"), ("n", "", ".Archive"),
                                  ("r", "RS", ""), ("s", "S", ".Sent"), ("t", "T", ".Trash")):
            self.deliver(id, age=400, flags=flags, folder=folder)
        rule = self.judge("moderate")["trash-very-old"]
        self.assertEqual(rule["guarded"], {"d": ["draft"], "f": ["starred", "replied"], "l": ["user_label"],
                                           "r": ["replied"]})
        self.assertEqual(rule["changes"], ["n"])

    def test_the_first_terminal_rule_wins_and_a_guarded_one_does_not(self):
        self.deliver("old", BULK, age=400)
        self.deliver("replied", BULK, age=400, flags="RS")
        self.deliver("starred", BULK, age=400, flags="FS")
        rule = self.judge("moderate")["archive-old-promotions"]
        self.assertEqual((rule["guarded"], rule["shadowed"], rule["changes"]),
                         ({"starred": ["starred"]}, ["old"], ["replied"]))

    def test_social_mail_is_archived(self):
        self.deliver("friend", "From: a@mail.x.com", age=14)
        self.assertEqual(self.judge("moderate")["archive-old-social"]["changes"], ["friend"])

    def test_mark_read_comes_on_top_of_other_actions(self):
        self.deliver("old", "List-Id: <l>", age=200, flags="")
        self.deliver("new", "List-Unsubscribe: <u>", age=3, flags=None, directory="new")
        self.deliver("read", "List-Id: <l>", age=3)
        self.deliver("starred", "List-Id: <l>", age=3, flags="F")
        self.deliver("fresh", "List-Id: <l>", age=2, flags="")
        judgement = self.judge("aggressive")
        rule = judgement["mark-newsletters-read"]
        self.assertEqual((rule["guarded"], rule["already"], rule["changes"]),
                         ({"starred": ["starred"]}, ["read"], ["new", "old"]))
        self.assertEqual(judgement["totals"]["changes"], 2)
        self.assertEqual(judgement["totals"]["actions"], {"archive": 0, "mark_read": 2, "trash": 1})

    def test_unknown_and_future_dates_match_nothing(self):
        self.deliver("undated.x", BULK)
        self.deliver("future", BULK, age=-1)
        judgement = self.judge("aggressive")
        self.assertEqual((judgement["messages"], judgement["unknown_date"], judgement["future_date"]), (2, 1, 1))
        self.assertEqual(judgement["totals"]["matched"], 0)


class ThreadGuardTest(OracleTest):
    def assert_kept(self, kept: list[str], *trashed: str):
        rule = self.judge("moderate")["trash-very-old"]
        self.assertEqual((rule["guarded"], rule["changes"]), ({id: ["thread"] for id in kept}, list(trashed)))

    def test_an_old_thread_goes_as_a_whole(self):
        self.deliver("a", "Message-ID: <a@x>", age=400)
        self.deliver("b", "In-Reply-To: <a@x>", age=366)
        self.assert_kept([], "a", "b")

    def test_one_young_message_keeps_all_over_missing_links(self):
        self.deliver("a", "Message-ID: <a@x>", age=400)
        self.deliver("b", "References: <a@x> <missing@x>", age=390)
        self.deliver("c", "In-Reply-To: Your mail <missing@x>", age=10)
        self.deliver("other", "Message-ID: <A@x>", age=400)
        self.assert_kept(["a", "b"], "other")

    def test_messages_in_any_folder_keep_their_thread(self):
        for number, folder in enumerate((".Sent", ".Drafts", ".Clients")):
            self.deliver(f"a{number}", f"Message-ID: <{number}@x>", age=400)
            self.deliver(f"b{number}", f"References: <{number}@x>", age=400, folder=folder)
        self.deliver("a3", "Message-ID: <3@x>", age=400)
        self.deliver("b3", "References: <3@x>", age=1, folder=".Trash")
        self.deliver("a4", "Message-ID: <4@x>", age=400)
        self.deliver("b4", "References: <4@x>", age=400, folder=".Trash")
        rule = self.judge("moderate")["trash-very-old"]
        self.assertEqual(rule["changes"], ["a4"])
        self.assertEqual(rule["guarded"], {"a0": ["thread"], "a1": ["thread"], "a2": ["thread"], "a3": ["thread"],
                                           "b2": ["user_label"]})

    def test_an_unknown_date_keeps_its_thread(self):
        self.deliver("a", "Message-ID: <a@x>", age=400)
        self.deliver("undated.x", "References: <a@x>")
        self.assert_kept(["a"])

    def test_the_starred_one_is_named_starred_and_the_others_thread(self):
        self.deliver("a", "Message-ID: <a@x>", age=400)
        self.deliver("b", "References: <a@x>", age=400, flags="FS")
        rule = self.judge("moderate")["trash-very-old"]
        self.assertEqual(rule["guarded"], {"a": ["thread"], "b": ["starred"]})

    def test_threads_do_not_keep_mail_from_the_archive(self):
        self.deliver("a", "Message-ID: <a@x>", BULK, age=99)
        self.deliver("b", "References: <a@x>", age=1, flags="F")
        self.assertEqual(self.judge("conservative")["archive-old-promotions"]["changes"], ["a"])


class ErrorsTest(OracleTest):
    def assert_fails(self, text: str, *arguments: str):
        result = self.run_oracle(*arguments)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(text, result.stderr)

    def test_what_cannot_be_judged(self):
        self.assert_fails("write it like 2002-12-01T00:00:00Z", "--now", "2002-12-01", "--policy", "moderate")
        self.deliver("twin", flags="S")
        self.deliver("twin", flags="F")
        self.assert_fails("two files have the base name twin", "--now", NOW_TEXT, "--policy", "moderate")
        self.maildir = self.maildir / "cur"
        self.assert_fails("is no Maildir", "--now", NOW_TEXT, "--policy", "moderate")


if __name__ == "__main__":
    unittest.main()
