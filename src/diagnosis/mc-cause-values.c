/* mc-cause-values.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-values.h"
#include "mc-text.h"

#define MAX_ADDRESS_CHARS 100

/* Which evidence fills which placeholder of the cause texts. */
typedef struct
{
  const char *evidence;
  const char *placeholder;
  gboolean    is_time;
} ValueRow;

static const ValueRow value_rows[] = {
  { "reply", "words", FALSE },
  { "names", "names", FALSE },
  { "issuer", "issuer", FALSE },
  { "used", "used", FALSE },
  { "working", "working", FALSE },
  { "user", "user", FALSE },
  { "valid_since", "since", TRUE },
  { "valid_until", "until", TRUE },
};

static char *
describe_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: a date such as "3 November 2026", in the form of g_date_time_format() */
  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y")) : g_strdup (text);
}

static void
add_value (GHashTable *values,
           const char *name,
           char       *value)
{
  if (value == NULL || g_hash_table_contains (values, name))
    g_free (value);
  else
    g_hash_table_insert (values, g_strdup (name), value);
}

static void
add_from_finding (GHashTable *values,
                  McFinding  *finding)
{
  const McTarget *target = mc_finding_get_target (finding);
  McSecurity      security;

  for (gsize i = 0; i < G_N_ELEMENTS (value_rows); i++)
    {
      const char *value = mc_finding_find_evidence (finding, value_rows[i].evidence);

      if (value != NULL)
        add_value (values, value_rows[i].placeholder,
                   value_rows[i].is_time ? describe_time (value) : g_strdup (value));
    }

  if (target == NULL)
    return;

  add_value (values, "host", g_strdup (target->host));
  if (target->port != 0)
    add_value (values, "port", g_strdup_printf ("%u", target->port));
  if (mc_security_from_id (target->security, &security))
    add_value (values, "security", g_strdup (mc_security_get_title (security)));
}

/* Titles of the checks that passed, as a list in a sentence. */
static char *
list_ruled_out (GPtrArray *findings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (mc_finding_get_outcome (finding) != MC_OUTCOME_PASS)
        continue;

      if (list->len > 0)
        /* Translators: between the items of a list in a sentence */
        g_string_append (list, _ (", "));
      g_string_append_printf (list, "“%s”", mc_finding_get_title (finding));
    }

  return list->len > 0 ? g_string_free_and_steal (g_steal_pointer (&list)) : NULL;
}

/**
 * mc_cause_values_new:
 * @account: the account
 * @seen_in: (element-type McFinding): the findings that speak for the cause
 * @findings: (element-type McFinding): all findings
 * @decided_by: (nullable): what would decide, N_()
 *
 * Returns: (transfer full) (element-type utf8 utf8): values for the
 *   placeholders of mc_cause_expand()
 */
GHashTable *
mc_cause_values_new (McAccount  *account,
                     GPtrArray  *seen_in,
                     GPtrArray  *findings,
                     const char *decided_by)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  McAddress  *address = mc_account_get_address (account);

  for (guint i = 0; i < seen_in->len; i++)
    add_from_finding (values, g_ptr_array_index (seen_in, i));

  add_value (values, "address", mc_text_make_safe (mc_account_get_address_text (account), -1, MAX_ADDRESS_CHARS));
  if (address != NULL)
    add_value (values, "domain", g_strdup (mc_address_get_domain (address)));
  add_value (values, "user", mc_text_make_safe (mc_account_get_user (account), -1, MAX_ADDRESS_CHARS));
  add_value (values, "ruled-out", list_ruled_out (findings));
  if (decided_by != NULL)
    add_value (values, "would-decide", g_strdup (_ (decided_by)));

  return values;
}
