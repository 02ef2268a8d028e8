// SPDX-License-Identifier: Apache-2.0
// The values of the filter keys, one parser each. For host/filter alone.
#pragma once

#include "filter/reading.hpp"

namespace mailcomb::filter {

Parsed parse_address(Reading& reading, const std::string& key, const Node& value);  // from, to, cc
Parsed parse_sender_domain(Reading& reading, const std::string& key, const Node& value);
Parsed parse_subject(Reading& reading, const std::string& key, const Node& value);
Parsed parse_list_id(Reading& reading, const std::string& key, const Node& value);
Parsed parse_header(Reading& reading, const std::string& key, const Node& value);

Parsed parse_category(Reading& reading, const std::string& key, const Node& value);
Parsed parse_importance(Reading& reading, const std::string& key, const Node& value);
Parsed parse_label(Reading& reading, const std::string& key, const Node& value);
Parsed parse_place(Reading& reading, const std::string& key, const Node& value);  // in
Parsed parse_is(Reading& reading, const std::string& key, const Node& value);
Parsed parse_has(Reading& reading, const std::string& key, const Node& value);
Parsed parse_thread(Reading& reading, const std::string& key, const Node& value);

Parsed parse_age(Reading& reading, const std::string& key,
                 const Node& value);  // older_, newer_than
Parsed parse_received(Reading& reading, const std::string& key, const Node& value);
// larger_, smaller_than
Parsed parse_size_bound(Reading& reading, const std::string& key, const Node& value);

}  // namespace mailcomb::filter
