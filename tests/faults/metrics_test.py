# SPDX-License-Identifier: Apache-2.0
"""Strike where a run is over and its metrics are left to be written: metrics_test.py PROGRAM PRELOAD [--all].

Whatever fails there, everything is done and journalled, the exit code says so, and what is missing is told: a note if
nobody asked for the metrics, 6 if a file of them was asked for. What was counted before stays, and no counter goes down."""

import argparse
import json
import sys
import time

from bench import Bench, Broken, Fault, Original, end, expect

FAULTS = (("ENOSPC", False), ("EIO", True), ("kill-before", False))  # How, and whether it stays so.
# Metrics that go on to be true without growing.
GAUGES = ("mailcomb_last_success_timestamp_seconds", "mailcomb_plugin_info")


def metrics(bench):
    answer = bench.run("metrics", "--format", "json")
    bench.expect_ok(answer, "metrics")
    return {(each["name"], *sorted(each["labels"].items())): each.get("value", each.get("count"))
            for each in json.loads(answer.text)["metrics"]}


def runs(found):
    return sum(value for (name, *_), value in found.items() if name == "gmail_cleanup_runs_total")


def expect_grown(before, after):
    lower = [key for key, value in before.items() if key[0] not in GAUGES and after.get(key, 0) < value]
    expect(not lower, f"lower than before: {lower}")


def published(bench, file, fault=None, log=None):
    """An apply that is not quiet, with a file for the textfile collector."""
    words = [*bench.planning("apply"), "--yes", "--metrics-file", file]
    return end(bench.start(*words, fault=fault, log=log, volume=()))


def last_calls(original):
    """Their numbers: all that come after the journal was closed. SQLite removes its log when that happens."""
    with Bench(original) as bench:
        bench.expect_ok(bench.run(*bench.planning("plan")), "plan")
        calls = bench.calls(lambda log: published(bench, bench.store + ".prom", log=log))
    closed = [n for n, (kind, path) in enumerate(calls, 1) if kind == "unlink" and path.endswith("-wal")]
    kinds = [kind for kind, _ in calls[closed[-2]:]]
    expect("rename" in kinds and "create" in kinds, f"these calls write no file: {kinds}")
    return range(closed[-2] + 1, len(calls) + 1)


def trial(original, fault):
    with Bench(original) as bench:
        file = bench.store + ".prom"
        bench.expect_ok(bench.run(*bench.planning("plan"), "--metrics-file", file), "plan")
        before, text = metrics(bench), read(file)
        answer = published(bench, file, fault)
        expect_told(answer, fault)
        (journal,) = bench.journals()
        expect(journal.is_ended and journal.results.keys() == journal.planned, "the journal is not complete")
        after = metrics(bench)
        expect_grown(before, after)
        expect(runs(after) - runs(before) in (0, 1), f"{runs(after) - runs(before)} runs were counted")
        expect(answer.code != 0 or runs(after) > runs(before) or "metrics are not kept" in answer.text,
               f"the run is not counted, and nobody says so:\n{answer.text}")
        expect(read(file) == text or read(file).count("\n") >= text.count("\n"), "the file is not whole")
        bench.expect_empty_plan()
        bench.expect_ok(bench.undo(journal.run), "undo")
        bench.expect_original("after undo")
        return "killed" if answer.is_killed else answer.code


def read(file):
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    expect(text.endswith("\n"), f"{file} is cut off")
    return text


def expect_told(answer, fault):
    if fault.how.startswith("kill"):
        return expect(answer.is_killed or answer.code == 0, f"ended with {answer.code}:\n{answer.text}")
    expect(answer.code in (0, 6), f"ended with {answer.code}:\n{answer.text}")
    if answer.code == 6:
        expect("error: the metrics are not " in answer.text, f"what is missing is not told:\n{answer.text}")
    return expect("300 of 300 messages changed" in answer.text, f"that all was done is not told:\n{answer.text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("preload")
    parser.add_argument("--all", action="store_true", help="strike each call in every way, not in one of them in turn")
    options, began, broken, codes = parser.parse_args(), time.monotonic(), 0, {}
    with Original(options.program, options.preload) as original:
        numbers = last_calls(original)
        faults = [Fault(at, how, stays=stays) for at in numbers for how, stays in FAULTS]
        # Each step goes to the next call and the next kind: they stand in the list call by call.
        for fault in faults if options.all else faults[:: len(FAULTS) + 1]:
            try:
                code = trial(original, fault)
                codes[code] = codes.get(code, 0) + 1
            except Broken as error:
                broken += 1
                print(f"{fault}: {error}", flush=True)
    print(f"{len(numbers)} calls after the journal, {sum(codes.values()) + broken} faults, ended {codes}, {broken} broken, "
          f"{time.monotonic() - began:.0f} s")
    return 1 if broken or not {0, 6, "killed"} <= codes.keys() else 0


if __name__ == "__main__":
    sys.exit(main())
