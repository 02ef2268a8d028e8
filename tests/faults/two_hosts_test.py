# SPDX-License-Identifier: Apache-2.0
"""Several processes at once on one mailbox and one store: two_hosts_test.py PROGRAM PRELOAD.

Of two that apply, the one that comes second is told who holds the mailbox (exit 8), nothing is lost, and readers and
planners never see a locked database."""

import argparse
import json
import os
import signal
import sys
import time

from bench import Bench, Fault, Original, end, expect

PAIRS = 12
ROUNDS = 8
RENAME = 150


def expect_reverted(bench):
    (journal,) = bench.journals()
    expect(journal.is_ended and journal.results.keys() == journal.planned, "the run that worked is not complete")
    bench.expect_empty_plan()
    bench.expect_ok(bench.undo(journal.run), "undo")
    bench.expect_original("after undo")


def second_comes_while_first_works(original):
    """The first is stopped between two renames, and so holds the mailbox for as long as the second needs."""
    with Bench(original) as bench:
        first = bench.start(*bench.planning("apply"), "--yes", fault=Fault(RENAME, "stop", "rename"))
        os.waitid(os.P_PID, first.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        second = bench.apply()
        first.send_signal(signal.SIGCONT)
        finished = end(first)
        expect(second.code == 8, f"the second ended with {second.code} instead of 8:\n{second.text}")
        for named in (f"process {first.pid}", bench.maildir):
            expect(named in second.text, f"'{named}' is not told to the second:\n{second.text}")
        bench.expect_ok(finished, "the first")
        (journal,) = bench.journals()
        expect(journal.is_ended and journal.results.keys() == journal.planned, "the first is not complete")
        bench.expect_empty_plan()
        bench.expect_ok(bench.undo(journal.run), "undo")
        bench.expect_original("after undo")


def two_start_together(original):
    """The exit code of the one that lost: it was refused (8), or it came when all was done (0), or just after (6)."""
    with Bench(original) as bench:
        answers = [end(process) for process in [bench.start(*bench.planning("apply"), "--yes") for _ in range(2)]]
        codes = sorted(answer.code for answer in answers)
        text = "\n".join(f"exit {answer.code}:\n{answer.text}" for answer in answers)
        expect(codes in ([0, 0], [0, 6], [0, 8]) and "kept locked" not in text, text)
        expect(codes[1] != 8 or "is being changed by run" in text, f"who holds the mailbox is not told:\n{text}")
        bench.expect_empty_plan()
        for journal in reversed(bench.journals()):
            bench.expect_ok(bench.undo(journal.run), "undo")
        bench.expect_original("after undo")
        return codes[1]


def many_look(original):
    """Four processes, planning and reading history, on a store that does not exist at first."""
    with Bench(original) as bench:
        planning = bench.planning("plan")
        for _ in range(ROUNDS):
            looking = [bench.start(*words) for words in (planning, ["history", "list"], planning, ["history", "list"])]
            for answer in map(end, looking):
                bench.expect_ok(answer, "a look")
                expect("lock" not in answer.text, answer.text)
        runs = json.loads(bench.run("history", "list", "--format", "json").text)["runs"]
        expect(len(runs) == 2 * ROUNDS, f"{len(runs)} plans recorded instead of {2 * ROUNDS}")
        bench.expect_original("after plans only")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("preload")
    options, began = parser.parse_args(), time.monotonic()
    with Original(options.program, options.preload) as original:
        second_comes_while_first_works(original)
        losers = [two_start_together(original) for _ in range(PAIRS)]
        many_look(original)
    print(f"{PAIRS} pairs, exit codes of the losers {losers}; {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
