/* SPDX-License-Identifier: Apache-2.0
 * The version of mailcomb and of its plugin ABI; both live only here. */
#ifndef MAILCOMB_ABI_VERSION_H
#define MAILCOMB_ABI_VERSION_H

/* The product: Semantic Versioning 2.0.0. CMake reads these three lines. */
#define MAILCOMB_VERSION_MAJOR 0
#define MAILCOMB_VERSION_MINOR 1
#define MAILCOMB_VERSION_PATCH 0

/* The plugin ABI. The major is part of the entry function's name, so that a host and a plugin that
 * do not fit never call each other; the minor grows when a slot or an extension is appended. */
#define MAILCOMB_ABI_MAJOR 1
#define MAILCOMB_ABI_MINOR 1

#endif
