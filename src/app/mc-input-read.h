/* mc-input-read.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-input.h"

G_BEGIN_DECLS

void     mc_input_read_file_async (GFile              *file,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
void     mc_input_read_text_async (char               *text,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
McInput *mc_input_read_finish (GAsyncResult *result,
                               GError      **error);
char    *mc_input_read_dup_name (GFile *file);

G_END_DECLS
