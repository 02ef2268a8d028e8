#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run cases: the plan is the expected one, invariants hold, and apply, plan again and undo lead back.

    python3 tests/cases/run_cases.py --program build/dev/bin/mailcomb [--update] [CASE...]
"""

import json
import sys
import tempfile
from pathlib import Path

from case import Case, all_cases
from invariants import broken_invariants
from mailboxes import snapshot
from product import Program, Result, take_program

RULE_NUMBERS = ("name", "matched", "guarded", "shadowed", "already", "unknown", "changes")


class CaseFailed(Exception):
    """What differs from what was expected."""


class CaseRun:
    """One case on a copy of its mailbox."""

    def __init__(self, case: Case, program: Program, folder: Path):
        self.case = case
        self.program = program
        self.mailbox = case.make_mailbox(folder)
        self.store = ["--store", f"sqlite:{folder / 'store.db'}"]
        self.plugins = ["--plugin-path", program.test_plugins] if case.provider == "recording" else []
        self.what = ["--policy", case.policy, "--mailbox", f"{case.provider}:{self.mailbox}", "--now", case.now]
        self.before = snapshot(self.mailbox)

    def run(self, *arguments, code=0) -> Result:
        result = self.program.run(*arguments, *self.store, *self.plugins)
        expect(result.code == code, f"{arguments[0]} exits with {result.code}, not {code}: {result.err}")
        return result

    def plan(self) -> dict:
        plan = self.run("plan", *self.what, "--format", "json").json
        expect(snapshot(self.mailbox) == self.before, "plan changed the mailbox")
        for problem in broken_invariants(plan):
            raise CaseFailed(problem)
        return plan

    def there_and_back(self, plan: dict) -> None:
        self.apply(plan)
        if not plan["changes"]:
            return
        expect(snapshot(self.mailbox) != self.before, "apply changed nothing")
        again = self.run("plan", *self.what, "--format", "json").json
        expect(self.case.reads_written_state or not again["changes"], f"a second plan has changes: {again['changes']}")
        self.run("undo", self.last_apply(), "--yes")
        same(self.before, snapshot(self.mailbox), "undo does not restore the mailbox")

    def apply(self, plan: dict) -> None:
        tripped = plan["guards"]["tripped"]
        result = self.run("apply", *self.what, "--yes", code=3 if tripped else 0)
        if not tripped:
            return
        expect(snapshot(self.mailbox) == self.before, "a run that a limit stopped changed the mailbox")
        expect("nothing was done" in result.err, "a stopped run does not say that nothing was done")
        saved = self.mailbox.with_name("saved.plan")
        self.run("plan", *self.what, "--out", saved)
        self.run("apply", "--plan", saved, "--mailbox", f"{self.case.provider}:{self.mailbox}", "--yes", code=3)
        self.run("apply", "--plan", saved, "--mailbox", f"{self.case.provider}:{self.mailbox}", "--yes",
                 "--accept", "limits")

    def last_apply(self) -> str:
        runs = self.run("history", "list", "--format", "json").json["runs"]
        return next(run["run_id"] for run in runs if run["kind"] == "apply")


def expect(condition: bool, problem: str) -> None:
    if not condition:
        raise CaseFailed(problem)


def same(expected: dict, actual: dict, problem: str) -> None:
    if expected == actual:
        return
    keys = [key for key in sorted({*expected, *actual}) if expected.get(key) != actual.get(key)
            or (key in expected) != (key in actual)]
    lines = [f"  {key}:\n    expected {expected.get(key, '(nothing)')}\n    is       {actual.get(key, '(nothing)')}"
             for key in keys]
    raise CaseFailed("\n".join([problem, *lines]))


def reduced(plan: dict) -> dict:
    """What a golden holds: everything that does not depend on the machine or the moment."""
    rules = [{key: rule[key] for key in RULE_NUMBERS} for rule in plan["rules"]]
    changes = {change["message_id"]: "; ".join(f"{each['action']} by {each['rule']} because {each['reason']}"
                                               for each in change["actions"]) for change in plan["changes"]}
    return {"totals": plan["totals"], "rules": rules, "changes": dict(sorted(changes.items())),
            "guards": {key: value for key, value in plan["guards"].items() if key != "trips"},
            "notes": plan["notes"]}


def run_case(case: Case, program_path: Path, update: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run = CaseRun(case, Program(program_path, Path(folder)), Path(folder))
        plan = run.plan()
        golden = case.expected()
        actual = golden | reduced(plan)
        if update:
            write_golden(case, actual)
        else:
            same(golden, actual, "the plan differs from expected.json (--update rewrites it)")
        run.there_and_back(plan)


def write_golden(case: Case, golden: dict) -> None:
    case.expected_file.write_text(json.dumps(golden, indent=1, ensure_ascii=False) + "\n")


def main() -> int:
    arguments = sys.argv[1:]
    program = take_program(arguments)
    update = "--update" in arguments
    names = [argument for argument in arguments if argument != "--update"]
    failed = 0
    for case in [Case(name) for name in names] or all_cases():
        try:
            run_case(case, program, update)
            print(f"ok      {case.name}")
        except CaseFailed as failure:
            failed += 1
            print(f"FAILED  {case.name}: {failure}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
