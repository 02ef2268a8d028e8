# SPDX-License-Identifier: Apache-2.0
"""Let the n-th call that changes a file fail, and see that the program says so: errno_test.py PROGRAM PRELOAD.

Either nothing is done (exit 10), or the journal tells the truth (6, 7): resume without the fault finishes, and undo
gives back the very same Maildir. A fault that nothing depends on may pass unseen (0), as when SQLite tidies up. With
--command undo it is the undo that meets the fault. --stays: all later calls fail too, as on a full disk."""

import argparse
import os
import sys
import time

from bench import Bench, Broken, Fault, Original, expect
from kill_test import one_run, some_faults

REASONS = {"ENOSPC": ["No space left on device", "no space is left"], "EIO": ["Input/output error"]}
# All that SQLite lets others know if it cannot make a journal.
BESIDE = "SQLite cannot make its files beside store"
CODES = (0, 6, 7, 10)
FOLDERS = (".Archive", ".Trash", ".Lists", "cur", "new")


def expect_named(text, fault, path, bench):
    """The error says what failed, and why."""
    expect(any(reason in text for reason in [*REASONS[fault.how], BESIDE]), f"the reason is not told:\n{text}")
    if path.startswith(bench.store):
        expect(bench.store in text, f"the store is not named:\n{text}")
    else:
        part = os.path.relpath(path, bench.maildir).split("/")[0]
        expect(bench.maildir in text or any(f"'{folder}" in text for folder in (part, *FOLDERS)),
               f"the folder is not named:\n{text}")


def expect_truth(bench, answer, stage):
    """What the exit code says is so."""
    journal = one_run(bench, stage)
    expect(answer.code in CODES, f"ended with {answer.code}:\n{answer.text}")
    if answer.code == 10 and stage == "apply":
        bench.expect_original("after exit 10")
    if answer.code in (6, 7):
        expect(journal, f"ended with {answer.code}, but there is no run in the journal:\n{answer.text}")
    if answer.code == 0:
        expect(journal and journal.is_ended and journal.results.keys() == journal.planned, "exit 0, but not all is done")


def applied(bench):
    bench.expect_ok(bench.apply(), "apply")


class Apply:
    def command(self, bench, **fault):
        return bench.apply(**fault)

    def prepare(self, bench):
        pass

    def conclude(self, bench, answer):
        expect_truth(bench, answer, "apply")
        journal = one_run(bench, "apply")
        if not journal:
            return bench.expect_original("without a run in the journal")
        if answer.code == 7:
            bench.expect_ok(bench.resume(), "resume")
            bench.expect_empty_plan()
        bench.expect_ok(bench.undo(journal.run), "undo")
        return bench.expect_original("after undo")


class Undo:
    def command(self, bench, **fault):
        return bench.undo(self.run, **fault)

    def prepare(self, bench):
        applied(bench)
        self.run = one_run(bench, "apply").run

    def conclude(self, bench, answer):
        expect_truth(bench, answer, "undo")
        if answer.code == 7:
            bench.expect_ok(bench.resume(), "resume of the undo")
        elif answer.code != 0:
            bench.expect_ok(bench.undo(self.run), "undo again")
        bench.expect_original("after the undo")


COMMANDS = {"apply": Apply, "undo": Undo}


def trial(original, command, fault):
    with Bench(original) as bench:
        command.prepare(bench)
        log = os.path.join(bench.folder, "calls")
        answer = command.command(bench, fault=fault, log=log)
        with open(log, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
        try:
            if answer.code != 0:
                expect(len(lines) >= fault.at, "there was no fault")
                expect_named(answer.text, fault, lines[fault.at - 1].split(" ", 1)[1], bench)
            command.conclude(bench, answer)
        except Broken as error:
            where = ascii(lines[fault.at - 1]) if fault.at <= len(lines) else "no such call"
            raise Broken(f"{where}: {error}\nIt had ended with {answer.code}:\n{answer.text}") from error
        return answer.code


def faults(calls, options):
    chosen = some_faults(calls, 1 if options.all else options.stride)
    if options.at:
        return [Fault(options.at, options.errno, "", options.stays)]
    numbers = sorted({fault.at for fault in chosen})
    shard, shards = (int(part) for part in options.shard.split("/"))
    return [Fault(at, options.errno, "", options.stays) for at in numbers[shard - 1::shards]]


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("preload")
    parser.add_argument("--command", choices=COMMANDS, default="apply")
    parser.add_argument("--errno", choices=REASONS, default="ENOSPC")
    parser.add_argument("--stays", action="store_true")
    parser.add_argument("--stride", type=int, default=40)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--at", type=int)
    return parser.parse_args()


def main():
    options, began, codes, broken = parse_options(), time.monotonic(), {}, 0
    command = COMMANDS[options.command]()
    with Original(options.program, options.preload) as original:
        with Bench(original) as bench:
            command.prepare(bench)
            calls = bench.calls(lambda log: command.command(bench, log=log))
        for fault in faults(calls, options):
            try:
                code = trial(original, command, fault)
                codes[code] = codes.get(code, 0) + 1
            except Broken as error:
                broken += 1
                print(f"{fault}: {error}", flush=True)
    seconds = time.monotonic() - began
    print(f"{options.command}, {options.errno}{' from then on' if options.stays else ''}: {len(calls)} calls, exit codes "
          f"{dict(sorted(codes.items()))}, {broken} broken, {seconds:.0f} s")
    return 1 if broken or not codes else 0


if __name__ == "__main__":
    sys.exit(main())
