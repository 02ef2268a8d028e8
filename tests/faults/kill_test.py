# SPDX-License-Identifier: Apache-2.0
"""Kill the program at its n-th call that changes a file, go on, and look: kill_test.py PROGRAM PRELOAD --scenario NAME.

Whatever the moment, afterwards resume and undo give back the very same Maildir. Without --all a part of the moments is
tried, some of each kind of call; --at N --how kill-before tries one of them again. --shard I/K: each K-th."""

import argparse
import sys
import time

from bench import Bench, Broken, Fault, Original, expect

HOWS = ("kill-before", "kill-after")


def one_run(bench, kind):
    """The unfinished or finished run of a kind, if it came that far."""
    runs = [journal for journal in bench.journals() if journal.kind == kind]
    expect(len(runs) <= 1, f"{len(runs)} runs of kind {kind}")
    return runs[0] if runs else None


def killed(answer):
    expect(answer.is_killed or answer.code == 0, f"ended with {answer.code}:\n{answer.text}")
    return answer.is_killed


def finish(bench):
    """Resume: everything is done; undo: everything is back."""
    bench.expect_ok(bench.resume(), "resume")
    journal = one_run(bench, "apply")
    expect(len(journal.results) == bench.original.changes and journal.is_ended, "the journal has no result for some")
    bench.expect_empty_plan()
    revert(bench, journal.run)


def revert(bench, run):
    bench.expect_ok(bench.undo(run), "undo")
    bench.expect_original("after undo")


def reach(bench, fault):
    """Applies until the fault; the run, or None if nothing has begun."""
    killed(bench.apply(fault))
    journal = one_run(bench, "apply")
    if journal is None:
        bench.expect_original("without a run in the journal")
    return journal


class ApplyThenResume:
    """Killed, resumed, undone."""

    def prepare(self, bench):
        return lambda log: bench.apply(log=log)

    def trial(self, bench, fault, _):
        if reach(bench, fault):
            finish(bench)
        else:
            bench.expect_ok(bench.apply(), "apply again")
            finish(bench)


class ApplyThenUndo:
    """Killed, and undone at once."""

    def prepare(self, bench):
        return lambda log: bench.apply(log=log)

    def trial(self, bench, fault, _):
        if journal := reach(bench, fault):
            revert(bench, journal.run)


class ResumeThenResume:
    """Killed in the middle, killed again while it is resumed; then resumed, or undone at once."""

    def prepare(self, bench):
        """The middle: in the second of three batches."""
        with Bench(bench.original) as other:
            renames = [kind for kind, _ in other.calls(lambda log: other.apply(log=log))]
        self.middle = Fault([n for n, kind in enumerate(renames, 1) if kind == "rename"][150], "kill-after")
        expect(killed(bench.apply(self.middle)), "not killed in the middle")
        return lambda log: bench.resume(log=log)

    def trial(self, bench, fault, number):
        expect(killed(bench.apply(self.middle)), "not killed in the middle")
        killed(bench.resume(fault=fault))
        if number % 2:
            revert(bench, one_run(bench, "apply").run)
        else:
            finish(bench)


class Undo:
    """Applied, killed while it is undone; then that undo is resumed, or the run is undone again."""

    def prepare(self, bench):
        bench.expect_ok(bench.apply(), "apply")
        run = one_run(bench, "apply").run
        return lambda log: bench.undo(run, log=log)

    def trial(self, bench, fault, number):
        bench.expect_ok(bench.apply(), "apply")
        run = one_run(bench, "apply").run
        killed(bench.undo(run, fault=fault))
        if number % 2 and one_run(bench, "undo"):
            bench.expect_ok(bench.resume(), "resume of the undo")
            bench.expect_original("after the undo was resumed")
        else:
            revert(bench, run)


SCENARIOS = {"apply_resume": ApplyThenResume, "apply_undo": ApplyThenUndo, "resume": ResumeThenResume, "undo": Undo}


# SQLite does not write exactly as often each time; a few numbers more reach the last call of a longer run.
SPARE = 40


def all_faults(calls):
    return [Fault(at, how) for at in range(1, len(calls) + SPARE + 1) for how in HOWS]


def some_faults(calls, stride):
    """Each stride-th of every kind of call, and at least four of each kind."""
    faults = []
    for kind in sorted({kind for kind, _ in calls}):
        numbers = [n for n, (other, _) in enumerate(calls, 1) if other == kind]
        step = max(1, min(stride, len(numbers) // 4))
        faults += [Fault(n, HOWS[i % 2]) for i, n in enumerate(numbers[step // 2::step])]
    return faults


def chosen(options, calls):
    if options.at:
        return [Fault(options.at, options.how)]
    faults = all_faults(calls) if options.all else some_faults(calls, options.stride)
    shard, shards = (int(part) for part in options.shard.split("/"))
    return faults[shard - 1::shards]


def is_held(original, scenario, fault, calls, number):
    """Whether the trial shows what it must; tells what is wrong if not."""
    try:
        with Bench(original) as bench:
            scenario.trial(bench, fault, number)
        return True
    except Broken as broken:
        what = " ".join(calls[fault.at - 1]) if fault.at <= len(calls) else "no such call"
        print(f"--at {fault.at} --how {fault.how} ({ascii(what)}), trial {number}: {broken}", flush=True)
        return False


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("preload")
    parser.add_argument("--scenario", choices=SCENARIOS, required=True)
    parser.add_argument("--stride", type=int, default=40)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--at", type=int)
    parser.add_argument("--how", choices=HOWS, default=HOWS[0])
    parser.add_argument("--trial", type=int, help="what follows the kill: even or odd, as a failure tells it")
    return parser.parse_args()


def main():
    options, began = parse_options(), time.monotonic()
    with Original(options.program, options.preload) as original:
        scenario = SCENARIOS[options.scenario]()
        with Bench(original) as bench:
            calls = bench.calls(scenario.prepare(bench))
        faults = chosen(options, calls)
        # The number decides what comes after the kill: both for each kind of call.
        numbers = [options.trial if options.trial is not None else (fault.at + i // 2) for i, fault in enumerate(faults)]
        held = []
        for fault, number in zip(faults, numbers):
            held.append(is_held(original, scenario, fault, calls, number))
            if len(held) % 100 == 0:
                print(f"{options.scenario}: {len(held)} of {len(faults)} kills", flush=True)
    seconds = time.monotonic() - began
    kinds = {kind: sum(other == kind for other, _ in calls) for kind, _ in calls}
    print(f"{options.scenario}: {len(calls)} calls {kinds}; {len(faults)} kills, {held.count(False)} broken, {seconds:.0f} s")
    return 1 if held.count(False) or not held else 0


if __name__ == "__main__":
    sys.exit(main())
