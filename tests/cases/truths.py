#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What each filter of the filter-* cases makes of each message of both small mailboxes, by `explain`.

The rules of all those cases go into one policy, so that one `explain` of a message tells them all. Then every filter
that the program knows, and every word of those that take words, has to be true of a message and false of another:
taking its implementation away fails a case.

    python3 tests/cases/truths.py --program build/dev/bin/mailcomb [--update]
"""

import json
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from case import Case, all_cases
from mailboxes import MINI, RECORDED, copy_maildir, copy_recorded
from product import NOW, Program, take_program
from run_cases import CaseFailed, same, write_golden

WORD = "zzzzzzzzzzzzzzzz"  # near nothing, so the hint lists what there is
NEVER_FALSE = {"in: anywhere"}
NEVER_UNKNOWN = {"in: anywhere"}
UNKNOWN = ("from", "to", "cc", "sender_domain", "subject", "older_than", "newer_than", "received_before",
           "received_after", "larger_than", "smaller_than", "category", "importance", "is", "has", "thread", "label", "in", "header", "list_id", "all", "any", "not")


def combined_policy(cases: list[Case]) -> str:
    rules = "".join(Path(case.policy).read_text().partition("rules:\n")[2] for case in cases)
    return f"version: 1\nname: all-filters\nrules:\n{rules}"


class Mailbox:
    def __init__(self, program: Program, name: str, path: Path, folder: Path):
        self.program = program
        self.policy = folder / "policy.yaml"
        self.arguments = ["--mailbox", f"{name}:{path}", "--plugin-path", program.test_plugins, "--now", NOW]

    def explain(self, id: str) -> dict:
        result = self.program.run("explain", id, *self.arguments, "--policy", self.policy, "--format", "json")
        if result.code != 0:
            raise CaseFailed(f"explain {id} exits with {result.code}: {result.err}")
        return result.json

    def truths(self, ids: list[str]) -> dict[str, dict[str, list[str]]]:
        """By rule: the ids of which its filter is true, and of which unknown; and every predicate seen below it."""
        found = defaultdict(lambda: {"true": [], "unknown": [], "predicates": defaultdict(set)})
        for id in ids:
            for rule in self.explain(id)["rules"]:
                collect(found[rule["rule"]], id, rule["filter"])
        return found


def collect(found: dict, id: str, finding: dict) -> None:
    if finding["truth"] != "false":
        found[finding["truth"]].append(id)
    note(found["predicates"], finding)


def note(predicates: dict, finding: dict) -> None:
    predicates[finding["predicate"]].add(finding["truth"])
    for part in finding.get("of", ()):
        note(predicates, part)


def listed(program: Program, folder: Path, filter: str) -> list[str]:
    """The names that the hint on a wrong one lists."""
    hint = validate(program, folder, filter)
    names = re.search(r"hint: (?:filters|its values|its keys) are (.*)", hint)
    if not names:
        raise CaseFailed(f"{filter}: the error lists no names: {hint}")
    return names[1].split(", ")


def validate(program: Program, folder: Path, filter: str) -> str:
    policy = folder / "wrong.yaml"
    policy.write_text(f"version: 1\nname: wrong\nrules: [{{name: wrong, match: {filter}, then: keep}}]\n")
    return program.run("policy", "validate", policy).err


def supported_filters(program: Program, folder: Path) -> list[str]:
    return [name for name in listed(program, folder, f"{{{WORD}: x}}")
            if f"'{name}' is not supported yet" not in validate(program, folder, f"{{{name}: {WORD}}}")]


def wanted(program: Program, folder: Path) -> set[str]:
    """Filters by name, and by name and word or operator where there are few of them."""
    names = set(supported_filters(program, folder))
    for key in ("is", "has", "category", "importance", "in"):
        names |= {f"{key}: {word}" for word in listed(program, folder, f"{{{key}: {WORD}}}")}
    operators = listed(program, folder, f"{{header: {{name: A, {WORD}: x}}}}")
    return names | {f"header {operator}" for operator in operators if operator not in ("name", "in")}


def names_of(predicate: str) -> set[str]:
    """What a predicate as `explain` shows it is an example of."""
    key = predicate.partition(":")[0]
    operator = re.fullmatch(r"header: \{name: .*?, (is|contains|regex): .*\}", predicate)
    return {key, predicate} | ({f"header {operator[1]}"} if operator else set())


def coverage_problems(wanted_names: set[str], seen: dict[str, set[str]]) -> list[str]:
    problems = []
    for name in sorted(wanted_names):
        truths = {truth for predicate, these in seen.items() if name in names_of(predicate) for truth in these}
        needed = {"true"} | (set() if name in NEVER_FALSE else {"false"}) | ({"unknown"} if name in UNKNOWN else set())
        if needed - truths:
            problems.append(f"no case in which filter '{name}' is {' or '.join(sorted(needed - truths))}")
    return problems


def ids_of(maildir: Path) -> list[str]:
    return sorted(path.name.partition(":2,")[0] for path in maildir.rglob("*") if path.is_file())


def check(program_path: Path, update: bool, folder: Path) -> list[str]:
    program = Program(program_path, folder)
    cases = [case for case in all_cases() if case.is_about_filters]
    (folder / "policy.yaml").write_text(combined_policy(cases))
    maildir, recorded = copy_maildir(MINI, folder / "mail"), copy_recorded(RECORDED, folder / "mailbox.json")
    recorded_ids = [message["id"] for message in json.loads(recorded.read_text())["messages"]]
    truths = {"maildir": Mailbox(program, "maildir", maildir, folder).truths(ids_of(maildir)),
              "recording": Mailbox(program, "recording", recorded, folder).truths(recorded_ids)}
    seen = defaultdict(set)
    for rules in truths.values():
        for rule in rules.values():
            for predicate, these in rule["predicates"].items():
                seen[predicate] |= these
    problems = [problem for case in cases for problem in golden_problems(case, truths, update)]
    return problems + coverage_problems(wanted(program, folder), seen)


def golden_problems(case: Case, truths: dict, update: bool) -> list[str]:
    rules = re.findall(r"- name: (\S+)", Path(case.policy).read_text())
    actual = {provider: {rule: {truth: " ".join(found[rule][truth]) for truth in ("true", "unknown")} for rule in rules}
              for provider, found in truths.items()}
    golden = case.expected()
    if update:
        write_golden(case, golden | {"truths": actual})
        return []
    try:
        for provider in actual:
            same(golden.get("truths", {}).get(provider, {}), actual[provider], f"{case.name} on {provider}")
    except CaseFailed as failure:
        return [str(failure)]
    return []


def main() -> int:
    arguments = sys.argv[1:]
    program = take_program(arguments)
    with tempfile.TemporaryDirectory() as folder:
        problems = check(program, "--update" in arguments, Path(folder))
    print("\n".join(problems) or "every filter has its cases")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
