# SPDX-License-Identifier: Apache-2.0
"""Proof that abi_comments.py sees a slot that says too little, and a header that is no proper one."""

import unittest

from broken_tree import BrokenTree

ABI = "sdk/include/mailcomb/abi/"


class AbiCommentsTest(BrokenTree):
    def test_the_tree_itself_passes(self):
        self.assert_passes("abi_comments.py")

    def test_a_slot_without_fails(self):
        line = self.change(ABI + "host.h", "   * Fails: never; a line that cannot be written is lost.\n", "")
        self.assert_caught(f"{ABI}host.h:{line + 1}: mailcomb_host.log has no 'Fails:'", "abi_comments.py")

    def test_a_field_that_says_nothing(self):
        self.change(ABI + "host.h", "   * Thread: any.\n", "   * Thread:\n")
        self.assert_caught("mailcomb_host.log has no 'Thread:'", "abi_comments.py")

    def test_a_new_slot_without_a_comment(self):
        end = "} mailcomb_outcomes;"
        line = self.change(ABI + "provider.h", end, "  void (*flush)(void* context);\n" + end)
        self.assert_caught(f"{ABI}provider.h:{line}: mailcomb_outcomes.flush has no 'Owner:'", "abi_comments.py")

    def test_a_group_comment_without_since(self):
        self.change(ABI + "value.h", " * Since: 1.0 */\ntypedef struct mailcomb_value_builder", " */\ntypedef struct mailcomb_value_builder")
        self.assert_caught("mailcomb_value_builder.add_null has no 'Since:'", "abi_comments.py")

    def test_a_function_without_a_comment(self):
        self.change(ABI + "batch.h", "For every function:", "For some functions:")
        self.assert_caught("mailcomb_batch_at has no 'Thread:'", "abi_comments.py")

    def test_a_long_header(self):
        self.change(ABI + "version.h", "\n#endif\n", "\n" * 200 + "#endif\n")
        self.assert_caught(f"{ABI}version.h:201: 21", "abi_comments.py")

    def test_no_include_guard(self):
        self.change(ABI + "call.h", "#define MAILCOMB_ABI_CALL_H\n", "#define MAILCOMB_CALL_H\n")
        self.assert_caught(f"{ABI}call.h:1: has no include guard MAILCOMB_ABI_CALL_H", "abi_comments.py")

    def test_no_licence(self):
        self.change(ABI + "call.h", "SPDX-License-Identifier", "Licence")
        self.assert_caught(f"{ABI}call.h:1: begins with", "abi_comments.py")


if __name__ == "__main__":
    unittest.main()
