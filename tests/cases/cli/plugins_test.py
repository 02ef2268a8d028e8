# SPDX-License-Identifier: Apache-2.0
"""plugins list: the good ones, and what is wrong with the others."""

import shutil

from cli_test_case import CliTest
from product import main


class PluginsTest(CliTest):
    def setUp(self):
        super().setUp()
        self.others = self.folder / "others"
        self.others.mkdir(mode=0o755)

    def list(self, code=0, **options) -> dict:
        return self.run_program("plugins", "list", "--plugin-path", self.others, "--format", "json", code=code,
                                **options).json

    def test_the_shipped_ones(self):
        names = {component["name"] for component in self.list()["components"]}
        self.assertLessEqual({"maildir", "match", "sqlite", "archive_old_promotions", "archive_old_social",
                              "delete_very_old", "mark_newsletters_read", "label_newsletters"}, names)

    def test_a_broken_one_among_good_ones(self):
        (self.others / "truncated.so").write_bytes((self.program.plugins / "local-mail.so").read_bytes()[:5000])
        (self.others / "text.so").write_text("no library\n")
        (self.others / "empty.so").write_bytes(b"")
        listing = self.list(code=6)
        self.assertEqual({problem["file"].rpartition("/")[2] for problem in listing["problems"]},
                         {"truncated.so", "text.so", "empty.so"})
        self.assertEqual(len({problem["message"] for problem in listing["problems"]}),
                         len(listing["problems"]), "each has its own message")
        self.assertIn("maildir", {component["name"] for component in listing["components"]})
        self.make_small()
        self.plan("--plugin-path", self.others)  # the others go on

    def test_a_component_twice(self):
        shutil.copy(self.program.plugins / "local-mail.so", self.others / "again.so")
        listing = self.list(code=6)
        self.assertEqual([problem["message"].split("'")[1] for problem in listing["problems"]], ["maildir", "mbox"])

    def test_a_file_that_everybody_may_write(self):
        shutil.copy(self.program.plugins / "local-mail.so", self.others / "loose.so")
        (self.others / "loose.so").chmod(0o777)
        self.assertIn("loose.so", self.list(code=6)["problems"][0]["file"])

    def test_a_path_by_environment(self):
        recording = self.run_program("plugins", "list", "--format", "json",
                                     env={"MAILCOMB_PLUGIN_PATH": str(self.program.test_plugins)}).json
        self.assertIn("recording", {component["name"] for component in recording["components"]})

    def test_a_component_that_no_plugin_has(self):
        result = self.run_program("plan", "--mailbox", "imap:x", "--policy", "moderate", *self.stored, code=4)
        self.assertIn("imap", result.err)


if __name__ == "__main__":
    main()
