// SPDX-License-Identifier: Apache-2.0
// The library that missing_library.cpp needs.
extern "C" __attribute__((visibility("default"))) int mailcomb_test_absent() { return 0; }
