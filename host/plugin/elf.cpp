// SPDX-License-Identifier: Apache-2.0
#include "plugin/elf.hpp"

#include <elf.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <vector>

namespace mailcomb::plugin {
namespace {

#if defined(__x86_64__)
constexpr std::uint16_t kMachine = EM_X86_64;
#elif defined(__aarch64__)
constexpr std::uint16_t kMachine = EM_AARCH64;
#elif defined(__riscv)
constexpr std::uint16_t kMachine = EM_RISCV;
#elif defined(__powerpc64__)
constexpr std::uint16_t kMachine = EM_PPC64;
#elif defined(__s390x__)
constexpr std::uint16_t kMachine = EM_S390;
#else
#error "name this machine"
#endif

constexpr auto kByteOrder = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;

std::string machine_name(std::uint16_t machine) {
  switch (machine) {
    case EM_386: return "x86";
    case EM_X86_64: return "x86-64";
    case EM_ARM: return "ARM";
    case EM_AARCH64: return "AArch64";
    case EM_RISCV: return "RISC-V";
    case EM_PPC64: return "POWER";
    case EM_S390: return "S/390";
    default: return "ELF machine " + std::to_string(machine);
  }
}

tl::unexpected<Error> truncated(std::uint64_t has, std::uint64_t needs) {
  return fail(Fault::kInvalid,
              "the file is truncated: it has " + std::to_string(has) + " bytes of at least " +
                  std::to_string(needs),
              "install the plugin again");
}

// The file behind its first byte that a header names.
class Elf {
 public:
  explicit Elf(const std::filesystem::path& file) : in_(file, std::ios::binary) {
    in_.seekg(0, std::ios::end);
    size_ = static_cast<std::uint64_t>(std::max<std::streamoff>(in_.tellg(), 0));
  }

  Result<void> check() {
    if (!in_) return fail(Fault::kInvalid, "the file cannot be read");
    if (size_ > 0 && !begins_as_elf())
      return fail(Fault::kInvalid, "the file is no shared library",
                  "remove it, or build the plugin with mailcomb_add_plugin");
    if (size_ < sizeof header_) return truncated(size_, sizeof header_);
    read(0, &header_, sizeof header_);
    if (const auto checked = check_machine(); !checked) return checked;
    const std::uint64_t end = last_byte_named();
    if (end > size_) return truncated(size_, end);
    return {};
  }

 private:
  bool read(std::uint64_t at, void* to, std::uint64_t size) {
    in_.clear();
    in_.seekg(static_cast<std::streamoff>(at));
    in_.read(static_cast<char*>(to), static_cast<std::streamsize>(size));
    return static_cast<std::uint64_t>(in_.gcount()) == size;
  }

  bool begins_as_elf() {
    char magic[SELFMAG] = {};
    const std::uint64_t size = std::min<std::uint64_t>(size_, SELFMAG);
    return read(0, magic, size) && std::memcmp(magic, ELFMAG, size) == 0;
  }

  Result<void> check_machine() const {
    const bool is_wide = header_.e_ident[EI_CLASS] == ELFCLASS64;
    if (is_wide && header_.e_ident[EI_DATA] == kByteOrder && header_.e_machine == kMachine) {
      if (header_.e_type == ET_DYN) return {};
      return fail(Fault::kInvalid, "the file is no shared library",
                  "remove it, or build the plugin with mailcomb_add_plugin");
    }
    return fail(Fault::kInvalid,
                "the plugin was built for another machine (" + machine_name(header_.e_machine) +
                    "), and this one is " + machine_name(kMachine),
                "install the build of the plugin for this machine");
  }

  // Of the segments and of the section table, with which a linked file ends.
  std::uint64_t last_byte_named() {
    std::uint64_t end = header_.e_shoff + std::uint64_t{header_.e_shnum} * header_.e_shentsize;
    end = std::max(end, header_.e_phoff + std::uint64_t{header_.e_phnum} * header_.e_phentsize);
    if (end > size_ || header_.e_phentsize != sizeof(Elf64_Phdr)) return end;
    std::vector<Elf64_Phdr> segments(header_.e_phnum);
    read(header_.e_phoff, segments.data(), segments.size() * sizeof(Elf64_Phdr));
    for (const Elf64_Phdr& segment : segments)
      end = std::max(end, segment.p_offset + segment.p_filesz);
    return end;
  }

  std::ifstream in_;
  std::uint64_t size_ = 0;
  Elf64_Ehdr header_{};
};

}  // namespace

Result<void> check_elf(const std::filesystem::path& file) { return Elf(file).check(); }

}  // namespace mailcomb::plugin
