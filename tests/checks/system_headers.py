# SPDX-License-Identifier: Apache-2.0
"""Which header names are the standard library's (C99, C++20) and which POSIX's."""

_CPP = """algorithm any array atomic barrier bit bitset charconv chrono codecvt compare complex concepts
condition_variable coroutine deque exception execution filesystem format forward_list fstream functional future
initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource
mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore set
shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view syncstream
system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector
version""".split()
_C = """assert ctype errno fenv float inttypes limits locale math setjmp signal stdarg stddef stdint stdio stdlib
string time uchar wchar wctype""".split()
_STANDARD = {*_CPP, *(f"c{name}" for name in _C), *(f"{name}.h" for name in _C), "stdbool.h", "iso646.h"}

_POSIX = {f"{name}.h" for name in """dirent dlfcn elf fcntl fnmatch glob grp langinfo libgen netdb poll pthread pwd sched
spawn strings sysexits syslog termios unistd utime wordexp""".split()}


def is_standard(name):
    return name in _STANDARD


def is_posix(name):
    return name in _POSIX or name.startswith(("sys/", "netinet/", "arpa/", "linux/"))
