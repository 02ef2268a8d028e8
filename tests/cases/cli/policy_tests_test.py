# SPDX-License-Identifier: Apache-2.0
"""policy test, policy coverage, and the plans that a policy whose tests fail does not get."""

import xml.etree.ElementTree as ElementTree

from cli_test_case import ARCHIVE, CliTest
from product import SOURCE, main

PASSES = "tests:\n  - {name: an old one is archived, given: {age: 1y}, expect: {actions: archive}}\n"
FAILS = PASSES + "  - {name: <a young one> & more, given: {age: 364d}, expect: {actions: archive}}\n"
SHIPPED = ("aggressive", "conservative", "moderate")


class PolicyTestsTest(CliTest):
    def carry(self, tests: str) -> None:
        self.policy.write_text(ARCHIVE + tests)

    def test_a_line_a_test_and_a_summary(self):
        self.carry(PASSES)
        self.assertEqual(self.run_program("policy", "test", self.policy).out,
                         "tested\n  ok      an old one is archived\n1 test of 1 policy: 1 ok, 0 failed\n")

    def test_a_failed_test_says_what_each_predicate_saw(self):
        self.carry(FAILS)
        self.assertEqual(self.run_program("policy", "test", self.policy, code=9).out, f"""\
tested
  ok      an old one is archived
  FAILED  <a young one> & more
          {self.policy}:7:5
          expected archive; it would be nothing
          rule rule-1: does not match
            false   older_than: 1y   saw 2024-01-03T00:00:00Z
2 tests of 1 policy: 1 ok, 1 failed
""")

    def test_the_same_for_programs(self):
        self.carry(FAILS)
        document = self.run_program("policy", "test", self.policy, "--format", "json", code=9).json
        self.assertEqual(document["totals"], {"policies": 1, "tests": 2, "failed": 1})
        passed, failed = document["tests"]
        self.assertEqual((passed["status"], failed["status"]), ("ok", "failed"))
        self.assertEqual(failed["expected"], {"actions": ["archive"]})
        self.assertEqual(failed["actual"], {"actions": [], "guards": []})
        self.assertEqual(failed["rules"][0]["filter"]["truth"], "false")
        lines = self.run_program("policy", "test", self.policy, "--format", "ndjson", code=9).out.splitlines()
        self.assertEqual(len(lines), 2)
        csv = self.run_program("policy", "test", self.policy, "--format", "csv", code=9).out.splitlines()
        self.assertEqual(csv[0], "policy,test,status,complaint,place")
        self.assertEqual(csv[1].rsplit(",", 1)[0], "tested,an old one is archived,ok,")

    def test_junit(self):
        self.carry(FAILS)
        file = self.folder / "junit.xml"
        self.run_program("policy", "test", self.policy, "--junit", file, code=9)
        suite = ElementTree.parse(file).getroot().find("testsuite")
        self.assertEqual((suite.get("tests"), suite.get("failures")), ("2", "1"))
        failed = suite.findall("testcase")[1]
        self.assertEqual(failed.get("name"), "<a young one> & more")
        self.assertIn("saw 2024-01-03", failed.find("failure").text)
        self.run_program("policy", "test", self.policy, "--junit", self.folder / "no/where.xml", code=4)

    def test_a_policy_without_tests_says_so(self):
        out = self.run_program("policy", "test", self.policy).out
        self.assertEqual(out, "tested: has no tests\n0 tests of 1 policy: 0 ok, 0 failed\n")

    def test_every_file_is_tried(self):
        self.carry(FAILS)
        wrong = self.folder / "wrong.yaml"
        wrong.write_text(ARCHIVE + "tests: [{name: x, given: {}, expect: {actions: [], rule: rule-2}}]\n")
        result = self.run_program("policy", "test", wrong, self.policy, "nothing", "conservative", code=4)
        self.assertIn("wrong.yaml:5:58: test 'x': there is no rule 'rule-2'", result.err)
        self.assertIn("did you mean 'rule-1'?", result.err)
        self.assertIn("there is no policy 'nothing'", result.err)
        self.assertIn("FAILED  <a young one>", result.out)
        self.assertIn("conservative\n  ok", result.out)

    def test_plan_and_apply_refuse_a_policy_whose_tests_fail(self):
        self.make_small()
        saved = self.folder / "saved.plan"
        self.plan("--out", saved, "--skip-tests")
        self.carry(FAILS)
        with self.unchanged():
            refused = self.plan(code=9)
            self.assertEqual(refused.out, "")
            self.assertEqual(refused.err, "error: 1 of the 2 tests of policy 'tested' fails: '<a young one> & more'\n"
                             f"  hint: 'mailcomb policy test {self.policy}' shows why; --skip-tests goes on without "
                             "them\n")
            self.apply(code=9)
            self.run_program("apply", "--plan", saved, *self.stored, "--yes", code=9)
        self.assertEqual([run["kind"] for run in self.runs()], ["plan"])
        self.plan("--skip-tests")
        self.apply("--skip-tests")

    def test_tests_do_not_depend_on_the_day(self):
        self.make_small()
        self.carry("tests:\n  - {name: a, now: 2001-01-01, given: {received_at: 2000-01-02}, expect: {actions: archive}}\n"
                   "  - {name: b, now: 2001-01-01, given: {received_at: 2000-01-03}, expect: {actions: []}}\n")
        self.run_program("policy", "test", self.policy)
        self.plan()

    def test_the_shipped_ones_prove_each_rule_and_guard(self):
        files = [SOURCE / f"configs/{name}.yaml" for name in SHIPPED]
        self.run_program("policy", "test", *files)
        reached = self.run_program("policy", "coverage", *files, "--format", "json").json["coverage"]
        self.assertEqual([entry for entry in reached if entry["tests"] == 0], [])
        rules = {(entry["policy"], entry["name"]) for entry in reached if entry["kind"] == "rule"}
        self.assertEqual(len(rules), 1 + 3 + 4)
        guards = {entry["name"] for entry in reached if entry["kind"] == "guard" and entry["policy"] == "moderate"}
        self.assertEqual(guards, {"starred", "important", "draft", "replied", "user_label", "thread"})

    def test_coverage_names_what_no_test_reaches(self):
        self.carry(PASSES)
        out = self.run_program("policy", "coverage", self.policy, "conservative").out
        self.assertEqual(out, "tested\n" + "".join(f"  no test reaches guard {guard}\n" for guard in
                                                   ("starred", "important", "draft"))
                         + "conservative\n  tests reach all 4 rules and guards\n")


if __name__ == "__main__":
    main()
