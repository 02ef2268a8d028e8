# SPDX-License-Identifier: Apache-2.0
"""mailcomb.yaml: where it is found, what it names, and what is wrong with it."""

import hashlib
import os
import shutil

from cli_test_case import CliTest
from product import NOW, main


class ConfigTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small()
        self.config = self.folder / "mailcomb.yaml"
        self.work = self.folder / "work"
        self.work.mkdir()

    def write(self, text: str, file=None, mode=0o600) -> None:
        file = file or self.config
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)

    def whole(self, mailbox="{provider: maildir, path: mail}", store="{type: sqlite, path: store.db}", more="") -> str:
        return (f"version: 1\nmailboxes:\n  mine: {mailbox}\nstores:\n  main: {store}\n"
                f"pipelines:\n  nightly: {{mailboxes: [mine], policy: ./policy.yaml}}\n{more}")

    def config_error(self, text: str, *arguments, command="history", **options) -> str:
        self.write(text)
        words = {"history": ["history", "list"]}.get(command, [command])
        return self.run_program(*words, "--config", self.config, *arguments, code=4, cwd=self.work, **options).err

    # Where it is found

    def test_places_in_their_order(self):
        found = {name: self.folder / name / "mailcomb.yaml" for name in ("flag", "variable", "xdg/mailcomb")}
        found["work"] = self.work / "mailcomb.yaml"
        for file in found.values():
            self.write("version: 1\n", file)
        environment = {"MAILCOMB_CONFIG": str(found["variable"]), "XDG_CONFIG_HOME": str(self.folder / "xdg")}
        self.assertIn(str(found["flag"]), self.told("--config", found["flag"], env=environment))
        self.assertIn(str(found["variable"]), self.told(env=environment))
        del environment["MAILCOMB_CONFIG"]
        self.assertIn(str(found["work"]), self.told(env=environment))
        found["work"].unlink()
        self.assertIn(str(found["xdg/mailcomb"]), self.told(env=environment))
        found["xdg/mailcomb"].unlink()
        self.assertNotIn("configuration:", self.told(env=environment))
        self.write("version: 1\n", self.program.home / ".config/mailcomb/mailcomb.yaml")
        self.assertIn(".config/mailcomb/mailcomb.yaml", self.told())

    def told(self, *arguments, **options) -> str:
        return self.run_program("policy", "list", "-v", *arguments, cwd=self.work, **options).err

    def test_one_that_is_named_must_be_there(self):
        missing = self.folder / "none.yaml"
        message = f"error: cannot read '{missing}': No such file or directory\n"
        self.assertEqual(self.run_program("policy", "list", "--config", missing, code=4).err, message)
        self.assertEqual(self.run_program("policy", "list", code=4, env={"MAILCOMB_CONFIG": str(missing)}).err, message)

    def test_one_that_cannot_be_read(self):
        self.assertEqual(self.run_program("policy", "list", "--config", self.folder, code=4).err,
                         f"error: '{self.folder}' is a folder, not a configuration\n")
        for content, message in ((b"", f"{self.config}: the file is empty"),
                                 (b"version: 1 # \xff\n", f"{self.config}:1:14: "),
                                 (b"#" * (1024 * 1024 + 1), f"{self.config}: the file is larger than 1 MiB")):
            self.config.write_bytes(content)
            err = self.run_program("policy", "list", "--config", self.config, code=4).err
            self.assertTrue(err.startswith(f"error: {message}"), err)

    def test_one_that_others_may_write(self):
        self.write("version: 1\n", mode=0o602)
        self.assertEqual(self.run_program("policy", "list", "--config", self.config, code=4).err,
                         f"error: everybody may write to the configuration '{self.config}'\n"
                         f"  hint: take that right away: chmod o-w {self.config}\n")

    def test_one_of_somebody_else(self):
        if os.geteuid() != 0:
            self.skipTest("only root can give a file away")
        self.write("version: 1\n")
        os.chown(self.config, 12345, 12345)
        self.program.run("policy", "list", "--config", self.config)
        self.assertEqual(self.run_program("policy", "list", "--config", self.config, code=4).err,
                         f"error: the configuration '{self.config}' belongs to user 12345, who is neither root nor you\n"
                         "  hint: name another one with --config, or make it yours\n")

    # What it names

    def test_names_stand_for_what_they_are(self):
        self.write(self.whole())
        named = ["--config", self.config, "--now", NOW]
        planned = self.run_program("plan", *named, "--mailbox", "mine", "--policy", self.policy, "--format", "json",
                                   cwd=self.work).json
        self.assertEqual(planned["mailbox"]["account"], str(self.mail))
        self.assertEqual(len(planned["changes"]), 2)
        self.assertTrue(self.store.exists(), "the only store of the file is the default")
        runs = self.run_program("history", "list", "--config", self.config, "--store", "main", "--format", "json").json
        self.assertEqual(len(runs["runs"]), 1)

    def test_a_flag_wins(self):
        self.write(self.whole())
        other = self.folder / "other.db"
        self.run_program("plan", "--config", self.config, "--mailbox", f"maildir:{self.mail}", "--store",
                         f"sqlite:{other}", "--now", NOW)
        self.assertTrue(other.exists())
        self.assertFalse(self.store.exists())

    def test_a_saved_plan_needs_the_configuration_only_for_what_a_word_cannot_say(self):
        self.write(self.whole())
        plan = self.folder / "saved.plan"
        self.run_program("plan", "--config", self.config, "--mailbox", "mine", "--policy", self.policy, "--now", NOW,
                         "--out", plan)
        self.run_program("apply", "--plan", plan, "--yes", *self.stored)

    def test_names_that_nobody_has(self):
        self.write(self.whole())
        for arguments, message, hint, code in (
            (["plan", "--mailbox", "mien"], "there is no mailbox 'mien'", "did you mean 'mine'?; or write TYPE:ARG", 4),
            (["plan", "--mailbox", "maldir:x"], "there is no provider 'maldir'", "did you mean 'maildir'?", 4),
            (["history", "list", "--store", "mian"], "there is no store 'mian'",
             "did you mean 'main'?; or write TYPE:ARG", 4),
            (["plan", "--pipeline", "nigthly"], f"there is no pipeline 'nigthly' in '{self.config}'",
             "did you mean 'nightly'?", 4),
            (["plan"], "which mailbox?", "give --mailbox with one of mine, or as TYPE:ARG", 64),
        ):
            err = self.run_program(*arguments, "--config", self.config, code=code).err
            self.assertEqual(err, f"error: {message}\n  hint: {hint}\n")

    def test_a_pipeline_without_a_configuration(self):
        err = self.run_program("plan", "--pipeline", "nightly", code=4, cwd=self.work).err
        self.assertIn("error: there is no pipeline 'nightly': no mailcomb.yaml\n"
                      "  hint: name one with --config; it is looked for as mailcomb.yaml, ", err)

    def test_several_stores_need_a_word(self):
        self.write(self.whole(more="").replace("stores:\n", "stores:\n  old: {type: sqlite, path: old.db}\n")
                   .replace("policy: ./policy.yaml", "store: old"))
        self.assertEqual(self.run_program("history", "list", "--config", self.config, code=64).err,
                         "error: which store? the configuration has several\n"
                         "  hint: give --pipeline, or --store with one of old, main\n")
        self.run_program("history", "verify", "--config", self.config, "--pipeline", "nightly")
        self.assertTrue((self.folder / "old.db").exists())

    # What is wrong with it

    def test_all_errors_at_their_places(self):
        self.assertEqual(self.config_error("version: 1\nmailboxs: {}\npipelines:\n  a: {mailboxes: []}\n"),
                         f"error: {self.config}:2:1: unknown key 'mailboxs' of the configuration\n"
                         "  mailboxs: {}\n  ^\n  hint: did you mean 'mailboxes'?\n"
                         f"error: {self.config}:4:18: pipeline 'a' has no mailboxes\n"
                         "    a: {mailboxes: []}\n                   ^\n  hint: name at least one of 'mailboxes:'\n")

    def test_keys_of_a_plugin_at_their_places(self):
        self.assertEqual(
            self.config_error(self.whole(mailbox="{provider: maildir, paht: mail}"), "--mailbox", "mine", command="plan"),
            f"error: {self.config}:3:9: provider 'maildir' lacks 'path'\n"
            "    mine: {provider: maildir, paht: mail}\n          ^\n  hint: it is the directory that holds cur, new and tmp\n"
            f"error: {self.config}:3:29: unknown key 'paht' of provider 'maildir'\n"
            "    mine: {provider: maildir, paht: mail}\n                              ^\n"
            "  hint: did you mean 'path'?\n")
        self.assertEqual(
            self.config_error(self.whole(mailbox="{provider: maldir}"), "--mailbox", "mine", command="plan"),
            f"error: {self.config}:3:9: there is no provider 'maldir'\n"
            "    mine: {provider: maldir}\n          ^\n  hint: did you mean 'maildir'?\n")

    def test_a_store_path_that_is_a_folder(self):
        self.write(self.whole(store="{type: sqlite, path: work}"))
        err = self.run_program("history", "list", "--config", self.config, code=10).err
        self.assertIn(f"{self.work}", err)
        self.assertIn("folder", err)

    def test_a_password_that_others_may_read(self):
        text = self.whole(store='{type: sqlite, path: "x://me:hunter2@host/db"}')
        self.write(text, mode=0o644)
        err = self.run_program("history", "list", "--config", self.config, code=4).err
        self.assertEqual(err, f"error: {self.config}:5:30: this has a password in it, and others may read the file\n"
                         "  hint: take that right away: chmod go-r FILE; or write ${env:NAME} instead\n")

    def test_a_variable_that_is_not_set(self):
        text = self.whole(mailbox='{provider: maildir, path: "${env:MY_MAIL}"}')
        self.assertEqual(self.config_error(text, "--mailbox", "mine", command="plan"),
                         f"error: {self.config}:3:35: the environment variable MY_MAIL is not set\n"
                         '    mine: {provider: maildir, path: "${env:MY_MAIL}"}\n'
                         "                                    ^\n"
                         "  hint: set it, or write a default: ${env:MY_MAIL:-default}\n")
        self.run_program("plan", "--config", self.config, "--mailbox", "mine", env={"MY_MAIL": str(self.mail)})

    def test_check_looks_at_everything(self):
        self.write(self.whole())
        check = ["config", "check", "--config", self.config]
        self.assertEqual(self.run_program(*check).out, f"{self.config} is valid.\n")
        names = [part["name"] for part in self.run_program(*check, "--format", "json").json["valid"]]
        self.assertEqual(names, ["mine", "main", "nightly"])
        self.write(self.whole(mailbox="{provider: maildir}", store="{type: sqlite, pth: x}").replace("policy.yaml", "no.yaml"))
        err = self.run_program(*check, code=4).err
        for message in ("3:9: provider 'maildir' lacks 'path'", "5:24: unknown key 'pth' of store 'sqlite'",
                        f"there is no file '{self.folder}/no.yaml'"):
            self.assertIn(message, err)
        self.assertIn("there is no mailcomb.yaml to check",
                      self.run_program("config", "check", code=4, cwd=self.work).err)

    def test_the_schema_has_the_keys_of_plugins(self):
        schema = self.run_program("config", "schema").json
        entry = schema["properties"]["mailboxes"]["additionalProperties"]
        maildir = next(each["then"] for each in entry["allOf"] if "maildir" in str(each["if"]))
        self.assertEqual({"labels", "path", "provider"}, set(maildir["properties"]))

    # Plugins

    def test_a_folder_of_plugins(self):
        self.write("version: 1\nplugins: {path: [nowhere]}\n")
        problems = self.run_program("plugins", "list", "--config", self.config, "--format", "json", code=6).json["problems"]
        self.assertIn("nowhere", str(problems))

    def test_pins(self):
        plugins = self.folder / "plugins"
        plugins.mkdir()
        source = next(self.program.plugins.glob("*rules-builtin*.so"))
        copied = plugins / "copied.so"
        shutil.copy(source, copied)
        digest = hashlib.sha256(copied.read_bytes()).hexdigest()
        for pin, code in ((digest, 0), ("0" * 64, 6)):
            self.write(f"version: 1\nplugins:\n  path: [plugins]\n  pins: {{copied.so: sha256:{pin}}}\n")
            result = self.program.run("plugins", "list", "--config", self.config, "--format", "json")
            refused = [each for each in result.json["problems"] if "pinned" in str(each)]
            self.assertEqual(len(refused), 1 if code else 0, result.out)
            if refused:
                self.assertIn(f"the plugin is not the one that is pinned: its SHA-256 is {digest}", str(refused))

    def test_isolation_that_there_is_not(self):
        self.assertEqual(self.config_error("version: 1\nplugins: {isolation: process}\n"),
                         f"error: {self.config}:2:22: plugins cannot run in processes of their own yet; they run "
                         "inside mailcomb\n  plugins: {isolation: process}\n                       ^\n"
                         "  hint: write auto or in-process, and use only plugins that you trust\n")

    def test_what_has_no_effect_is_told(self):
        self.write('version: 1\ntelemetry: {metrics: {listen: "127.0.0.1:9090"}}\n')
        err = self.run_program("policy", "list", "--config", self.config).err
        self.assertEqual(err, f"note: {self.config}:2:31: 'telemetry.metrics.listen' has no effect in this version\n"
                         '  telemetry: {metrics: {listen: "127.0.0.1:9090"}}\n'
                         "                                ^\n")


if __name__ == "__main__":
    main()
