// SPDX-License-Identifier: Apache-2.0
// Counts the calls by which a program changes files, and at the n-th kills it or lets the call fail: for LD_PRELOAD.
//
//   FAULT_CALLS  kinds that count, with commas: rename write sync create mkdir unlink truncate; all if not given
//   FAULT_UNDER  only what happens to files below this path counts (two prefixes, parted by ':', are allowed)
//   FAULT_AT     the number of the call, from 1; "7+": the 7th and all later ones
//   FAULT_HOW    kill-before, kill-after, stop (before; SIGCONT lets it go on), ENOSPC or EIO
//   FAULT_LOG    a line "kind path" for each call that counts is added to this file
//
// Only the process that was started with it is meant: its children do not inherit it.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { kNever, kStop, kKillBefore, kKillAfter, kFail };

static struct {
  pid_t process;
  int log;
  int how;
  int error;
  long at;
  bool stays;
  const char* kinds;
  const char* under;
} fault = {.log = -1};
static atomic_long calls;

__attribute__((constructor)) static void read_environment(void) {
  const char* log = getenv("FAULT_LOG");
  const char* at = getenv("FAULT_AT");
  const char* how = getenv("FAULT_HOW");
  char* end = NULL;
  fault.kinds = getenv("FAULT_CALLS");
  fault.under = getenv("FAULT_UNDER");
  if (log)
    fault.log =
        (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (at) fault.at = strtol(at, &end, 10);
  fault.stays = end && *end == '+';
  if (how && strcmp(how, "kill-before") == 0) fault.how = kKillBefore;
  if (how && strcmp(how, "kill-after") == 0) fault.how = kKillAfter;
  if (how && strcmp(how, "stop") == 0) fault.how = kStop;
  if (how && strcmp(how, "ENOSPC") == 0) fault.error = ENOSPC;
  if (how && strcmp(how, "EIO") == 0) fault.error = EIO;
  if (fault.error != 0) fault.how = kFail;
  unsetenv("LD_PRELOAD");
  fault.process = getpid();
}

static bool is_kind_counted(const char* kind) {
  if (!fault.kinds) return true;
  const size_t length = strlen(kind);
  for (const char* at = fault.kinds; (at = strstr(at, kind)); at += length)
    if ((at == fault.kinds || at[-1] == ',') && (at[length] == ',' || at[length] == '\0'))
      return true;
  return false;
}

static bool is_place_counted(const char* path) {
  if (!fault.under) return true;
  const char* second = strchr(fault.under, ':');
  const size_t length = second ? (size_t)(second - fault.under) : strlen(fault.under);
  return strncmp(path, fault.under, length) == 0 ||
         (second && strncmp(path, second + 1, strlen(second + 1)) == 0);
}

// The path of an open file or of a name in an open directory.
static void resolve(int fd, const char* name, char* path, size_t size) {
  char link[64];
  ssize_t length = 0;
  path[0] = '\0';
  if (!name || name[0] != '/') {
    if (fd == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    if (fd != AT_FDCWD) snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = syscall(SYS_readlinkat, AT_FDCWD, link, path, size - 1);
    if (length < 0) length = 0;
  }
  if (name) snprintf(path + length, size - (size_t)length, name[0] == '/' ? "%s" : "/%s", name);
  if (!name) path[length] = '\0';
}

static void write_log(const char* kind, const char* path) {
  char line[PATH_MAX + 32];
  const int length = snprintf(line, sizeof line, "%s %s\n", kind, path);
  if (length > 0) syscall(SYS_write, fault.log, line, (size_t)length);
}

static void die(void) {
  syscall(SYS_kill, fault.process, SIGKILL);
  for (;;) pause();
}

// Whether this call is the one; kKillBefore does not return.
static int meet(const char* kind, int fd, const char* name) {
  char path[PATH_MAX];
  const int error = errno;
  if (fault.process == 0 || getpid() != fault.process || !is_kind_counted(kind)) return kNever;
  resolve(fd, name, path, sizeof path);
  errno = error;
  if (!is_place_counted(path)) return kNever;
  const long number = atomic_fetch_add(&calls, 1) + 1;
  if (fault.log >= 0) write_log(kind, path);
  errno = error;
  if (number != fault.at && !(fault.stays && number > fault.at)) return kNever;
  if (fault.how == kStop) syscall(SYS_kill, fault.process, SIGSTOP);
  if (fault.how == kKillBefore) die();
  return fault.how;
}

// The call itself as `syscall`, so that nothing else that is preloaded stands in between.
#define MEET(kind, fd, name, call)                  \
  const int met = meet(kind, fd, name);             \
  if (met == kFail) return errno = fault.error, -1; \
  const long result = call;                         \
  if (met == kKillAfter) die();                     \
  return result

int rename(const char* from, const char* to) {
  MEET("rename", AT_FDCWD, from, syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int renameat(int from_fd, const char* from, int to_fd, const char* to) {
  MEET("rename", from_fd, from, syscall(SYS_renameat2, from_fd, from, to_fd, to, 0));
}

int renameat2(int from_fd, const char* from, int to_fd, const char* to, unsigned flags) {
  MEET("rename", from_fd, from, syscall(SYS_renameat2, from_fd, from, to_fd, to, flags));
}

ssize_t write(int fd, const void* bytes, size_t size) {
  MEET("write", fd, NULL, syscall(SYS_write, fd, bytes, size));
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  MEET("write", fd, NULL, syscall(SYS_pwrite64, fd, bytes, size, at));
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return pwrite64(fd, bytes, size, at);
}

ssize_t writev(int fd, const struct iovec* parts, int count) {
  MEET("write", fd, NULL, syscall(SYS_writev, fd, parts, count));
}

int fsync(int fd) { MEET("sync", fd, NULL, syscall(SYS_fsync, fd)); }

int fdatasync(int fd) { MEET("sync", fd, NULL, syscall(SYS_fdatasync, fd)); }

int ftruncate64(int fd, off64_t size) {
  MEET("truncate", fd, NULL, syscall(SYS_ftruncate, fd, size));
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int mkdirat(int fd, const char* name, mode_t mode) {
  MEET("mkdir", fd, name, syscall(SYS_mkdirat, fd, name, mode));
}

int mkdir(const char* name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

int unlinkat(int fd, const char* name, int flags) {
  MEET("unlink", fd, name, syscall(SYS_unlinkat, fd, name, flags));
}

int unlink(const char* name) { return unlinkat(AT_FDCWD, name, 0); }

int rmdir(const char* name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

static int create(int fd, const char* name, int flags, mode_t mode) {
  MEET("create", fd, name, syscall(SYS_openat, fd, name, flags, mode));
}

static int open_at(int fd, const char* name, int flags, va_list rest) {
  if (flags & O_CREAT) return create(fd, name, flags, va_arg(rest, mode_t));
  return (int)syscall(SYS_openat, fd, name, flags,
                      (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0);
}

#define OPEN(fd, name, flags)                        \
  va_list rest;                                      \
  va_start(rest, flags);                             \
  const int opened = open_at(fd, name, flags, rest); \
  va_end(rest);                                      \
  return opened

int openat(int fd, const char* name, int flags, ...) { OPEN(fd, name, flags); }
int openat64(int fd, const char* name, int flags, ...) { OPEN(fd, name, flags); }
int open(const char* name, int flags, ...) { OPEN(AT_FDCWD, name, flags); }
int open64(const char* name, int flags, ...) { OPEN(AT_FDCWD, name, flags); }
