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

/* A check that passed, in words that people understand. */
typedef struct
{
  const char *check;
  const char *phrase;     /* N_() */
  const char *implied_by; /* a check that says as much and more */
} PhraseRow;

static const PhraseRow phrases[] = {
  /* Translators: these stand in a list, as in “What works: your network connection, the name server.” */
  { "account.settings", N_ ("the search for your server settings"), NULL },
  { "computer.online", N_ ("your network connection"), "network.internet" },
  { "computer.clock", N_ ("the clock of this computer"), NULL },
  { "network.internet", N_ ("the way to the Internet"), NULL },
  { "network.name-server", N_ ("the name server"), NULL },
  { "network.interception", N_ ("secure connections to other places"), NULL },
  { "incoming.host", N_ ("the name of your incoming mail server"), "incoming.port" },
  { "incoming.port", N_ ("the connection to your incoming mail server"), "incoming.encryption" },
  { "incoming.encryption", N_ ("the encrypted connection to your incoming mail server"), NULL },
  { "incoming.certificate", N_ ("the certificate of your incoming mail server"), NULL },
  { "incoming.login", N_ ("the sign-in at your incoming mail server"), NULL },
  { "mailbox.inbox", N_ ("your inbox"), NULL },
  { "mailbox.quota", N_ ("the room in your mailbox"), NULL },
  { "outgoing.host", N_ ("the name of your outgoing mail server"), "outgoing.port" },
  { "outgoing.port", N_ ("the connection to your outgoing mail server"), "outgoing.encryption" },
  { "outgoing.encryption", N_ ("the encrypted connection to your outgoing mail server"), NULL },
  { "outgoing.certificate", N_ ("the certificate of your outgoing mail server"), NULL },
  { "outgoing.login", N_ ("the sign-in at your outgoing mail server"), NULL },
  { "outgoing.sending", N_ ("sending"), NULL },
};

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

static McFinding *
find_finding (GPtrArray  *findings,
              const char *check)
{
  for (guint i = 0; i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (mc_finding_get_check (finding), check))
        return finding;
    }

  return NULL;
}

static gboolean
is_chosen (GPtrArray           *findings,
           const char          *check,
           McCauseChooseFinding choose)
{
  McFinding *finding = check != NULL ? find_finding (findings, check) : NULL;

  return finding != NULL && choose (findings, finding);
}

/**
 * mc_cause_list_phrases:
 * @findings: (element-type McFinding): all findings
 * @choose: which of them to name
 *
 * Names what checks looked at in words for people; checks without such words are left out.
 *
 * Returns: (transfer full) (nullable): a list to stand in a sentence, or %NULL with nothing to name
 */
char *
mc_cause_list_phrases (GPtrArray           *findings,
                       McCauseChooseFinding choose)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (!is_chosen (findings, phrases[i].check, choose) || is_chosen (findings, phrases[i].implied_by, choose))
        continue;

      if (list->len > 0)
        /* Translators: between the items of a list in a sentence */
        g_string_append (list, _ (", "));
      g_string_append (list, _ (phrases[i].phrase));
    }

  return list->len > 0 ? g_string_free_and_steal (g_steal_pointer (&list)) : NULL;
}

static gboolean
has_passed (GPtrArray *findings,
            McFinding *finding)
{
  return mc_finding_get_outcome (finding) == MC_OUTCOME_PASS;
}

/**
 * mc_cause_list_what_works:
 * @findings: (element-type McFinding): all findings
 *
 * Returns: (transfer full) (nullable): what passed, as a list to stand in a sentence
 */
char *
mc_cause_list_what_works (GPtrArray *findings)
{
  return mc_cause_list_phrases (findings, has_passed);
}

/* The server of a side: its name, as far as a finding of that side names it. */
static gboolean
is_about_side (GPtrArray   *findings,
               McDirection  direction,
               const char **host)
{
  gboolean is_about = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      McFinding      *finding = g_ptr_array_index (findings, i);
      const char     *check = mc_finding_get_check (finding);
      const McTarget *target = mc_finding_get_target (finding);

      if (direction == MC_DIRECTION_OUTGOING
            ? !g_str_has_prefix (check, "outgoing.")
            : !g_str_has_prefix (check, "incoming.") && !g_str_has_prefix (check, "mailbox."))
        continue;

      is_about = TRUE;
      if (*host == NULL && target != NULL)
        *host = target->host;
    }

  return is_about;
}

static char *
name_server (const char *kind,
             const char *host)
{
  /* Translators: the first is “your incoming mail server” or the like, the second its name */
  return host != NULL ? g_strdup_printf (_ ("%s (%s)"), kind, host) : g_strdup (kind);
}

/* Which mail server it is about, in words that can be read aloud. */
static char *
describe_server (GPtrArray *seen_in)
{
  const char      *incoming_host = NULL;
  const char      *outgoing_host = NULL;
  gboolean         is_incoming = is_about_side (seen_in, MC_DIRECTION_INCOMING, &incoming_host);
  gboolean         is_outgoing = is_about_side (seen_in, MC_DIRECTION_OUTGOING, &outgoing_host);
  g_autofree char *incoming = NULL;
  g_autofree char *outgoing = NULL;

  if (is_incoming && is_outgoing && g_strcmp0 (incoming_host, outgoing_host) == 0)
    return name_server (_ ("your incoming and outgoing mail server"), incoming_host);

  incoming = name_server (_ ("your incoming mail server"), incoming_host);
  outgoing = name_server (_ ("your outgoing mail server"), outgoing_host);
  if (is_incoming && is_outgoing)
    /* Translators: two mail servers, as in “your incoming mail server and your outgoing mail server” */
    return g_strdup_printf (_ ("%s and %s"), incoming, outgoing);
  if (is_incoming)
    return g_steal_pointer (&incoming);
  if (is_outgoing)
    return g_steal_pointer (&outgoing);

  return NULL;
}

static char *
describe_user (McAccount *account,
               GPtrArray *seen_in)
{
  const char *host = NULL;
  gboolean    is_outgoing =
    is_about_side (seen_in, MC_DIRECTION_OUTGOING, &host) && !is_about_side (seen_in, MC_DIRECTION_INCOMING, &host);
  McDirection direction = is_outgoing ? MC_DIRECTION_OUTGOING : MC_DIRECTION_INCOMING;

  return mc_text_make_safe (mc_account_get_user (account, direction), -1, MAX_ADDRESS_CHARS);
}

/* The line of the report that a support desk should look at. */
static char *
name_check (GPtrArray *seen_in)
{
  for (int outcome = MC_OUTCOME_FAIL; outcome >= MC_OUTCOME_WARNING; outcome--)
    {
      for (guint i = 0; i < seen_in->len; i++)
        {
          McFinding *finding = g_ptr_array_index (seen_in, i);

          if (mc_finding_get_outcome (finding) == (McOutcome) outcome)
            /* Translators: the title of a test, in quotation marks */
            return g_strdup_printf (_ ("“%s”"), mc_finding_get_title (finding));
        }
    }

  return NULL;
}

/* What the other ports showed holds for whatever is the matter with the port in the settings. */
static void
add_working (GHashTable *values,
             GPtrArray  *seen_in,
             GPtrArray  *findings)
{
  const char *port = g_hash_table_lookup (values, "port");
  const char *host = NULL;
  gboolean    is_outgoing = is_about_side (seen_in, MC_DIRECTION_OUTGOING, &host);
  McFinding  *other_ports = find_finding (findings, is_outgoing ? "outgoing.other-ports" : "incoming.other-ports");
  const char *working = other_ports != NULL ? mc_finding_find_evidence (other_ports, "working") : NULL;

  if (working != NULL)
    add_value (values, "working", g_strdup (working));
  else if (is_outgoing && g_strcmp0 (port, "25") == 0)
    add_value (values, "working", g_strdup (_ ("port 587 with STARTTLS or port 465 with TLS")));
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
  add_value (values, "user", describe_user (account, seen_in));
  add_value (values, "server", describe_server (seen_in));
  add_value (values, "check", name_check (seen_in));
  add_working (values, seen_in, findings);
  add_value (values, "ruled-out", mc_cause_list_what_works (findings));
  if (decided_by != NULL)
    add_value (values, "would-decide", g_strdup (_ (decided_by)));

  return values;
}
