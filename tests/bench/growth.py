# SPDX-License-Identifier: Apache-2.0
"""Ten times the messages, again and again: time and memory of a plan."""

from pathlib import Path

from mailboxes import generated
from measure import Sample, take_turns
from planning import memory_limit_mib
from program import Program
from report import Section, seconds, verdict

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
POLICY = "aggressive"


def growth(program: Program, work: Path, sizes=SIZES) -> Section:
    section = Section(
        "Ten times the messages",
        f"`plan --policy {POLICY}` on generated Maildirs of small messages, warm, {ROUNDS} rounds.",
        ["messages", "time", "a message", "ten times as many take", "memory"],
    )
    before: Sample | None = None
    for size in sizes:
        sample = measured(program, work, size)
        grown = verdict(sample.wall_ms / before.wall_ms, 10.5, " ×") if before else ""
        section.rows.append([f"{size:,}", seconds(sample.wall_ms), f"{sample.wall_ms / size * 1000:.1f} µs", grown,
                             verdict(sample.rss_mib, memory_limit_mib(size), " MiB")])
        before = sample
    return section


def measured(program: Program, work: Path, size: int) -> Sample:
    maildir = generated(work, size)
    return take_turns({"plan": program.plan(maildir, POLICY)}, ROUNDS)["plan"]
