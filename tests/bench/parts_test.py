# SPDX-License-Identifier: Apache-2.0
"""Tests of the benchmarks' parts that measure nothing."""

import unittest

from hot_spots import read_costs
from mailboxes import small_message, with_own_ids
from report import Section, verdict

MAIL = b"""Message-ID: <one@a>
References: <zero@a>
\t<half@a>
Subject: <no@id>

In-Reply-To: <body@a>
"""

CALLGRIND = """fn=(1) mailcomb::plan::Planner::add(batch const&)
ob=(1) /x/mailcomb
+3 100
cfn=(2) memcpy
cob=(2) /lib/libc.so.6
calls=1 2
* 40
-1 5
ob=(2)
fn=(2)
12 40
"""


class MailboxesTest(unittest.TestCase):
    def test_ids_of_a_copy_are_its_own(self):
        copied = with_own_ids(MAIL, 3)
        self.assertEqual(copied, MAIL.replace(b"<one", b"<copy3.one").replace(b"<zero", b"<copy3.zero")
                         .replace(b"<half", b"<copy3.half"))

    def test_an_id_without_brackets(self):
        self.assertEqual(with_own_ids(b"Message-Id: x\n\n", 1), b"Message-Id: copy1.x\n\n")

    def test_small_messages_differ(self):
        self.assertEqual(len({small_message(number) for number in range(1000)}), 1000)


class HotSpotsTest(unittest.TestCase):
    def test_costs_are_those_of_the_function_itself(self):
        self.assertEqual(read_costs(CALLGRIND), {("mailcomb", "plan::Planner::add"): 105, ("libc.so.6", "memcpy"): 40})


class ReportTest(unittest.TestCase):
    def test_a_missed_target_says_so(self):
        self.assertEqual(verdict(0.5, 1), "0.50 (target ≤ 1)")
        self.assertEqual(verdict(61.24, 50, " ms"), "**61.2 ms (target ≤ 50 ms): missed**")

    def test_a_bar_in_a_cell(self):
        self.assertEqual(Section("T", "L.", ["a"], [["`b | c`"]]).text().splitlines()[-1], "| `b \\| c` |")

    def test_a_section(self):
        section = Section("Title", "Lead.", ["a", "b"], [["1", "2"]], ["Note."])
        self.assertEqual(section.text(), "## Title\n\nLead.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nNote.\n")


if __name__ == "__main__":
    unittest.main()
