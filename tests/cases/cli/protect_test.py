# SPDX-License-Identifier: Apache-2.0
"""protect and unprotect: whose mail no policy touches, whatever was planned before."""

import json

from cli_test_case import CliTest, policy_text
from mailboxes import snapshot
from product import main


class ProtectTest(CliTest):
    def setUp(self):
        super().setUp()
        self.message("ann", "From: Ann <ann@friends.example>")
        self.message("bank", "From: news@mail.bank.example")
        self.message("shop", "From: deals@shop.example")

    def protect(self, *arguments, code=0):
        return self.run_program("protect", *arguments, *self.stored, code=code)

    def unprotect(self, *arguments, code=0):
        return self.run_program("unprotect", *arguments, *self.stored, code=code)

    def listed(self) -> list[str]:
        return [each["sender"] for each in self.protect("--list", "--format", "json").json["senders"]]

    def changed(self) -> list[str]:
        return sorted(change["message_id"] for change in self.plan_json()["changes"])

    def test_the_list_is_kept(self):
        self.assertEqual(self.protect("--list").out, "No sender is protected.\n")
        self.assertEqual(self.protect("Ann@Friends.example", "@bank.example").out, "2 senders are protected.\n")
        self.protect("ann@friends.example")
        self.assertEqual(self.listed(), ["@bank.example", "ann@friends.example"])
        self.assertEqual(self.unprotect("@bank.example").out, "1 sender is protected.\n")
        self.assertEqual(self.protect("--list").out, "ann@friends.example\n")

    def test_plan_apply_and_explain_heed_it(self):
        self.assertEqual(self.changed(), ["ann", "bank", "shop"])
        self.protect("ann@friends.example", "@bank.example")
        plan = self.plan_json()
        self.assertEqual([change["message_id"] for change in plan["changes"]], ["shop"])
        self.assertEqual(plan["guards"]["kept"], {"protected": 2})
        explained = self.run_program("explain", "bank", *self.planned, "--format", "json").json
        self.assertEqual(explained["protected_sender"], "@bank.example")
        self.assertEqual(explained["rules"][0]["guards"], ["protected"])
        self.assertIn("protected sender: @bank.example", self.run_program("explain", "bank", *self.planned).out)
        self.apply()
        self.assertEqual(len(list((self.mail / ".Archive/cur").iterdir())), 1)

    def test_no_rule_and_no_policy_gets_past_it(self):
        self.protect("ann@friends.example")
        self.policy.write_text(policy_text("match: {from: \"ann@friends.example\"}, then: trash, scope: message"))
        self.assertEqual(self.changed(), [])
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: trash", head="guards: {unguard: [protected]}"))
        self.assertIn("cannot be taken away", self.plan(code=4).err)

    def test_a_saved_plan_from_before_is_refused(self):
        saved = self.folder / "saved.plan"
        self.plan("--out", saved)
        self.protect("ann@friends.example")
        with self.unchanged():
            err = self.run_program("apply", "--plan", saved, *self.stored, "--yes", code=4).err
        self.assertIn("the protected senders changed since the plan was made", err)
        self.plan("--out", saved)
        self.run_program("apply", "--plan", saved, *self.stored, "--yes")

    def test_a_plan_made_without_the_store_is_never_applied(self):
        saved = self.folder / "saved.plan"
        self.store.write_bytes(b"no database" * 100)
        self.assertIn("protected senders are not heeded", " ".join(self.plan_json("--out", saved)["notes"]))
        self.store.unlink()
        with self.unchanged():
            self.run_program("apply", "--plan", saved, *self.stored, "--yes", code=4)

    def test_an_undo_puts_back_what_has_come_to_be_protected(self):
        before = snapshot(self.mail)
        self.apply()
        self.protect("ann@friends.example")
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), before)

    def test_wrong_senders_change_nothing(self):
        err = self.protect("bank.example", "Ann <ann@friends.example>", "eve@x.example", code=64).err
        self.assertIn("did you mean @bank.example", err)
        self.assertIn("did you mean ann@friends.example?", err)
        self.assertEqual(self.listed(), [])
        self.protect("ann@friends.example")
        self.assertIn("did you mean 'ann@friends.example'?",
                      self.unprotect("ann@friend.example", "ann@friends.example", code=64).err)
        self.assertEqual(self.listed(), ["ann@friends.example"])

    def test_what_is_asked_for_must_be_clear(self):
        self.assertIn("which senders?", self.protect(code=64).err)
        self.assertIn("--list takes no senders", self.protect("--list", "a@b.example", code=64).err)
        self.unprotect(code=64)

    def test_formats(self):
        self.protect("@bank.example", "ann@friends.example")
        lines = self.protect("--list", "--format", "ndjson").out.splitlines()
        self.assertEqual([json.loads(line) for line in lines],
                         [{"sender": "@bank.example"}, {"sender": "ann@friends.example"}])
        self.assertIn("sender", self.protect("--list", "--format", "csv").out)


if __name__ == "__main__":
    main()
