# SPDX-License-Identifier: Apache-2.0
"""Proof that abi_layout.py sees every kind of change to the ABI."""

import unittest

from broken_tree import BrokenTree

ABI = "sdk/include/mailcomb/abi/"


class AbiLayoutTest(BrokenTree):
    def caught(self, header, old, new, message, lines_down=0):
        line = self.change(ABI + header, old, new) + lines_down
        self.assert_caught(f"{ABI}{header}:{line}: {message}", "abi_layout.py")

    def test_an_inserted_member(self):
        member = "  mailcomb_str hint; "
        self.caught("call.h", member, "  mailcomb_str note;\n" + member, "mailcomb_diagnostic.note: offset 56")

    def test_an_inserted_slot(self):
        slot = "  mailcomb_status (*add_f64)"
        self.caught("value.h", slot, "  void (*added)(void* context);\n" + slot, "mailcomb_value_builder.added: offset 40")

    def test_reordered_members(self):
        old = "  uint32_t column_count;\n  uint32_t row_count;\n"
        new = "  uint32_t row_count;\n  uint32_t column_count;\n"
        self.caught("batch.h", old, new, "mailcomb_batch.row_count: offset 8, size 4, uint32_t")

    def test_a_widened_member(self):
        old, new = "  uint8_t answer;", "  uint32_t answer;"
        self.caught("verdict.h", old, new, "mailcomb_verdict.answer: offset 0, size 4, uint32_t")

    def test_a_member_of_another_type_and_the_same_size(self):
        old, new = "  mailcomb_str hint; ", "  mailcomb_bytes hint; "
        self.caught("call.h", old, new, "mailcomb_diagnostic.hint: offset 56, size 16, mailcomb_bytes")

    def test_a_slot_of_another_signature(self):
        old, new = "(void* context, uint32_t level, mailcomb_str text);", "(void* context, int32_t level, mailcomb_str text);"
        self.caught("host.h", old, new, "mailcomb_host.log: offset 32, size 8, void (*)(void*, int32_t, mailcomb_str)")

    def test_a_removed_member(self):
        self.change(ABI + "call.h", "  mailcomb_str hint; ", "  /* gone */ ")
        self.assert_caught("mailcomb_diagnostic.hint: offset 56, size 16, mailcomb_str: gone", "abi_layout.py")

    def test_a_renumbered_constant(self):
        self.caught("value.h", "MAILCOMB_VALUE_MAP = 7", "MAILCOMB_VALUE_MAP = 8", "MAILCOMB_VALUE_MAP = 8")

    def test_a_moved_flag(self):
        self.caught("column.h", "(uint64_t)1 << 4", "(uint64_t)1 << 5", "MAILCOMB_FLAG_IMPORTANT = 32")

    def test_a_wider_status(self):
        self.caught("base.h", "typedef int32_t mailcomb_status", "typedef int64_t mailcomb_status", "mailcomb_status: size 8")

    def test_a_renamed_entry(self):
        old, new = '"mailcomb_plugin_entry_v1"', '"mailcomb_plugin_entry_v2"'
        self.caught("plugin.h", old, new, "MAILCOMB_PLUGIN_ENTRY_NAME = ")

    def test_languages_that_disagree(self):
        old, new = "MAILCOMB_VALUE_MAP = 7", "MAILCOMB_VALUE_MAP = 3 + sizeof('a')"
        self.caught("value.h", old, new, "MAILCOMB_VALUE_MAP = 4, by g++, C++20")

    def test_a_declaration_that_cannot_be_read(self):
        self.change(ABI + "verdict.h", "  uint8_t answer;", "  uint8_t answer : 4;")
        self.assert_caught("cannot read this member: uint8_t answer : 4", "abi_layout.py")


if __name__ == "__main__":
    unittest.main()
