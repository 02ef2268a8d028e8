// SPDX-License-Identifier: Apache-2.0
// SealingKey: seals what the journal keeps of messages, so that it is unreadable without the key.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace mailcomb::journal {

// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) by libsodium. What the key is never appears in an
// error or a log; its id may.
class SealingKey {
 public:
  static constexpr std::size_t kBytes = 32;

  static SealingKey random();
  // 64 hex digits, as hex() gives them; empty if it is anything else.
  static std::optional<SealingKey> from_hex(std::string_view hex);

  SealingKey(const SealingKey&) = default;
  SealingKey& operator=(const SealingKey&) = default;
  ~SealingKey();  // Overwrites the key.

  // For the key's file, and nothing else.
  std::string hex() const;
  // Tells keys apart without telling anything of them: 16 hex digits.
  std::string id() const;

  // A random nonce, then what only `unseal` with the same key and binding makes text again.
  std::string seal(std::string_view text, std::string_view bound_to) const;
  // Empty if it was sealed with another key, for another place, or is damaged.
  std::optional<std::string> unseal(std::string_view sealed, std::string_view bound_to) const;

 private:
  SealingKey() = default;
  std::array<unsigned char, kBytes> bytes_{};
};

// What is sealed for one message of a run can be read for no other.
std::string binding_of(std::string_view run_id, std::string_view message_id);

}  // namespace mailcomb::journal
