# SPDX-License-Identifier: Apache-2.0
"""Pipelines: several mailboxes, each with its own outcome, by plan and apply."""

import fcntl
import os

from cli_test_case import CliTest
from mailboxes import generate_maildir, snapshot
from product import NOW, main

CONFIG = """\
version: 1
mailboxes:
  first: {provider: maildir, path: first}
  second: {provider: maildir, path: second}
stores:
  main: {type: sqlite, path: store.db}
pipelines:
  both: {mailboxes: [first, second], policy: policy.yaml}
"""


class PipelineCase(CliTest):
    def setUp(self):
        super().setUp()
        self.config = self.folder / "mailcomb.yaml"
        self.configure()
        self.first = generate_maildir(self.folder / "first", 3, old=2)
        self.second = generate_maildir(self.folder / "second", 2, old=1)

    def configure(self, pipeline="", mailboxes="", more="") -> None:
        text = CONFIG.replace("policy: policy.yaml}", f"policy: policy.yaml{pipeline}}}")
        self.config.write_text(text.replace("stores:", f"{mailboxes}stores:") + more)
        self.config.chmod(0o600)

    def pipeline(self, command: str, *arguments, code=0, **options):
        return self.run_program(command, "--config", self.config, "--pipeline", "both", "--now", NOW, *arguments,
                                code=code, **options)

    def codes(self, answer: dict) -> dict:
        return {each["mailbox"]: each["exit_code"] for each in answer["mailboxes"]}

    def hold(self, mailbox) -> None:
        folder = os.open(mailbox, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)


class PipelineTest(PipelineCase):
    def test_what_is_of_one_mailbox(self):
        for option, why in (("--since", "names a run"), ("--out", "saves the plan")):
            result = self.pipeline("plan", option, self.folder / "some", code=64)
            self.assertIn(f"{option} {why} of one mailbox, and the pipeline has several", result.err)

    def test_a_plan_of_each(self):
        answer = self.pipeline("plan", "--format", "json").json
        self.assertEqual((answer["pipeline"], answer["exit_code"]), ("both", 0))
        self.assertEqual([len(each["result"]["changes"]) for each in answer["mailboxes"]], [2, 1])
        self.assertEqual(answer["mailboxes"][0]["result"]["policy"]["name"], "tested")
        text = self.pipeline("plan").out
        self.assertIn("mailbox first\nPolicy tested on maildir", text)
        self.assertIn("mailbox second\nPolicy tested on maildir", text)
        lines = self.pipeline("plan", "--format", "csv").out.splitlines()
        self.assertEqual(lines, ["mailbox,exit_code,error", "first,0,", "second,0,"])

    def test_apply_and_undo(self):
        before = snapshot(self.first), snapshot(self.second)
        answer = self.pipeline("apply", "--yes", "--format", "json").json
        self.assertEqual([each["result"]["totals"]["done"] for each in answer["mailboxes"]], [2, 1])
        for each in answer["mailboxes"]:
            self.run_program("undo", each["result"]["run_id"], "--yes", "--config", self.config, "--pipeline", "both")
        self.assertEqual((snapshot(self.first), snapshot(self.second)), before)

    def test_one_of_them_by_name(self):
        plan = self.pipeline("plan", "--mailbox", "second", "--format", "json").json
        self.assertEqual(len(plan["changes"]), 1, "as if it had been named alone")
        self.pipeline("explain", "00000", "--mailbox", "second")
        self.assertEqual(self.pipeline("explain", "00000", code=64).err,
                         "error: which mailbox? pipeline 'both' has several\n"
                         "  hint: give one of them with --mailbox: first, second\n")

    def test_a_plan_is_saved_for_one(self):
        out = self.folder / "saved.plan"
        self.assertEqual(self.pipeline("plan", "--out", out, code=64).err,
                         "error: --out saves the plan of one mailbox, and the pipeline has several\n"
                         "  hint: give one of them with --mailbox\n")
        self.pipeline("plan", "--out", out, "--mailbox", "first")
        self.run_program("apply", "--plan", out, "--yes", "--config", self.config, "--pipeline", "both")

    def test_what_is_wrong_with_one_keeps_no_other_from_its_turn(self):
        self.hold(self.first)
        result = self.pipeline("apply", "--yes", "--format", "json", code=8)
        self.assertEqual(self.codes(result.json), {"first": 8, "second": 0})
        self.assertEqual(result.json["mailboxes"][0]["result"], None)
        self.assertIn("is being changed by", result.json["mailboxes"][0]["errors"][0]["message"])
        self.assertIn("error: mailbox 'first': mailbox ", result.err)
        self.assertEqual(result.json["mailboxes"][1]["result"]["totals"]["done"], 1)

    def test_the_gravest_exit_code_counts(self):
        gone = "  third: {provider: maildir, path: gone}\n"
        self.configure(mailboxes=gone)
        self.config.write_text(self.config.read_text().replace("[first, second]", "[first, third, second]"))
        self.hold(self.first)
        answer = self.pipeline("apply", "--yes", "--format", "json", code=10).json
        self.assertEqual(self.codes(answer), {"first": 8, "third": 10, "second": 0})
        self.assertEqual(answer["exit_code"], 10)

    def test_a_policy_of_the_flag_wins(self):
        other = self.folder / "other.yaml"
        other.write_text(self.policy.read_text().replace("name: tested", "name: other"))
        answer = self.pipeline("plan", "--policy", other, "--format", "json").json
        self.assertEqual({each["result"]["policy"]["name"] for each in answer["mailboxes"]}, {"other"})

    def test_a_pipeline_that_is_dry_wins_over_flags(self):
        self.configure(pipeline=", dry_run: true, execute: true")
        before = snapshot(self.first)
        self.assertIn("Dry run: nothing was done.", self.pipeline("apply", "--yes", "--execute").err)
        self.assertEqual(snapshot(self.first), before)


if __name__ == "__main__":
    main()
