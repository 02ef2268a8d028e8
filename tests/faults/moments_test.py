# SPDX-License-Identifier: Apache-2.0
"""Kill an apply of 3,000 changes at fifty moments, most between its batches: moments_test.py PROGRAM PRELOAD SHARD/SHARDS.

That a moment lies between the first and the last batch is read from the journal that the kill left behind: the second
batch had been started, the last had not, and planned messages were without a result."""

import argparse
import sys
import time

from bench import Bench, Broken, Fault, Original, expect

CHANGES = 3000
BATCHES = CHANGES // 100
MOMENTS = 50
INSIDE_MIN = 40


def is_inside(journal):
    expect(len(journal.planned) == CHANGES, f"{len(journal.planned)} messages planned instead of {CHANGES}")
    expect(journal.batches == set(range(BATCHES)), f"{len(journal.batches)} batches instead of {BATCHES}")
    has_open = bool(journal.planned - journal.results.keys())
    return has_open and len(journal.started) >= 2 and max(journal.started) < BATCHES - 1


def trial(bench, fault):
    """Whether the kill came between the first and the last batch."""
    answer = bench.apply(fault)
    expect(answer.is_killed, f"was not killed, and ended with {answer.code}:\n{answer.text}")
    (journal,) = bench.journals()
    expect(bench.tree() != bench.original.tree or not journal.results, "nothing had changed, but the journal has results")
    bench.expect_ok(bench.resume(), "resume")
    (finished,) = bench.journals()
    expect(finished.results.keys() == finished.planned, "a message is without a result")
    bench.expect_empty_plan()
    bench.expect_ok(bench.undo(journal.run), "undo")
    bench.expect_original("after undo")
    return is_inside(journal)


def moments(calls):
    """Evenly spread over all calls from the first rename to the last, before and after them in turn."""
    renames = [n for n, (kind, _) in enumerate(calls, 1) if kind == "rename"]
    first, last = renames[0], renames[-1]
    step = (last - first) / (MOMENTS - 1)
    return [Fault(first + round(i * step), ("kill-before", "kill-after")[i // 2 % 2]) for i in range(MOMENTS)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("preload")
    parser.add_argument("shard")
    options, began = parser.parse_args(), time.monotonic()
    shard, shards = (int(part) for part in options.shard.split("/"))
    inside, broken = 0, 0
    with Original(options.program, options.preload, CHANGES) as original:
        with Bench(original) as bench:
            calls = bench.calls(lambda log: bench.apply(log=log))
        faults = moments(calls)[shard - 1::shards]
        for fault in faults:
            try:
                with Bench(original) as bench:
                    inside += trial(bench, fault)
            except Broken as error:
                broken += 1
                print(f"{fault} ({' '.join(calls[fault.at - 1])!a}): {error}", flush=True)
    seconds = time.monotonic() - began
    print(f"{CHANGES} changes, {len(calls)} calls, {len(faults)} kills, {inside} proven between the first and the last batch, "
          f"{broken} broken, {seconds:.0f} s")
    return 1 if broken or inside * MOMENTS < INSIDE_MIN * len(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
