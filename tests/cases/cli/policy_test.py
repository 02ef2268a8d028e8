# SPDX-License-Identifier: Apache-2.0
"""policy validate, show and list; and every error of a file in one pass."""

from cli_test_case import CliTest, policy_text
from product import SOURCE, main

SHIPPED = ("aggressive", "conservative", "moderate")
WRONG = """\
version: 1
name: wrong
rules:
  - name: one
    match: {older_then: 30d}
    then: archive
  - name: two
    match: {older_than: 1M}
    then: delete
  - name: one
    then: trash
"""


class PolicyTest(CliTest):
    def test_the_shipped_ones_are_valid(self):
        for name in SHIPPED:
            self.assertEqual(self.run_program("policy", "validate", name).err, "")
            self.run_program("policy", "validate", SOURCE / f"configs/{name}.yaml")

    def test_list(self):
        listing = self.run_program("policy", "list", "--format", "json").json
        self.assertLessEqual(set(SHIPPED), {policy["name"] for policy in listing["policies"]})

    def test_show_says_it_in_words(self):
        for name in SHIPPED:
            out = self.run_program("policy", "show", name).out
            self.assertIn(name, out)
            self.assertNotRegex(out, r"(?i)\bdelete[sd]?\b(?! )|freed")
        self.assertIn("180", self.run_program("policy", "show", "aggressive").out)
        self.assertIn(", when what was to stay in its place goes as well.\n",
                      self.run_program("policy", "show", "aggressive").out)
        self.run_program("policy", "show")

    def test_show_tells_the_parameters_of_rule_types(self):
        self.policy.write_text(policy_text("rule: retain, with: {per: sender, last: 3}, then: archive"))
        out = self.run_program("policy", "show", self.policy).out
        self.assertIn("  when  any message in scope; then retain decides\n  with  last: 3, per: sender (retain)\n", out)
        rule = self.run_program("policy", "show", self.policy, "--format", "json").json["rules"][0]
        self.assertEqual((rule["rule_type"], rule["with"]), ("retain", {"per": "sender", "last": 3}))

    def test_all_errors_in_one_pass_each_with_its_place(self):
        self.policy.write_text(WRONG)
        result = self.run_program("policy", "validate", self.policy, code=4)
        for place, text in ((f"{self.policy}:5:13", "did you mean 'older_than'?"), (f"{self.policy}:8:25", "1M"),
                            (f"{self.policy}:9:11", "write trash"), (f"{self.policy}:10:5", "two rules have the name"),
                            (f"{self.policy}:10:5", "neither 'match' nor 'rule'")):
            self.assertIn(place, result.err)
            self.assertIn(text, result.err)
        self.assertIn("    match: {older_then: 30d}\n              ^\n", result.err)
        self.assertNotIn("Traceback", result.err)

    def test_one_bad_file_does_not_hide_the_others(self):
        self.policy.write_text(WRONG)
        good = self.folder / "good.yaml"
        good.write_text(policy_text("match: {older_than: 1y}, then: archive"))
        result = self.run_program("policy", "validate", self.policy, good, "nothing", code=4)
        self.assertIn("good.yaml", result.out)
        self.assertIn("there is no policy 'nothing'", result.err)

    def test_a_destructive_rule_without_filter(self):
        for rule in ("then: trash", "match: {}, then: trash", "match: {in: anywhere}, then: archive",
                     "match: {any: [{in: anywhere}, {older_than: 1y}]}, then: trash"):
            self.policy.write_text(policy_text(rule))
            self.run_program("policy", "validate", self.policy, code=4)

    def test_a_policy_extends_one_by_name_and_one_beside_it(self):
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive", head="extends: moderate"))
        shown = self.run_program("policy", "show", self.policy, "--format", "json").json
        self.assertEqual([rule["name"] for rule in shown["rules"]],
                         ["rule-1", "trash-very-old", "archive-old-promotions", "archive-old-social"])
        (self.folder / "base.yaml").write_text(
            "version: 1\nname: base\nrules: [{name: b, match: {older_then: 1y}, then: archive}]\n")
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive", head="extends: base.yaml"))
        err = self.run_program("policy", "validate", self.policy, code=4).err
        self.assertIn(f"{self.folder / 'base.yaml'}:3:27: unknown key 'older_then' in rule 'b'", err)
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive", head="extends: moderat"))
        self.assertIn("did you mean 'moderate'?", self.run_program("policy", "validate", self.policy, code=4).err)

    def test_a_policy_must_not_extend_itself(self):
        (self.folder / "base.yaml").write_text("version: 1\nname: base\nextends: ./policy.yaml\n"
                                               "rules: [{name: b, match: {older_than: 1y}, then: archive}]\n")
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive", head="extends: base.yaml"))
        err = self.run_program("policy", "validate", self.policy, code=4).err
        self.assertIn("the policy extends itself", err)
        self.assertEqual(err.count("error:"), 1)

    def test_the_digest_covers_guards_and_base(self):
        digests = set()
        (self.folder / "base.yaml").write_text("version: 1\nname: base\n"
                                               "rules: [{name: b, match: {older_than: 2y}, then: archive}]\n")
        for head in ("title: none", "guards: {never: [{subject: a}]}", "guards: {unguard: [replied]}",
                     "guards: {limits: {trash: 5%}}", "define: {a: {subject: a}}\nguards: {never: [$a, {subject: b}]}",
                     "extends: base.yaml"):
            self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive", head=head))
            digests.add(self.run_program("policy", "show", self.policy, "--format", "json").json["digest"])
        (self.folder / "base.yaml").write_text("version: 1\nname: base\n"
                                               "rules: [{name: b, match: {older_than: 3y}, then: archive}]\n")
        digests.add(self.run_program("policy", "show", self.policy, "--format", "json").json["digest"])
        self.assertEqual(len(digests), 7)

    def test_show_tells_what_a_policy_does_to_the_guards(self):
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: trash", head=(
            "guards: {never: [{subject: invoice}], unguard: [replied, starred], limits: {trash: [100, 5%]}}")))
        out = self.run_program("policy", "show", self.policy).out
        self.assertIn("Never touched: subject: invoice.\n", out)
        self.assertIn("Guards that this policy takes away: starred, replied.\n", out)
        self.assertNotIn("Never touched: starred", out)
        self.assertIn("At most: 5% and 100 messages to trash, 60% to archive; more stops the run.\n", out)

    def test_a_warning_about_what_a_rule_reads_and_writes(self):
        self.policy.write_text(policy_text("match: {is: unread}, then: mark_read"))
        self.make_small()
        for arguments in (["policy", "validate", self.policy], ["plan", *self.planned]):
            self.assertEqual(self.run_program(*arguments).err.count("warning:"), 1)

    def test_against_a_mailbox(self):
        self.make_small()
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: {label: x}"))
        self.run_program("policy", "validate", self.policy)
        self.run_program("policy", "validate", self.policy, "--mailbox", f"maildir:{self.mail}", code=4)


if __name__ == "__main__":
    main()
