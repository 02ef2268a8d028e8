# SPDX-License-Identifier: Apache-2.0
"""metrics and --metrics-file: what runs leave behind, in all processes, and nothing of anybody's mail."""

import fcntl
import os
import re
import shutil
import sqlite3
import stat
import subprocess
from contextlib import closing
from itertools import pairwise

from cli_test_case import ARCHIVE, CliTest, policy_text
from pipeline_test import PipelineCase
from product import NOW, SOURCE, main

LABEL = re.compile(r'([a-z_]+)="((?:[^"\\]|\\.)*)"')
GOLDEN = SOURCE / "tests/unit/telemetry/metrics.golden"
# What labels may say, where that is a promise: dashboards and alerts depend on it.
WORDS = {
    "status": {"completed", "failed", "dry_run", "success"},
    "type": {"archive", "delete", "mark_read", "mark_unread", "star", "unstar", "label", "unlabel"},
    "stage": {"scan", "match", "guard", "plan", "apply", "verify"},
    "outcome": {"read", "unreadable", "matched", "unmatched", "kept", "passed", "changes", "stays", "done", "gone",
                "failed", "untried", "touched", "success", "refused", "failure"},
    "policy": {"tested"},
    "rule": {f"rule-{number}" for number in range(1, 8)},
    "pipeline": {"default"},
}


def samples(text: str) -> dict:
    """Values by name and labels."""
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            head, value = line.rsplit(" ", 1)
            name, _, labels = head.partition("{")
            found[name, frozenset(LABEL.findall(labels))] = float(value)
    return found


class MetricsTest(CliTest):
    def metrics(self, *arguments, code=0):
        return self.run_program("metrics", *self.stored, *arguments, code=code)

    def value(self, name, **labels):
        return samples(self.metrics().out).get((name, frozenset(labels.items())), 0)

    def test_nothing_yet(self):
        self.assertEqual(self.metrics().out, "# nothing was measured yet\n")

    def test_a_plan_an_apply_and_an_undo(self):
        self.make_small(count=3, old=2)
        self.plan()
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="dry_run"), 1)
        self.assertEqual(self.value("gmail_cleanup_actions_total", type="archive", status="success"), 0)
        self.apply()
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="completed"), 1)
        self.assertEqual(self.value("gmail_cleanup_actions_total", type="archive", status="success"), 2)
        self.assertEqual(self.value("gmail_cleanup_duration_seconds_count", policy="tested"), 2)
        self.assertEqual(self.value("mailcomb_rule_matches_total", policy="tested", rule="rule-1"), 4)
        for stage, outcome, count in (("scan", "read", 6), ("match", "matched", 4), ("match", "unmatched", 2),
                                      ("plan", "changes", 4), ("apply", "done", 2), ("verify", "done", 2)):
            self.assertEqual(self.value("mailcomb_stage_messages_total", stage=stage, outcome=outcome), count, stage)
        for stage in ("scan", "match", "guard", "plan"):
            self.assertEqual(self.value("mailcomb_stage_duration_seconds_count", stage=stage), 2, stage)
        for component in ("provider:maildir", "rule:match", "store:sqlite"):
            self.assertGreater(self.value("mailcomb_component_calls_total", component=component, outcome="success"), 1)
        self.undo_last_apply()
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="completed"), 2)

    def test_guards(self):
        self.message("starred", "Subject: x", flags="FS")
        self.message("plain", "Subject: x")
        self.plan()
        self.assertEqual(self.value("mailcomb_guard_blocks_total", guard="starred"), 1)
        self.assertEqual(self.value("mailcomb_stage_messages_total", stage="guard", outcome="kept"), 1)

    def stamp(self):
        return self.value("mailcomb_last_success_timestamp_seconds", pipeline="default")

    def test_only_a_success_moves_the_stamp(self):
        self.make_small()
        self.plan()
        self.assertEqual(self.stamp(), 0, "who only looks does no pipeline's work")
        self.apply()
        stamp = self.stamp()
        self.assertGreater(stamp, 1.7e9)
        self.undo_last_apply()
        self.assertEqual(self.stamp(), stamp)
        self.policy.write_text("version: 1\n")
        self.plan(code=4)
        self.policy.write_text(ARCHIVE)
        shutil.rmtree(self.mail)
        self.mail.write_text("no folder\n")
        self.plan(code=10)
        self.assertEqual(self.stamp(), stamp)
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="failed"), 2)
        self.run_program("plan", *self.stored, code=64)
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="failed"), 2, "a wrong command line is no run")

    def test_processes_at_once_lose_nothing(self):
        self.make_small()
        self.plan()
        started = [self.program.start("plan", *self.planned) for _ in range(8)]
        for process in started:
            process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0)
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="dry_run"), 9)

    def test_a_file_for_a_textfile_collector(self):
        self.make_small()
        file = self.folder / "mailcomb.prom"
        self.plan("--metrics-file", file)
        self.assertEqual(file.read_text(), self.metrics().out)
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o644)
        self.assertEqual([path.name for path in self.folder.glob("mailcomb.prom*")], ["mailcomb.prom"])

    def test_a_file_that_cannot_be_written(self):
        self.make_small()
        nowhere, folder = self.folder / "no/where.prom", self.folder / "folder.prom"
        folder.mkdir()
        for file, why in ((nowhere, f"cannot open folder '{nowhere.parent}': No such file or directory"),
                          (folder, f"cannot write '{folder}': Is a directory")):
            result = self.run_program("plan", *self.planned, "-q", "--metrics-file", file, code=6)
            self.assertEqual(result.err, f"error: the metrics are not written: {why}\n")
        self.assertEqual([path.name for path in self.folder.glob("*.prom*")], ["folder.prom"])
        result = self.apply("--metrics-file", nowhere, code=6)
        self.assertIn("2 of 2 messages changed", result.out)
        self.assertEqual((self.runs()[0]["kind"], self.runs()[0]["status"]), ("apply", "completed"))
        self.assertEqual(self.value("gmail_cleanup_runs_total", status="completed"), 1)
        self.policy.write_text("version: 1\n")
        self.plan("--metrics-file", nowhere, code=4)

    def test_damaged_metrics_are_told_and_change_nothing(self):
        self.make_small()
        self.plan()
        with closing(sqlite3.connect(self.store)) as store, store:
            store.execute("UPDATE documents SET bytes = X'7B' WHERE key = 'metrics'")
        why = (f"the metrics in SQLite file {self.store} are damaged\n"
               "  hint: they are left as they are; nothing else depends on them\n")
        self.assertIn(f"note: the metrics are not kept: {why}", self.apply().err)
        self.assertEqual(self.metrics(code=10).err, f"error: {why}")
        file = self.folder / "mailcomb.prom"
        self.assertEqual(self.run_program("plan", *self.planned, "-q", "--metrics-file", file, code=6).err,
                         f"error: the metrics are not kept: {why}")
        self.assertFalse(file.exists())
        self.undo_last_apply()

    def test_those_who_write_the_file_take_turns(self):
        self.make_small()
        file = self.folder / "mailcomb.prom"
        self.plan()
        folder = os.open(self.folder, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        started = []
        for runs in (2, 3):
            started.append(self.program.start("plan", *self.planned, "--metrics-file", file))
            while self.value("gmail_cleanup_runs_total", status="dry_run") < runs:
                self.assertIsNone(started[-1].poll(), "it waits for its turn")
        self.assertFalse(file.exists())
        fcntl.flock(folder, fcntl.LOCK_UN)
        for process in started:
            process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0)
        self.assertEqual(file.read_text(), self.metrics().out, "both wrote it as of their turn")

    def test_whoever_reads_the_file_meanwhile_sees_it_whole_and_growing(self):
        self.make_small()
        file = self.folder / "mailcomb.prom"
        self.plan("--metrics-file", file)
        seen = [file.read_text()]
        started = [self.program.start("plan", *self.planned, "--metrics-file", file) for _ in range(8)]
        while any(process.poll() is None for process in started):
            if (text := file.read_text()) != seen[-1]:
                seen.append(text)
        for process in started:
            process.communicate()
            self.assertEqual(process.returncode, 0)
        self.assertEqual(file.read_text(), self.metrics().out)
        for before, after in pairwise(map(samples, seen)):
            for key in before.keys() - {key for key in before if key[0] == "mailcomb_last_success_timestamp_seconds"}:
                self.assertGreaterEqual(after[key], before[key], key)

    def test_promtool_finds_nothing_wrong(self):
        self.make_small()
        self.plan()
        self.apply()
        done = subprocess.run(["promtool", "check", "metrics"], input=self.metrics().out, capture_output=True,
                              text=True)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_every_type_of_action(self):
        self.make_small()
        self.message("starred", "Subject: starred", flags="FS")
        self.message("unread", "Subject: unread", flags="")
        for number, then in enumerate(("archive", "mark_read", "star", "unstar", "mark_unread", "trash"), 1):
            subject = {"mark_read": "unread", "unstar": "starred"}.get(then, f"item {number}")
            self.message(f"m{number}", f"Subject: item {number}")
            self.policy.write_text(policy_text(f"match: {{subject: {subject}}}, then: {then}",
                                               head="guards: {limits: {trash: 9}}"))
            self.apply()
        found = {dict(labels)["type"]: value for (name, labels), value in samples(self.metrics().out).items()
                 if name == "gmail_cleanup_actions_total"}
        self.assertEqual(found, {type: 1 for type in WORDS["type"] - {"label", "unlabel"}}, "a Maildir has no labels")

    def test_every_name_and_label_is_in_the_golden_file(self):
        self.make_small()
        self.plan()
        self.apply()
        self.undo_last_apply()
        known = {line.split()[0]: set(re.findall(r"\{(\w+)\}", line))
                 for line in GOLDEN.read_text().splitlines() if not line.startswith(" ")}
        for line in self.metrics().out.splitlines():
            if not line.startswith("#"):
                head = line.rsplit(" ", 1)[0]
                name = re.sub(r"_(bucket|sum|count)$", "", head.partition("{")[0])
                labels = {label for label, _ in LABEL.findall(head)} - {"le"}
                self.assertEqual(labels, known[name], line)
                for label, value in LABEL.findall(head):
                    self.assertIn(value, WORDS.get(label, {value}), line)

    def test_nothing_of_mail_and_no_run_is_a_label(self):
        self.message("secret-id", "From: secret-sender@friends.example", "Subject: secret-subject",
                     "Message-ID: <secret-message@friends.example>")
        saved = self.folder / "saved.plan"
        self.plan("--out", saved)
        self.apply()
        self.undo_last_apply()
        text = self.metrics().out
        for secret in ("secret", "friends.example", "@", str(self.folder), *(run["run_id"] for run in self.runs())):
            self.assertNotIn(secret, text)

    def test_other_formats(self):
        self.make_small()
        self.plan()
        listed = self.metrics("--format", "json").json["metrics"]
        self.assertIn({"name": "gmail_cleanup_runs_total", "type": "counter", "labels": {"status": "dry_run"},
                       "value": 1.0}, listed)
        self.assertTrue(self.metrics("--format", "csv").out.startswith("name,labels,value,count\r\n"))


class MetricsOfPipelinesTest(PipelineCase):
    def metrics(self, *arguments):
        return samples(self.run_program("metrics", "--config", self.config, *arguments).out)

    def runs_by_status(self, *arguments) -> dict:
        found = self.metrics(*arguments)
        return {status: found.get(("gmail_cleanup_runs_total", frozenset({("status", status)})), 0)
                for status in ("completed", "failed", "dry_run")}

    def has_succeeded(self) -> bool:
        return ("mailcomb_last_success_timestamp_seconds", frozenset({("pipeline", "both")})) in self.metrics()

    def test_a_run_is_of_all_mailboxes(self):
        self.pipeline("run")
        self.pipeline("run", "--execute")
        self.assertEqual(self.runs_by_status(), {"completed": 1, "failed": 0, "dry_run": 1})
        archived = frozenset({("type", "archive"), ("status", "success")})
        self.assertEqual(self.metrics()["gmail_cleanup_actions_total", archived], 3)
        self.assertTrue(self.has_succeeded())

    def test_a_run_that_failed_for_one_of_them_has_failed(self):
        self.hold(self.first)
        self.pipeline("run", "--execute", code=8)
        self.assertEqual(self.runs_by_status(), {"completed": 0, "failed": 1, "dry_run": 0})
        self.assertFalse(self.has_succeeded())

    def test_one_pipeline(self):
        self.assertEqual(self.metrics("--pipeline", "both"), {})
        self.pipeline("plan")
        self.run_program("plan", "--config", self.config, "--policy", self.policy, "--mailbox", "first", "--now", NOW)
        self.assertEqual(self.runs_by_status()["dry_run"], 2)
        self.assertEqual(self.runs_by_status("--pipeline", "both")["dry_run"], 1)

    def test_the_file_that_the_configuration_says_is_for_scheduled_runs(self):
        self.configure(more="telemetry: {metrics: {textfile: metrics.prom}}\n")
        file = self.folder / "metrics.prom"
        self.pipeline("plan")
        self.assertFalse(file.exists())
        self.pipeline("run")
        self.assertEqual(samples(file.read_text()), self.metrics())
        other = self.folder / "other.prom"
        file.unlink()
        self.pipeline("run", "--metrics-file", other)
        self.assertEqual((file.exists(), other.exists()), (False, True))


if __name__ == "__main__":
    main()
