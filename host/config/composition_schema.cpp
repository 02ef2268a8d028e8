// SPDX-License-Identifier: Apache-2.0
#include "config/composition_schema.hpp"

namespace mailcomb::config {
namespace {

constexpr std::string_view kSchema = R"json({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "mailcomb.yaml: what there is, and how it is put together",
  "type": "object",
  "additionalProperties": false,
  "required": ["version"],
  "properties": {
    "version": {"type": "integer", "enum": [1], "title": "the version of this format: 1"},
    "plugins": {
      "title": "where plugins are, and which are trusted",
      "type": "object", "additionalProperties": false,
      "properties": {
        "path": {"title": "folders or files of plugins, looked at before the installed ones",
          "type": "array", "items": {"type": "string", "format": "path"}},
        "pins": {"title": "a plugin's file name and the SHA-256 that it must have",
          "type": "object", "additionalProperties": {"type": "string"}},
        "isolation": {"title": "where plugins run",
          "type": "string", "enum": ["auto", "in-process", "process"]}
      }
    },
    "mailboxes": {
      "title": "mailboxes by name; the other keys of each are its provider's",
      "type": "object",
      "additionalProperties": {
        "type": "object", "required": ["provider"],
        "properties": {"provider": {"title": "the provider", "type": "string"}}
      }
    },
    "stores": {
      "title": "stores by name; the other keys of each are its type's",
      "type": "object",
      "additionalProperties": {
        "type": "object", "required": ["type"],
        "properties": {
          "type": {"title": "the type of the store", "type": "string"},
          "retention": {
            "title": "how long runs are remembered; what is left out is kept for good",
            "type": "object", "additionalProperties": false,
            "properties": {
              "runs": {"title": "runs, such as 400d", "type": ["string", "null"]},
              "actions": {"title": "what happened to each message, such as 90d",
                "type": ["string", "null"]}
            }
          }
        }
      }
    },
    "pipelines": {
      "title": "mailboxes, a policy, a store and limits, by name",
      "type": "object",
      "additionalProperties": {
        "type": "object", "additionalProperties": false, "required": ["mailboxes"],
        "properties": {
          "mailboxes": {"title": "the names of its mailboxes",
            "type": "array", "items": {"type": "string"}},
          "policy": {"title": "a policy by its name or file", "type": "string"},
          "store": {"title": "the name of its store", "type": "string"},
          "execute": {"title": "whether 'run' changes mail", "type": "boolean"},
          "dry_run": {"title": "true: never change mail, whatever else is said",
            "type": "boolean"},
          "backlog": {
            "title": "how many messages one run may change",
            "type": "object", "additionalProperties": false, "required": ["per_run"],
            "properties": {
              "per_run": {"title": "at most so many messages",
                "type": "integer", "minimum": 1, "maximum": 1000000000},
              "order": {"title": "which of them first",
                "type": "string", "enum": ["oldest", "newest"]}
            }
          },
          "deadline": {"title": "when 'run' stops by itself, such as 25m", "type": "string"}
        }
      }
    },
    "telemetry": {
      "title": "what mailcomb tells of itself",
      "type": "object", "additionalProperties": false,
      "properties": {
        "metrics": {
          "title": "figures of its runs",
          "type": "object", "additionalProperties": false,
          "properties": {
            "listen": {"title": "HOST:PORT to serve them on", "type": ["string", "null"]},
            "pushgateway": {"title": "a URL to push them to", "type": ["string", "null"]},
            "textfile": {"title": "a file that 'run' writes them to",
              "type": ["string", "null"], "format": "path"}
          }
        },
        "log": {
          "title": "what goes to standard error",
          "type": "object", "additionalProperties": false,
          "properties": {
            "level": {"title": "the least that is said", "type": "string",
              "enum": ["error", "warn", "info", "debug"]},
            "format": {"title": "for people or for programs", "type": "string",
              "enum": ["text", "json"]},
            "file": {"title": "a file to append to instead",
              "type": ["string", "null"], "format": "path"}
          }
        },
        "notify": {"title": "whom to tell of runs", "type": "array"}
      }
    },
    "audit": {
      "title": "what the journal remembers of messages",
      "type": "object", "additionalProperties": false,
      "properties": {
        "detail": {"title": "with subjects and senders, or ids alone", "type": "string",
          "enum": ["metadata", "ids"]}
      }
    },
    "categories": {
      "title": "senders whose category is known better than by their headers",
      "type": "object", "additionalProperties": false,
      "properties": {
        "primary": {"$ref": "#/definitions/senders"},
        "promotions": {"$ref": "#/definitions/senders"},
        "social": {"$ref": "#/definitions/senders"},
        "updates": {"$ref": "#/definitions/senders"},
        "forums": {"$ref": "#/definitions/senders"}
      }
    }
  },
  "definitions": {
    "senders": {"title": "addresses, or domains such as @news.example",
      "type": "array", "items": {"type": "string"}}
  }
})json";

}  // namespace

std::string_view composition_schema() { return kSchema; }

}  // namespace mailcomb::config
