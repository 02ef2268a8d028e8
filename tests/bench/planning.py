# SPDX-License-Identifier: Apache-2.0
"""plan with each shipped policy against mblaze's mlist | mpick with one filter, on real mail."""

from pathlib import Path

from measure import can_drop_caches, take_turns
from program import POLICIES, Program
from report import Section, seconds, verdict

PEER = "mlist | mpick"
PEER_FILTER = 'date < "-90d" && (from.addr =~~ "@shop\\.example$" || "list-unsubscribe" =~ ".") && !flagged'
WARM_ROUNDS, COLD_ROUNDS = 7, 3


def memory_limit_mib(messages: int) -> float:
    return 64 + 64 * messages / 2**20


def peer(maildir: Path) -> list[str]:
    return ["sh", "-c", 'mlist "$1" | mpick -t "$2"', "peer", str(maildir), PEER_FILTER]


def against_mblaze(program: Program, maildir: Path, messages: int) -> Section:
    commands = {PEER: peer(maildir)} | {f"plan {policy}": program.plan(maildir, policy) for policy in POLICIES}
    warm = take_turns(commands, WARM_ROUNDS)
    cold = take_turns(commands, COLD_ROUNDS, cold=True) if can_drop_caches() else None
    section = Section(
        f"A plan of {messages:,} real messages",
        f"The SpamAssassin corpus 16 times over, as a Maildir, against `mlist MAILDIR | mpick -t '{PEER_FILTER}'` "
        f"(mblaze, which neither knows guards nor conversations, nor writes a plan). {WARM_ROUNDS} rounds warm, "
        f"{COLD_ROUNDS} cold.",
        ["what", "warm", "CPU", "ratio", "cold", "ratio cold", "memory"],
    )
    for name in commands:
        section.rows.append([f"`{name}`", seconds(warm[name].wall_ms), seconds(warm[name].cpu_ms),
                             "1" if name == PEER else verdict(warm[name].wall_ms / warm[PEER].wall_ms, 1),
                             *cold_cells(cold, name), memory_cell(warm[name].rss_mib, messages, name)])
    if not cold:
        section.notes.append("The caches could not be dropped (no permission), so there is nothing cold here.")
    return section


def cold_cells(cold, name: str) -> list[str]:
    if not cold:
        return ["–", "–"]
    return [seconds(cold[name].wall_ms), f"{cold[name].wall_ms / cold[PEER].wall_ms:.2f}"]


def memory_cell(rss_mib: float, messages: int, name: str) -> str:
    return f"{rss_mib:.1f} MiB" if name == PEER else verdict(rss_mib, memory_limit_mib(messages), " MiB")
