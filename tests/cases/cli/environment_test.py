# SPDX-License-Identifier: Apache-2.0
"""Environment variables and .env: what they change, what wins, and what is wrong with them."""

import os

from cli_test_case import CliTest
from product import NOW, main

FORMS = {
    "GMAIL_MAX_THREADS": ("0", "a whole number of at least 1"),
    "GMAIL_DEBUG": ("on", "true or false"),
    "RATE_LIMIT_REQUESTS_PER_MINUTE": ("many", "a whole number of at least 1"),
    "RATE_LIMIT_REQUESTS_PER_HOUR": ("-5", "a whole number of at least 1"),
    "RATE_LIMIT_REQUESTS_PER_DAY": ("1.5", "a whole number of at least 1"),
    "DATABASE_POOL_SIZE": ("101", "a whole number from 1 to 100"),
    "PROMETHEUS_PORT": ("65536", "a port from 1 to 65535"),
    "LOG_LEVEL": ("loud", "error, warn, info or debug"),
    "LOG_FORMAT": ("xml", "text or json"),
    "DRY_RUN_BY_DEFAULT": ("maybe", "true or false"),
    "REQUIRE_CONFIRMATION": ("2", "true or false"),
}


class EnvironmentTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small()
        self.work = self.folder / "work"
        self.work.mkdir()
        self.dotenv = self.work / ".env"

    def look(self, *arguments, code=0, **env) -> str:
        return self.run_program("policy", "list", *arguments, code=code, env=env, cwd=self.work).err

    def write(self, content: bytes, mode=0o600) -> None:
        self.dotenv.write_bytes(content)
        self.dotenv.chmod(mode)

    def test_what_does_not_parse_is_named_with_its_form(self):
        for name, (value, form) in FORMS.items():
            self.assertEqual(self.look(code=4, **{name: value}),
                             f"error: {name} is '{value}'; it must be {form}\n  hint: unset it, or set it to {form}\n")
            self.assertEqual(self.look(**{name: ""}), "")

    def test_all_of_them_at_once(self):
        err = self.look(code=4, **{name: value for name, (value, _) in FORMS.items()})
        self.assertEqual(err.count("error: "), len(FORMS))

    def test_a_secret_is_not_shown(self):
        self.assertEqual(self.look(code=4, DATABASE_URL="mysql://me:hunter2@host"),
                         "error: DATABASE_URL is not what it must be: a URL such as postgres://USER@HOST/DATABASE\n"
                         "  hint: unset it, or set it to a URL such as postgres://USER@HOST/DATABASE\n")

    def test_what_is_for_later_is_said_when_asked(self):
        self.assertEqual(self.look(GMAIL_DEBUG="true"), "")
        self.assertIn("set, but of no use in this version: GMAIL_DEBUG, PROMETHEUS_PORT\n",
                      self.look("-v", GMAIL_DEBUG="true", PROMETHEUS_PORT="9090"))

    def test_log_level(self):
        self.assertIn("from .env: LOG_LEVEL", self.look_with_level("debug"))
        self.assertEqual(self.look_with_level("info"), "")
        self.assertNotIn("from .env", self.look_with_level("debug", "-q"))
        noted = ["plan", "--policy", self.policy, "--mailbox", f"maildir:{self.mail}", "--store", "sqlite:/dev/null/x"]
        self.assertIn("not recorded", self.run_program(*noted).err)
        self.assertNotIn("not recorded", self.run_program(*noted, env={"LOG_LEVEL": "error"}).err)

    def look_with_level(self, level: str, *arguments) -> str:
        self.write(f"LOG_LEVEL={level}\n".encode())
        return self.look(*arguments)

    def test_dotenv_with_quotes_comments_and_line_ends_of_windows(self):
        self.write(b"# mine\r\nexport REQUIRE_CONFIRMATION='false' # no question\r\nMY_MAIL=\"" +
                   str(self.mail).encode() + b"\"\r\n")
        config = self.folder / "mailcomb.yaml"
        config.write_text('version: 1\nmailboxes: {mine: {provider: maildir, path: "${env:MY_MAIL}"}}\n')
        self.run_program("apply", "--config", config, "--mailbox", "mine", "--policy", self.policy, "--now", NOW,
                         *self.stored, cwd=self.work)
        self.assertTrue((self.mail / ".Archive/cur/00000:2,S").exists())

    def test_dotenv_is_below_the_environment(self):
        self.write(b"LOG_LEVEL=loud\n")
        self.look(LOG_LEVEL="info")
        self.assertEqual(self.look(code=4),
                         "error: LOG_LEVEL, from .env, is 'loud'; it must be error, warn, info or debug\n"
                         "  hint: unset it, or set it to error, warn, info or debug\n")

    def test_dotenv_is_shown_without_values(self):
        self.write(b"DATABASE_URL=postgres://me:hunter2@host/db\nOTHER=1\n")
        err = self.look("-v")
        self.assertIn("from .env: DATABASE_URL\n", err)
        self.assertNotIn("hunter2", err)
        self.assertEqual(self.look(), "")

    def test_dotenv_does_not_move_the_home(self):
        self.write(b"HOME=/nowhere\nXDG_CONFIG_HOME=/nowhere\n")
        listed = self.run_program("policy", "list", "--format", "json", cwd=self.work).json["policies"]
        self.assertEqual(len(listed), 3)

    def test_dotenv_that_others_may_write(self):
        for mode, who in ((0o620, "its group"), (0o602, "everybody"), (0o666, "everybody")):
            self.write(b"LOG_LEVEL=loud\n", mode)
            self.assertEqual(self.look(), f"note: .env is not read: {who} may write to it; chmod go-w .env\n")

    def test_dotenv_of_somebody_else(self):
        if os.geteuid() != 0:
            self.skipTest("only root can give a file away")
        self.write(b"LOG_LEVEL=loud\n")
        os.chown(self.dotenv, 12345, 12345)
        self.assertEqual(self.look(), "note: .env is not read: it belongs to user 12345, not to you\n")

    def test_dotenv_that_is_none(self):
        self.write(b"LOG_LEVEL info\nREQUIRE_CONFIRMATION='false\n")
        self.assertEqual(self.look(code=4),
                         "error: .env:1:1: there is no = right after 'LOG_LEVEL'\n  hint: write NAME=value, one a line\n"
                         "error: .env:2:1: the value of 'REQUIRE_CONFIRMATION' begins with a quote that is not closed\n"
                         "  hint: close it with '\n")
        self.dotenv.unlink()
        self.dotenv.mkdir()
        self.assertEqual(self.look(), "")


if __name__ == "__main__":
    main()
