# SPDX-License-Identifier: Apache-2.0
"""What an earlier system got wrong, the other way round. None of these may ever come back."""

from cli_test_case import CliTest, policy_text
from mailboxes import snapshot
from product import main

BULK = "List-Unsubscribe: <mailto:off@shop.example>"


class PinnedTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small(0)

    def changed(self) -> dict[str, list[str]]:
        return {change["message_id"]: [each["action"] for each in change["actions"]]
                for change in self.plan_json()["changes"]}

    def test_conditions_are_anded(self):
        """It kept only the first: "promotions older than 30 days" took all promotions."""
        self.message("old-promotion", BULK, age_days=40)
        self.message("new-promotion", BULK, age_days=5)
        self.message("old-letter", age_days=40)
        for conditions in ("category: promotions, older_than: 30d", "older_than: 30d, category: promotions",
                           "all: [{category: promotions}, {older_than: 30d}]"):
            self.policy.write_text(policy_text(f"match: {{{conditions}}}, then: archive"))
            self.assertEqual(self.changed(), {"old-promotion": ["archive"]})

    def test_no_message_gets_contradicting_actions(self):
        self.message("one", "From: a@b.example", BULK)
        match = 'match: {from: "@b.example"}'
        self.policy.write_text(policy_text(f"{match}, then: archive", f"{match}, then: trash", f"{match}, then: keep"))
        self.assertEqual(self.changed(), {"one": ["archive"]})
        for one, other in (("mark_read", "mark_unread"), ("star", "unstar")):
            self.policy.write_text(policy_text(f"{match}, then: {one}", f"{match}, then: {other}"))
            self.assertIn("contradicts", self.plan(code=4).err)
            self.policy.write_text(policy_text(f"{match}, then: [{one}, {other}]"))
            self.assertIn("contradict", self.plan(code=4).err)
        self.policy.write_text(policy_text(f"{match}, then: [archive, trash]"))
        self.assertIn("exclude each other", self.plan(code=4).err)

    def test_a_dry_run_asked_for_anywhere_never_changes_anything(self):
        self.message("one")
        plain, dry = self.policy.read_text(), self.policy.read_text().replace("rules:", "dry_run: true\nrules:")
        saved = self.folder / "saved.plan"
        self.plan("--out", saved)
        with self.unchanged():
            self.apply("--dry-run")
            self.apply("--dry-run", env={"DRY_RUN_BY_DEFAULT": "false"})
            self.apply("--dry-run", "--plan", saved)
            self.plan("--dry-run", env={"DRY_RUN_BY_DEFAULT": "false"})
            self.policy.write_text(dry)
            self.apply()
            self.apply("--execute", env={"DRY_RUN_BY_DEFAULT": "false", "REQUIRE_CONFIRMATION": "false"})
            self.plan("--out", saved)
            self.apply("--plan", saved)
        self.policy.write_text(plain)
        self.apply()
        run = self.runs()[0]["run_id"]
        with self.unchanged():
            self.run_program("undo", run, "--dry-run", "--yes", *self.stored)

    def test_time_zones_and_clock_changes_break_no_age(self):
        """Each was received exactly 30 × 86,400 s before, or a second later."""
        for name, date in {
            "utc": "Fri, 01 Nov 2002 00:00:00 +0000", "west": "Thu, 31 Oct 2002 17:00:00 -0700",
            "east": "Fri, 01 Nov 2002 05:30:00 +0530", "word": "Thu, 31 Oct 2002 19:00:00 EST",
            "utc-late": "Fri, 01 Nov 2002 00:00:01 +0000", "west-late": "Thu, 31 Oct 2002 17:00:01 -0700",
            "east-late": "Fri, 01 Nov 2002 05:30:01 +0530",
        }.items():
            self.message(name, f"Received: by x; {date}", age_days=None)
        self.policy.write_text(policy_text("match: {older_than: 30d}, then: archive"))
        for zone in ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"):
            plan = self.plan("--format", "json", env={"TZ": zone}).json
            self.assertEqual({change["message_id"] for change in plan["changes"]}, {"utc", "west", "east", "word"})

    def test_undo_restores_every_message(self):
        """It restored one of three."""
        for number in range(3):
            self.message(f"old-{number}", "From: a@b.example")
        self.message("unread", "From: a@b.example", flags="")
        before = snapshot(self.mail)
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: [star, archive]"))
        self.apply()
        self.assertEqual(len(list((self.mail / ".Archive/cur").iterdir())), 4)
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), before)

    def test_only_measured_numbers_are_reported(self):
        """What was asked for and did not happen is not counted as done; sizes are those of the files."""
        for number in range(3):
            self.message(f"old-{number}")
        plan = self.plan_json()
        self.assertEqual(plan["rules"][0]["bytes"],
                         sum(path.stat().st_size for path in (self.mail / "cur").iterdir()))
        saved = self.folder / "saved.plan"
        self.plan("--out", saved)
        (self.mail / "cur/old-1:2,S").unlink()
        run = self.apply("--plan", saved, "--format", "json", code=6).json
        self.assertEqual(run["totals"]["done"], 2)
        self.assertEqual(len(list((self.mail / ".Archive/cur").iterdir())), 2)
        history = self.runs()[0]
        self.assertEqual(history["totals"]["done"], 2)


if __name__ == "__main__":
    main()
