# SPDX-License-Identifier: Apache-2.0
"""Tests of the definitions: dates, headers, categories, names."""

import unittest
from datetime import timedelta

from maildir_fixture import NOW
from definitions.category import category_of
from definitions.dates import EPOCH, mbox_date_ms, rfc_date_ms
from definitions.folders import location_of
from definitions.headers import Headers
from definitions.judgement import judge
from definitions.message import Message, id_of, thread_keys
from definitions.policies import DAY_MS, POLICIES, Rule
from definitions.received import received_at_ms


def ms(year, *rest):
    return (NOW.replace(year, *rest) - EPOCH) // timedelta(milliseconds=1)


def headers(*lines: str) -> Headers:
    return Headers("\n".join([*lines, "", ""]).encode("latin-1"))


class DatesTest(unittest.TestCase):
    def test_dates_that_are_read(self):
        noon = ms(2002, 8, 2, 12)
        for text in (
                "Fri, 2 Aug 2002 12:00:00 +0000", "2 Aug 2002 12:00 GMT", " Fri, 02 Aug 2002 08:00:00 -0400 (EDT)",
                "2 Aug 102 12:00:00 +0000", "2 Aug 02 05:00:00 PDT", "2 aug 2002 12:00:00 nowhere",
                "Fri, 2 Aug 2002\t12:00:00 +0000 (a (nested \\) ) comment)", "2 Aug 2002 11:59:60 +0000",
                "2 Aug 2002 12: 00 :00 +0000"):
            self.assertEqual(rfc_date_ms(text), noon, text)

    def test_two_digit_years_turn_at_fifty(self):
        self.assertEqual(rfc_date_ms("1 Dec 49 00:00 UT"), ms(2049))
        self.assertEqual(rfc_date_ms("1 Dec 50 00:00 UT"), ms(1950))

    def test_texts_that_are_no_date(self):
        for text in ("", "yesterday", "2 Aug 2002", "2 Aug 2002 12:00:00", "31 Feb 2002 12:00:00 +0000",
                     "2 Aug 2002 25:00:00 +0000", "2 Aug 2002 12:00:61 +0000", "2 Aug 2002 12:00:00 +0060",
                     "02/08/2002 12:00:00", "Aug, 2 2002 8:02:13 AM +0400", "2 Foo 2002 12:00:00 +0000"):
            self.assertIsNone(rfc_date_ms(text), text)

    def test_mbox_dates(self):
        self.assertEqual(mbox_date_ms("From ann@example.org  Fri Aug  2 12:00:00 2002"), ms(2002, 8, 2, 12))
        self.assertEqual(mbox_date_ms("From ann Fri Aug 02 05:00:00 PDT 2002"), ms(2002, 8, 2, 12))
        self.assertEqual(mbox_date_ms("From ann Fri Aug 02 14:00:00 2002 +0200"), ms(2002, 8, 2, 12))
        self.assertIsNone(mbox_date_ms("From ann"))


class ReceivedAtTest(unittest.TestCase):
    def test_the_topmost_readable_received_wins(self):
        mail = headers("Received: a; 02/08/2002", "Received: b", "RECEIVED: c;\n d; 1 Dec 2001 00:00 +0000",
                       "Received: e; 1 Dec 2000 00:00 +0000", "Date: 1 Dec 1999 00:00 +0000")
        self.assertEqual(received_at_ms(mail, "5.x"), ms(2001))

    def test_then_the_mbox_line_then_the_name_then_nothing(self):
        line = "From ann Sat Dec  1 00:00:00 2001"
        self.assertEqual(received_at_ms(headers(line, "Received: b"), "5.x"), ms(2001))
        self.assertEqual(received_at_ms(headers("Subject: x", line), "5.x"), 5000)
        self.assertIsNone(received_at_ms(headers("Date: 1 Dec 1999 00:00 +0000"), "5x.y"))


class HeadersTest(unittest.TestCase):
    def test_split_unfold_and_skip(self):
        mail = Headers(b"Subject: a\r\n\tb\r\nno colon here\r\n and its fold\r\nSUBJECT : \xe9\r\n"
                       b"\r\nsubject: body\r\n")
        self.assertEqual(mail.all("subject"), ["a\tb", "\xe9"])

    def test_a_mail_may_have_no_header_or_nothing_else(self):
        self.assertFalse(Headers(b"\nSubject: body").has("subject"))
        self.assertEqual(Headers(b"Subject: a").all("subject"), ["a"])


class CategoryTest(unittest.TestCase):
    def test_the_first_that_fits(self):
        unsubscribe, post = "List-Unsubscribe: <mailto:u@example.org>", "List-Post: <mailto:l@example.org>"
        for expected, *lines in (
                ("forums", post, unsubscribe, "From: a@facebookmail.com"),
                ("promotions", "List-Post: NO (announcements only)", unsubscribe), ("primary", "List-Post: no"),
                ("social", "From: A <a@mail.LinkedIn.com>", "Precedence: bulk"), ("primary", "From: a@notx.com"),
                ("promotions", "Precedence: Bulk"), ("primary", "Precedence: list"), ("primary", "List-Id: <l>"),
                ("updates", "Auto-Submitted: auto-replied; x=y"), ("primary", "Auto-Submitted: No (by hand)"),
                ("updates", "From: DoNotReply@example.org"), ("updates", 'From: "x" <no-reply@example.org>'),
                ("primary", "From: noreplying@example.org"), ("primary", "From: nobody")):
            self.assertEqual(category_of(headers(*lines)), expected, lines)


class NamesTest(unittest.TestCase):
    def test_locations(self):
        for name, location in ((".Archive.2002", "archive"), (".sent items", "sent"), (".Deleted Messages", "trash"),
                               (".DRAFTS", "drafts"), (".Junk", "spam"), (".Clients.Archive", "other")):
            self.assertEqual(location_of(name), location)

    def test_ids_are_utf8(self):
        self.assertEqual(id_of(b"1.\xff\xc3\xa9%".decode("utf-8", "surrogateescape")), "1.%FF\xe9%")

    def test_thread_keys(self):
        mail = headers("Message-ID: bare@example.org", "References: <a@b>\n <c d@e> text",
                       "In-Reply-To: Ann's <f@g> <>")
        self.assertEqual(thread_keys(mail), {"bare@example.org", "a@b", "cd@e", "f@g"})


class PoliciesTest(unittest.TestCase):
    AGES_DAYS = {"conservative": [90], "moderate": [365, 30, 14], "aggressive": [180, 7, 7, 3]}

    def test_every_age_is_inclusive(self):
        for policy, rules in POLICIES.items():
            self.assertEqual([rule.age_days for rule in rules], self.AGES_DAYS[policy])
            for rule in rules:
                exact, younger = (
                    Message("1", "inbox", received_at_ms=age_ms, category=rule.category or "primary", newsletter=True)
                    for age_ms in (0, 1))
                now_ms = rule.age_days * DAY_MS
                self.assertEqual((rule.matches(exact, now_ms), rule.matches(younger, now_ms)), (True, False), rule)


class JudgementTest(unittest.TestCase):
    MAIL = [Message("1", "archive", received_at_ms=0, newsletter=True)]

    def buckets(self, *rules: Rule):
        judged = judge(self.MAIL, rules, DAY_MS)["rules"]
        return [[name for name in ("shadowed", "already", "changes") if rule[name]] for rule in judged]

    def test_a_terminal_action_wins_also_when_it_is_already_done(self):
        self.assertEqual(self.buckets(Rule("a", "archive", 1), Rule("t", "trash", 1)), [["already"], ["shadowed"]])

    def test_mark_read_shadows_nothing(self):
        self.assertEqual(self.buckets(Rule("r", "mark_read", 1), Rule("t", "trash", 1)), [["changes"], ["changes"]])


if __name__ == "__main__":
    unittest.main()
