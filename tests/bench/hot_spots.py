# SPDX-License-Identifier: Apache-2.0
"""Where a plan's instructions go (callgrind), by library and by function."""

import re
import subprocess
from collections import Counter
from pathlib import Path

from program import POLICIES, Program
from report import Section

SHOWN = 12
COST = re.compile(r"^(?:\+|-|\*|0x)?\w* (\d+)$")
OURS = ("mailcomb", "local-mail.so")


def hot_spots(program: Program, work: Path, maildir: Path, messages: int, empty: Path) -> Section:
    section = Section(
        f"Where the instructions of a plan go",
        f"callgrind on {messages:,} messages of the corpus; what a plan of an empty mailbox takes is subtracted. System "
        "calls (opening and reading files) are not in it.",
        ["what", *POLICIES],
    )
    profiles = {policy: counted(program, work, maildir, policy) - counted(program, work, empty, policy)
                for policy in POLICIES}
    section.rows.append(["instructions a message", *(f"{profiles[policy].total() / messages:,.0f}" for policy in POLICIES)])
    for place, _ in by_object(profiles[POLICIES[-1]]).most_common():
        cells = [share(by_object(profiles[policy])[place], profiles[policy]) for policy in POLICIES]
        if any(cells):
            section.rows.append([f"in `{place}`", *cells])
    for function, _ in profiles[POLICIES[-1]].most_common(SHOWN):
        section.rows.append([f"`{function[1]}`", *(share(profiles[policy][function], profiles[policy]) for policy in POLICIES)])
    return section


def share(cost: int, profile: Counter) -> str:
    percent = 100 * cost / profile.total()
    return f"{percent:.1f}%" if percent >= 0.5 else ""


def by_object(profile: Counter) -> Counter:
    places = Counter()
    for (place, _), cost in profile.items():
        places[place] += cost
    return places


def counted(program: Program, work: Path, maildir: Path, policy: str) -> Counter:
    out = work / "callgrind.out"
    out.unlink(missing_ok=True)
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *program.plan(maildir, policy)],
                   check=True, capture_output=True)
    return read_costs(out.read_text(errors="replace"))


def read_costs(text: str) -> Counter:
    """Instructions by (object, function), without what they call: callgrind's own format, names by number."""
    costs, names, place, function, is_call = Counter(), {}, "", "", False
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if key in ("ob", "fn"):
            number, _, name = value.partition(" ")
            name = names.setdefault((key, number), name) if name else names[key, number]
            if key == "ob":
                place = Path(name).name
            else:
                function = short(name)
        elif key in ("cob", "cfn"):
            number, _, name = value.partition(" ")
            if name:
                names.setdefault((key[1:], number), name)
        elif key == "calls":
            is_call = True
        elif line[:1] in "+-*0123456789" and line:
            if not is_call:
                costs[place, function] += int(line.split()[1])
            is_call = False
    return costs


def short(name: str) -> str:
    """Without parameters, what templates are made for, and the namespaces that everything of ours is in."""
    name = re.sub(r"<.*>", "<>", name)
    name = re.sub(r"\(.*", "", name.replace("(anonymous namespace)::", "")) or name
    return name.replace("mailcomb::", "").replace("local_mail::", "")
