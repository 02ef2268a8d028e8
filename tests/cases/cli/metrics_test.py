# SPDX-License-Identifier: Apache-2.0
"""metrics and --metrics-file: what runs leave behind, in all processes, and nothing of anybody's mail."""

import re
import shutil
import stat
import subprocess

from cli_test_case import ARCHIVE, CliTest
from pipeline_test import PipelineCase
from product import NOW, SOURCE, main

LABEL = re.compile(r'([a-z_]+)="((?:[^"\\]|\\.)*)"')
GOLDEN = SOURCE / "tests/unit/telemetry/metrics.golden"


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

    def test_only_a_success_moves_the_stamp(self):
        self.make_small()
        self.plan()
        stamp = self.value("mailcomb_last_success_timestamp_seconds", pipeline="default")
        self.assertGreater(stamp, 1.7e9)
        self.policy.write_text("version: 1\n")
        self.plan(code=4)
        self.policy.write_text(ARCHIVE)
        shutil.rmtree(self.mail)
        self.mail.write_text("no folder\n")
        self.plan(code=10)
        self.assertEqual(self.value("mailcomb_last_success_timestamp_seconds", pipeline="default"), stamp)
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
        result = self.plan("--metrics-file", self.folder / "no/where.prom", code=6)
        self.assertIn("cannot write", result.err)

    def test_promtool_finds_nothing_wrong(self):
        self.make_small()
        self.plan()
        self.apply()
        done = subprocess.run(["promtool", "check", "metrics"], input=self.metrics().out, capture_output=True,
                              text=True)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

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
