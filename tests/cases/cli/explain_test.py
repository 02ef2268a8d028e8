# SPDX-License-Identifier: Apache-2.0
"""explain: each predicate of one message true, false or unknown, with what was seen."""

from cli_test_case import CliTest, policy_text
from product import main


class ExplainTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_mini()
        self.policy.write_text(policy_text(
            "match: {all: [{category: promotions}, {older_than: 60d}, {label: Work}]}, then: archive",
            "match: {older_than: 1y}, then: trash"))

    def explain(self, message: str, *arguments, code=0):
        return self.run_program("explain", message, *self.planned, *arguments, code=code)

    def test_by_id(self):
        one, two = self.explain("promotion-replied", "--format", "json").json["rules"]
        self.assertEqual(one["filter"], {"predicate": "all", "truth": "unknown", "of": [
            {"predicate": "category: promotions", "truth": "true", "seen": "promotions (derived)"},
            {"predicate": "older_than: 60d", "truth": "true", "seen": "2001-10-27T00:00:00Z"},
            {"predicate": "label: Work", "truth": "unknown", "seen": "the provider does not know"}]})
        self.assertEqual(one["verdict"], "does not match: unknown")
        self.assertEqual((two["bucket"], two["guards"]), ("guarded", ["replied"]))
        self.assertEqual(two["verdict"], "matches, but is kept by: replied")

    def test_leaves_no_store_behind(self):
        self.explain("promotion-replied")
        self.assertFalse(self.store.exists())

    def test_by_message_id(self):
        for name in ("<thread-whole-1@mini.example>",):
            self.assertEqual(self.explain(name, "--format", "json").json["message_id"], "thread-whole-1")

    def test_a_message_that_is_not_there(self):
        for name in ("no-such", "<no-such@mini.example>", ""):
            result = self.explain(name, code=64)
            self.assertEqual(result.out, "")

    def test_the_table_says_what_json_says(self):
        out = self.explain("promotion-replied").out
        self.assertIn("rule rule-1: does not match: unknown", out)
        self.assertIn("saw promotions (derived)", out)
        self.assertIn("kept by: replied", out)

    def test_it_changes_nothing(self):
        with self.unchanged():
            self.explain("state-unread")
        self.assertEqual(self.runs(), [])  # it asks the store whom to protect, and tells it nothing

    def test_out_of_scope(self):
        rule = self.explain("place-trash", "--format", "json").json["rules"][0]
        self.assertEqual((rule["in_scope"], rule["matches"]), (False, False))


if __name__ == "__main__":
    main()
