# SPDX-License-Identifier: Apache-2.0
"""An mbox is planned on and never changed: apply says so before it plans, and nothing suggests it."""

from cli_test_case import CliTest, policy_text
from product import NOW, main

TAKEOUT = "From 1@xxx Thu Aug 22 12:36:23 +0000 2001\nX-GM-THRID: 1\n"
INSTEAD = "an export of Gmail is a copy: what happens to it does not happen there"


def message(id: str, labels: str) -> str:
    return f"{TAKEOUT}X-Gmail-Labels: {labels}\nMessage-ID: <{id}>\nSubject: {id}\n\ntext\n\n"


class MboxTest(CliTest):
    def setUp(self):
        super().setUp()
        self.mail = self.folder / "all mail.mbox"
        self.mail.write_text(message("a", "Inbox") + message("b", "Inbox,Starred") + message("c", "Archived"))

    @property
    def planned(self) -> list[str]:
        return ["--policy", str(self.policy), "--mailbox", f"mbox:{self.mail}", "--now", NOW, *self.stored]

    def test_it_is_planned_on(self):
        plan = self.plan_json()
        self.assertEqual([change["message_id"] for change in plan["changes"]], ["a"])
        self.assertEqual(plan["totals"]["messages"], 3)
        self.assertEqual(plan["mailbox"]["account"], str(self.mail.resolve()))

    def test_apply_refuses_before_it_plans(self):
        before = self.mail.read_bytes()
        result = self.apply(code=4)
        self.assertEqual(result.out, "")
        self.assertEqual(result.err, "error: provider 'mbox' only reads mail\n"
                                     f"  hint: 'mailcomb plan' works on it; to change mail: {INSTEAD}\n")
        self.assertEqual(self.mail.read_bytes(), before)

    def test_apply_of_a_saved_plan_refuses_as_well(self):
        saved = self.folder / "saved.plan"
        result = self.plan("--out", saved)
        self.assertIn(f"Saved; to change mail: {INSTEAD}.", result.err)
        self.assertNotIn("mailcomb apply", result.err)
        result = self.run_program("apply", "--plan", saved, "--yes", *self.stored, code=4)
        self.assertIn("provider 'mbox' only reads mail", result.err)

    def test_a_dry_run_of_apply_is_a_plan(self):
        self.assertIn("1 archive", self.apply("--dry-run").out)

    def test_labels_of_the_user_keep_mail_from_the_trash(self):
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: trash"))
        self.mail.write_text(message("a", "Inbox,Work") + message("b", "Inbox").replace("X-GM-THRID: 1", "X-GM-THRID: 2"))
        plan = self.plan_json()
        self.assertEqual([change["message_id"] for change in plan["changes"]], ["b"])

    def test_what_is_wrong_with_it_is_named(self):
        self.mail.write_text(message("a", "Inbox") + "From 2@xxx Thu Aug 22 12:36:23 +0000 2001\nSubject: cut")
        result = self.plan(code=6)
        self.assertIn("message at byte", result.err)
        self.assertIn("is cut off: the file ends within its headers", result.err)

    def test_a_file_without_separators_is_no_mbox(self):
        self.mail.write_text("Subject: one message\n\ntext\n")
        result = self.plan(code=4)
        self.assertIn("is not an mbox: it does not begin with a 'From ' line", result.err)
        self.assertIn("it looks like a single message", result.err)


if __name__ == "__main__":
    main()
