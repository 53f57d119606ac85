/* mc-mail-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-mail-error.h"

G_DEFINE_QUARK (mc-mail-error-quark, mc_mail_error)
