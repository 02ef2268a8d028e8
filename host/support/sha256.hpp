// SPDX-License-Identifier: Apache-2.0
// Sha256: FIPS 180-4 digests, as lower-case hex or as their 32 bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace mailcomb {

class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // Both end the digest and begin a new one.
  std::string hex();
  std::string bytes();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

std::string sha256_hex(std::string_view bytes);

std::string to_hex(std::string_view bytes);

}  // namespace mailcomb
