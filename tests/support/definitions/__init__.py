# SPDX-License-Identifier: Apache-2.0
"""The definitions of ARCHITECTURE.md a second time, in Python, to judge the program by.

Nothing here is shared with or taken from the program: an error must be made twice to go unnoticed.
"""
