# SPDX-License-Identifier: Apache-2.0
"""What was measured, as Markdown."""

import os
import platform
import subprocess
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path


@dataclass
class Section:
    title: str
    lead: str  # What was compared with what.
    head: list[str]
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def text(self) -> str:
        lines = [f"## {self.title}", "", self.lead, "", row(self.head), row(["---"] * len(self.head))]
        lines += [row(cells) for cells in self.rows]
        for note in self.notes:
            lines += ["", note]
        return "\n".join(lines) + "\n"


def row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def verdict(value: float, limit: float, unit: str = "") -> str:
    """`0.82 (≤ 1)`, marked where the target is missed."""
    told = f"{number(value)}{unit} (target ≤ {number(limit)}{unit})"
    return told if value <= limit else f"**{told}: missed**"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def seconds(wall_ms: float) -> str:
    return f"{wall_ms / 1000:.2f} s"


def machine() -> str:
    cpu = next(line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
               if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (f"{os.cpu_count()} × {cpu}, {memory:.0f} GiB, {platform.system()} {platform.release()}; "
            f"load when the run ended: {load}")


def commit(source: Path) -> str:
    told = subprocess.run(["git", "-C", source, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return told.stdout.strip() or "unknown"


def document(sections: list[Section], source: Path) -> str:
    begin = INTRODUCTION.format(date=datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"), machine=machine(),
                                commit=commit(source))
    return begin + "".join("\n" + section.text() for section in sections)


INTRODUCTION = """# Benchmarks

How fast mailcomb is, how much memory it takes, and how both grow. This page is written by a script, which installs what
it compares with, builds mailcomb as users get it, makes the mailboxes and removes the large ones again:

```sh
tests/bench/run.sh --out docs/11-benchmarks.md
```

Times are of the wall clock, medians; what is compared runs in turns on the same machine, so look at the ratios. A target
that is missed says so.

Measured on {date} at commit {commit}: {machine}.
"""
