# SPDX-License-Identifier: Apache-2.0
"""What holds for every plan, whatever the golden says: they find the golden that was updated wrongly."""

TERMINAL = {"archive", "trash", "keep"}
OPPOSITES = [{"mark_read", "mark_unread"}, {"star", "unstar"}]


def broken_invariants(plan: dict) -> list[str]:
    found = [problem for rule in plan["rules"] for problem in rule_problems(rule)]
    found += [problem for change in plan["changes"] for problem in change_problems(change)]
    ids = [change["message_id"] for change in plan["changes"]]
    if len(set(ids)) != len(ids):
        found.append("a message has two changes")
    if plan["totals"]["changes"] != len(ids):
        found.append("totals.changes does not count the changes")
    return found + attribution_problems(plan)


def rule_problems(rule: dict) -> list[str]:
    buckets = sum(rule[bucket] for bucket in ("changes", "guarded", "shadowed", "already"))
    return [] if rule["matched"] == buckets else [f"the buckets of rule {rule['name']} do not add up"]


def change_problems(change: dict) -> list[str]:
    actions = [each["action"] for each in change["actions"]]
    id = change["message_id"]
    problems = [f"{id}: an action without rule or reason" for each in change["actions"]
                if not each["rule"] or not each["reason"]]
    if not actions or len(set(actions)) != len(actions):
        problems.append(f"{id}: no action, or one twice")
    if len(TERMINAL & set(actions)) > 1:
        problems.append(f"{id}: two terminal actions")
    labelled = {action[len("label:"):] for action in actions if action.startswith("label:")}
    unlabelled = {action[len("unlabel:"):] for action in actions if action.startswith("unlabel:")}
    if labelled & unlabelled or any(pair <= set(actions) for pair in OPPOSITES):
        problems.append(f"{id}: contradicting actions")
    return problems


def attribution_problems(plan: dict) -> list[str]:
    """Each rule's `changes` are the messages that have an action by it."""
    problems = []
    for rule in plan["rules"]:
        named = sum(any(each["rule"] == rule["name"] for each in change["actions"]) for change in plan["changes"])
        if named != rule["changes"]:
            problems.append(f"rule {rule['name']} counts {rule['changes']} changes, and {named} are named after it")
    return problems
