/* replay.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* What each fuzz target defines, and what libFuzzer or replay.c calls. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
