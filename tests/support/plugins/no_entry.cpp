// SPDX-License-Identifier: Apache-2.0
// Some other program's library.
extern "C" __attribute__((visibility("default"))) int some_other_function() { return 1; }
