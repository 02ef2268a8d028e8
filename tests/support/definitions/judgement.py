# SPDX-License-Identifier: Apache-2.0
"""What a policy selects: every matched message of every rule lies in exactly one bucket."""

from collections import Counter
from dataclasses import dataclass, field

from .category import CATEGORIES
from .guards import guards_by_id
from .message import Message
from .policies import Rule
from .threads import threads


@dataclass
class RuleJudgement:
    """Ids sorted; matched = guarded + shadowed + already + changes."""

    name: str
    matched: list[str] = field(default_factory=list)
    guarded: dict[str, list[str]] = field(default_factory=dict)
    shadowed: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)


def judge(messages: list[Message], rules: tuple[Rule, ...], now_ms: int) -> dict:
    """The messages have to be sorted by id."""
    judged = judge_rules(messages, rules, now_ms)
    return {
        "messages": len(messages),
        "unknown_date": sum(message.received_at_ms is None for message in messages),
        "future_date": sum((message.received_at_ms or now_ms) > now_ms for message in messages),
        "categories": count_categories(messages),
        "rules": [vars(rule) for rule in judged],
        "totals": totals(rules, judged),
    }


def judge_rules(messages: list[Message], rules: tuple[Rule, ...], now_ms: int) -> list[RuleJudgement]:
    mail_threads = threads(messages)
    decided: set[str] = set()  # ids for which an earlier terminal action has won
    return [judge_rule(rule, messages, guards_by_id(rule, mail_threads, now_ms), decided, now_ms) for rule in rules]


def judge_rule(rule: Rule, messages: list[Message], guards: dict[str, list[str]], decided: set[str],
               now_ms: int) -> RuleJudgement:
    """Adds what the rule wins to `decided`: also where its action is already done."""
    judged = RuleJudgement(rule.name)
    for message in messages:
        if rule.matches(message, now_ms):
            judged.matched.append(message.id)
            put_in_bucket(judged, rule, message, guards.get(message.id), message.id in decided)
    if rule.is_terminal:
        decided.update(judged.already, judged.changes)
    return judged


def put_in_bucket(judged: RuleJudgement, rule: Rule, message: Message, guards: list[str] | None,
                  is_decided: bool) -> None:
    if guards:
        judged.guarded[message.id] = guards
    elif rule.is_terminal and is_decided:
        judged.shadowed.append(message.id)
    elif rule.is_done(message):
        judged.already.append(message.id)
    else:
        judged.changes.append(message.id)


def count_categories(messages: list[Message]) -> dict[str, int]:
    counts = Counter(message.category for message in messages)
    return {category: counts[category] for category in CATEGORIES}


def totals(rules: tuple[Rule, ...], judged: list[RuleJudgement]) -> dict:
    """Numbers of messages, each counted once however many rules name it; `actions` per action."""
    actions = Counter()
    for rule, judgement in zip(rules, judged):
        actions[rule.action] += len(judgement.changes)
    return {bucket: len({id for rule in judged for id in getattr(rule, bucket)})
            for bucket in ("matched", "guarded", "changes")} | {"actions": dict(sorted(actions.items()))}
