// SPDX-License-Identifier: Apache-2.0
#include "journal/sealing.hpp"

#include <sodium.h>

#include <stdexcept>

#include "support/sha256.hpp"

namespace mailcomb::journal {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kIdDigits = 16;
static_assert(SealingKey::kBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

// It fails only where the system has no source of random numbers.
void start_library() {
  static const bool is_ready = sodium_init() >= 0;
  if (!is_ready) throw std::runtime_error("libsodium cannot be started");
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

SealingKey SealingKey::random() {
  start_library();
  SealingKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

std::optional<SealingKey> SealingKey::from_hex(std::string_view hex) {
  start_library();
  SealingKey key;
  std::size_t size = 0;
  const char* end = nullptr;
  if (hex.size() != 2 * kBytes ||
      sodium_hex2bin(key.bytes_.data(), kBytes, hex.data(), hex.size(), nullptr, &size, &end) != 0)
    return {};
  if (size != kBytes || end != hex.data() + hex.size()) return {};
  return key;
}

SealingKey::~SealingKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::string SealingKey::hex() const {
  return to_hex({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()});
}

std::string SealingKey::id() const {
  Sha256 digest;
  digest.add("mailcomb.key-id/1");
  digest.add({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()});
  return digest.hex().substr(0, kIdDigits);
}

std::string SealingKey::seal(std::string_view text, std::string_view bound_to) const {
  std::string sealed(kNonce + text.size() + kTag, '\0');
  randombytes_buf(sealed.data(), kNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + kNonce, nullptr, bytes_of(text),
                                             text.size(), bytes_of(bound_to), bound_to.size(),
                                             nullptr, bytes_of(sealed), bytes_.data());
  return sealed;
}

std::optional<std::string> SealingKey::unseal(std::string_view sealed,
                                              std::string_view bound_to) const {
  if (sealed.size() < kNonce + kTag) return {};
  std::string text(sealed.size() - kNonce - kTag, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes_of(text), nullptr, nullptr, bytes_of(sealed) + kNonce, sealed.size() - kNonce,
      bytes_of(bound_to), bound_to.size(), bytes_of(sealed), bytes_.data());
  if (failed != 0) return {};
  return text;
}

// The id of a run has no NUL in it.
std::string binding_of(std::string_view run_id, std::string_view message_id) {
  std::string binding(run_id);
  binding += '\0';
  return binding.append(message_id);
}

}  // namespace mailcomb::journal
