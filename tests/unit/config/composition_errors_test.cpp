// SPDX-License-Identifier: Apache-2.0
// Every wrong mailcomb.yaml, by the full text of its errors.
#include "unit/config/composition_fixture.hpp"

namespace mailcomb::config {
namespace {

using testing::complaints;

TEST(CompositionErrors, are_all_told_in_one_pass) {
  EXPECT_EQ(
      complaints("version: 2\n"
                 "pipelnes: {}\n"
                 "mailboxes:\n"
                 "  me: {path: /x}\n"
                 "pipelines:\n"
                 "  nightly: {mailboxes: [mee], polcy: moderate, deadline: 25, execute: yes}\n"),
      "m.yaml:1:10: 'version' of the configuration must be one of 1, not '2'\n"
      "  version: 2\n"
      "           ^\n"
      "m.yaml:2:1: unknown key 'pipelnes' of the configuration\n"
      "  pipelnes: {}\n"
      "  ^\n"
      "  hint: did you mean 'pipelines'?\n"
      "m.yaml:4:7: the configuration lacks 'mailboxes.me.provider'\n"
      "    me: {path: /x}\n"
      "        ^\n"
      "  hint: it is the provider\n"
      "m.yaml:6:25: there is no mailbox 'mee'\n"
      "    nightly: {mailboxes: [mee], polcy: moderate, deadline: 25, execute: yes}\n"
      "                          ^\n"
      "  hint: did you mean 'me'?\n"
      "m.yaml:6:31: unknown key 'pipelines.nightly.polcy' of the configuration\n"
      "    nightly: {mailboxes: [mee], polcy: moderate, deadline: 25, execute: yes}\n"
      "                                ^\n"
      "  hint: did you mean 'policy'?\n"
      "m.yaml:6:58: '25' is no time span\n"
      "    nightly: {mailboxes: [mee], polcy: moderate, deadline: 25, execute: yes}\n"
      "                                                           ^\n"
      "  hint: write a whole number and s, m or h: 90s, 25m, 2h; at most 168h\n"
      "m.yaml:6:71: 'pipelines.nightly.execute' of the configuration must be true or false, not "
      "'yes'\n"
      "    nightly: {mailboxes: [mee], polcy: moderate, deadline: 25, execute: yes}\n"
      "                                                                        ^\n");
}

TEST(CompositionErrors, of_what_is_no_configuration) {
  EXPECT_EQ(complaints(""), "m.yaml: the file is empty\n");
  EXPECT_EQ(complaints("# nothing\n"), "m.yaml: the file is empty\n");
  EXPECT_EQ(complaints("[a]\n"),
            "m.yaml:1:1: the configuration takes a mapping, not a list\n  [a]\n  ^\n");
  EXPECT_EQ(complaints("{}\n"),
            "m.yaml:1:1: the configuration lacks 'version'\n"
            "  {}\n"
            "  ^\n"
            "  hint: it is the version of this format: 1\n");
  EXPECT_EQ(complaints("version: 1\nmailboxes:\n"),
            "m.yaml:2:1: 'mailboxes' of the configuration has no value\n"
            "  mailboxes:\n"
            "  ^\n");
}

TEST(CompositionErrors, of_text_that_is_none) {
  EXPECT_EQ(complaints(std::string(1024 * 1024 + 1, '#')),
            "m.yaml: the file is larger than 1 MiB\n");
  EXPECT_NE(complaints("version: 1 # \xff\n").find("UTF-8"), std::string::npos);
}

TEST(CompositionErrors, of_pipelines_without_mailboxes) {
  EXPECT_EQ(complaints("version: 1\npipelines:\n  a: {policy: moderate}\n  b: {mailboxes: []}\n"),
            "m.yaml:3:6: the configuration lacks 'pipelines.a.mailboxes'\n"
            "    a: {policy: moderate}\n"
            "       ^\n"
            "  hint: it is the names of its mailboxes\n"
            "m.yaml:4:18: pipeline 'b' has no mailboxes\n"
            "    b: {mailboxes: []}\n"
            "                   ^\n"
            "  hint: name at least one of 'mailboxes:'\n");
  EXPECT_EQ(complaints("version: 1\npipelines:\n  a: {mailboxes: [m]}\n"),
            "m.yaml:3:19: there is no mailbox 'm'\n"
            "    a: {mailboxes: [m]}\n"
            "                    ^\n"
            "  hint: there are no mailboxes; write them below 'mailboxes:'\n");
}

constexpr const char* kTwo =
    "version: 1\nmailboxes: {m: {provider: p, path: /a}, q: {provider: p}}\n";

TEST(CompositionErrors, of_two_pipelines_on_one_mailbox) {
  EXPECT_EQ(complaints(std::string(kTwo) + "pipelines:\n"
                                           "  nightly: {mailboxes: [m, q]}\n"
                                           "  weekly: {mailboxes: [q]}\n"),
            "m.yaml:5:24: mailbox 'q' is in two pipelines, 'nightly' and 'weekly'\n"
            "    weekly: {mailboxes: [q]}\n"
            "                         ^\n"
            "  hint: put all rules for a mailbox into one policy, since their order counts; a "
            "pipeline with 'dry_run: true' may look at any mailbox\n");
  EXPECT_EQ(complaints(std::string(kTwo) + "pipelines:\n"
                                           "  nightly: {mailboxes: [m, q]}\n"
                                           "  trial: {mailboxes: [q], dry_run: true}\n"),
            "no error");
  EXPECT_EQ(complaints(std::string(kTwo) + "pipelines:\n  a: {mailboxes: [q, q]}\n"),
            "m.yaml:4:22: pipeline 'a' has mailbox 'q' twice\n"
            "    a: {mailboxes: [q, q]}\n"
            "                       ^\n");
}

TEST(CompositionErrors, of_one_mailbox_under_two_names) {
  EXPECT_EQ(complaints("version: 1\n"
                       "mailboxes:\n"
                       "  a: {provider: p, path: /x}\n"
                       "  b: {path: /x, provider: p}\n"),
            "m.yaml:4:3: mailboxes 'a' and 'b' are the same\n"
            "    b: {path: /x, provider: p}\n"
            "    ^\n"
            "  hint: give a mailbox one name, so that two pipelines cannot meet in it\n");
}

TEST(CompositionErrors, of_stores) {
  const std::string stores =
      std::string(kTwo) + "stores: {main: {type: t}, old: {type: t, path: /o}}\n";
  EXPECT_EQ(complaints(stores + "pipelines: {a: {mailboxes: [m], store: mian}}\n"),
            "m.yaml:4:40: there is no store 'mian'\n"
            "  pipelines: {a: {mailboxes: [m], store: mian}}\n"
            "                                         ^\n"
            "  hint: did you mean 'main'?\n");
  EXPECT_EQ(complaints(stores + "pipelines: {a: {mailboxes: [m]}}\n"),
            "m.yaml:4:13: pipeline 'a' names no store, and there are 2\n"
            "  pipelines: {a: {mailboxes: [m]}}\n"
            "              ^\n"
            "  hint: stores are main, old\n");
  EXPECT_EQ(complaints("version: 1\nstores: {s: {type: t, retention: {runs: 400, actons: 1d}}}\n"),
            "m.yaml:2:41: '400' is no duration\n"
            "  stores: {s: {type: t, retention: {runs: 400, actons: 1d}}}\n"
            "                                          ^\n"
            "  hint: write a whole number and d, w, mo or y: 30d, 12w, 6mo, 1y\n"
            "m.yaml:2:46: unknown key 'stores.s.retention.actons' of the configuration\n"
            "  stores: {s: {type: t, retention: {runs: 400, actons: 1d}}}\n"
            "                                               ^\n"
            "  hint: did you mean 'actions'?\n");
}

TEST(CompositionErrors, of_plugins) {
  EXPECT_EQ(
      complaints("version: 1\n"
                 "plugins:\n"
                 "  isolation: process\n"
                 "  pins: {lib/acme.so: sha256:12, b.so: abc}\n"),
      "m.yaml:3:14: plugins cannot run in processes of their own yet; they run inside mailcomb\n"
      "    isolation: process\n"
      "               ^\n"
      "  hint: write auto or in-process, and use only plugins that you trust\n"
      "m.yaml:4:10: 'lib/acme.so' is not the file name of a plugin\n"
      "    pins: {lib/acme.so: sha256:12, b.so: abc}\n"
      "           ^\n"
      "  hint: pins are by file name alone, such as acme.so\n"
      "m.yaml:4:23: 'sha256:12' is no pin\n"
      "    pins: {lib/acme.so: sha256:12, b.so: abc}\n"
      "                        ^\n"
      "  hint: write sha256: and the 64 lower-case digits that 'sha256sum FILE' prints\n"
      "m.yaml:4:40: 'abc' is no pin\n"
      "    pins: {lib/acme.so: sha256:12, b.so: abc}\n"
      "                                         ^\n"
      "  hint: write sha256: and the 64 lower-case digits that 'sha256sum FILE' prints\n");
}

TEST(CompositionErrors, of_names) {
  EXPECT_EQ(complaints("version: 1\nmailboxes: {\"a:b\": {provider: p}}\n"),
            "m.yaml:2:13: a mailbox cannot be called 'a:b'\n"
            "  mailboxes: {\"a:b\": {provider: p}}\n"
            "              ^\n"
            "  hint: write 1 to 64 letters, digits, - and _\n");
}

TEST(CompositionErrors, of_numbers) {
  EXPECT_EQ(
      complaints(std::string(kTwo) + "pipelines: {a: {mailboxes: [m], backlog: {per_run: 0}}}\n"),
      "m.yaml:3:52: 'pipelines.a.backlog.per_run' of the configuration must be an integer from 1 "
      "to 1000000000, not '0'\n"
      "  pipelines: {a: {mailboxes: [m], backlog: {per_run: 0}}}\n"
      "                                                     ^\n");
}

}  // namespace
}  // namespace mailcomb::config
