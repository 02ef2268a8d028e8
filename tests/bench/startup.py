# SPDX-License-Identifier: Apache-2.0
"""How long it takes until something happens: --version against true, and a plan of nothing."""

import statistics
from pathlib import Path

from measure import start_ms
from program import Program
from report import Section, verdict

ROUNDS = 40


def startup(program: Program, work: Path) -> Section:
    empty = work / "empty"
    for place in ("cur", "new", "tmp"):
        (empty / place).mkdir(parents=True, exist_ok=True)
    commands = {"true": ["/bin/true"], "--version": [str(program.path), "--version"],
                "plan": program.plan(empty, "conservative")}
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(start_ms(command))
    typical = {name: statistics.median(taken) for name, taken in times.items()}
    return Section(
        "Start-up",
        f"Medians of {ROUNDS} rounds in turns. The plan is of an empty Maildir and is recorded in the store.",
        ["what", "time"],
        [["`true`", f"{typical['true']:.2f} ms"],
         ["`mailcomb --version`", verdict(typical["--version"], 3 * typical["true"] + 5, " ms")],
         ["`mailcomb plan`, empty mailbox", verdict(typical["plan"], 50, " ms")]],
    )
