# SPDX-License-Identifier: Apache-2.0
"""Commands and options, right and wrong."""

from cli_test_case import CliTest
from product import main


class ArgumentsTest(CliTest):
    def test_help_and_version_are_data(self):
        for arguments in (["--help"], ["plan", "--help"], ["history", "list", "--help"], ["--version"]):
            result = self.run_program(*arguments)
            self.assertTrue(result.out)
            self.assertEqual(result.err, "")
        self.assertRegex(self.run_program("--version").out, r"^mailcomb \d+\.\d+\.\d+\n$")
        self.assertIn("plan", self.run_program("--help").out)

    def test_what_is_unknown_is_a_usage_error(self):
        for arguments in ([], ["delete"], ["plan", "--frobnicate"], ["history"], ["history", "forget"], ["--wrong"],
                          ["plan", "--format", "xml"], ["explain"], ["undo"], ["resume"], ["policy", "validate"]):
            result = self.run_program(*arguments, code=64)
            self.assertEqual(result.out, "")
            self.assertRegex(result.err, "^error: ")
            self.assertIn("hint: ", result.err)

    def test_what_was_meant_is_suggested(self):
        for arguments, message, hint in (
            (["plan", "--polcy", "x"], "unknown option '--polcy'", "did you mean '--policy'?"),
            (["plan", "--format", "tabel"], "--format: 'tabel' is not table, json, ndjson or csv; did you mean 'table'?",
             "'mailcomb plan --help' shows what there is"),
            (["plna"], "unknown command 'plna'", "did you mean 'plan'?"),
            (["history", "shw"], "unknown command 'shw'", "did you mean 'show'?"),
            (["plan", "twice"], "unexpected argument 'twice'", "'mailcomb plan --help' shows what there is"),
            (["history"], "which command? list, show, stats, verify, pending", "'mailcomb history --help' shows what there is"),
            (["plan", "--mailbox", "maldir:x"], "there is no provider 'maldir'", "did you mean 'maildir'?"),
        ):
            result = self.program.run(*arguments)
            self.assertEqual(result.err, f"error: {message}\n  hint: {hint}\n")

    def test_now_must_be_a_time(self):
        self.make_small()
        self.assertIn("RFC 3339", self.run_program("plan", *self.planned[:4], "--now", "yesterday", code=64).err)

    def test_mailboxes_and_stores_that_are_none(self):
        self.make_small()
        self.assertIn("--mailbox", self.run_program("plan", "--policy", self.policy, code=64).err)
        for mailbox in ("nonsense:x", "maildir"):
            result = self.program.run("plan", "--policy", self.policy, "--mailbox", mailbox, *self.stored)
            self.assertIn(result.code, (4, 64), result.err)
            self.assertTrue(result.err)

    def test_dry_run_and_execute_contradict(self):
        self.make_small()
        with self.unchanged():
            result = self.apply("--dry-run", "--execute", code=64)
        self.assertIn("contradict", result.err)

    def test_detailed_exit_code(self):
        self.make_small()
        self.plan("--detailed-exitcode", code=2)
        self.plan(code=0)
        self.make_empty_plan()
        self.plan("--detailed-exitcode", code=0)

    def make_empty_plan(self):
        self.policy.write_text("version: 1\nname: t\nrules: [{name: a, match: {subject: none}, then: archive}]\n")

    def test_environment_that_is_no_truth_value(self):
        self.make_small()
        for name in ("DRY_RUN_BY_DEFAULT", "REQUIRE_CONFIRMATION"):
            for value in ("maybe", "2", "-"):
                result = self.run_program("plan", *self.planned, env={name: value}, code=4)
                self.assertIn(f"{name} is '{value}'", result.err)
            for value in ("true", "FALSE", "0", "1", "yes", "no", ""):
                self.run_program("plan", *self.planned, env={name: value})


if __name__ == "__main__":
    main()
