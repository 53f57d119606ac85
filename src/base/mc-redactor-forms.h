/* mc-redactor-forms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McFormKind:
 * @MC_FORM_TEXT: written in some way
 * @MC_FORM_BASE64: base64, of which the neighbouring letters hold bits too
 *
 * How a form of a secret is written.
 */
typedef enum
{
  MC_FORM_TEXT,
  MC_FORM_BASE64,
} McFormKind;

/**
 * McFormFunc:
 * @kind: how the form is written
 * @form: (transfer full): the form, to be freed with mc_secret_free_text()
 * @user_data: what was passed on
 *
 * Takes one form of a secret.
 */
typedef void (*McFormFunc) (McFormKind kind,
                            char      *form,
                            gpointer   user_data);

void mc_redactor_forms_of_text (const char *text,
                                McFormFunc  take,
                                gpointer    user_data);
void mc_redactor_forms_of_bytes (const char *bytes,
                                 gsize       length,
                                 McFormFunc  take,
                                 gpointer    user_data);

G_END_DECLS
