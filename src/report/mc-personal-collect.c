/* mc-personal-collect.c
 *
 * What of a result tells who the person is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mc-personal-private.h"
#include "mc-personal-token.h"
#include "mc-public-names.h"
#include "mc-text.h"

/* Shorter ones occur in every text by chance. */
#define MIN_WORD   3
#define MIN_PART   4
#define MIN_JOINED 6

/* Shorter names of hosts are often not anybody's: mx1, imap3. */
#define MIN_LABEL 5

/* What foreign text was cut to before it came here is shorter. */
#define MAX_CHARS 4000

static void
add_literal (McPersonal *self,
             const char *text,
             const char *placeholder)
{
  McLiteral *literal;

  if (*text == '\0')
    return;

  literal = g_new0 (McLiteral, 1);
  literal->text = mc_text_make_safe (text, -1, MAX_CHARS);
  literal->placeholder = g_strdup (placeholder);
  literal->is_common = g_utf8_strlen (literal->text, -1) < MIN_WORD || mc_public_names_has_word (literal->text);
  g_ptr_array_add (self->literals, literal);
}

/* annacanary, as in the names of folders and computers */
static void
add_joined (McPersonal *self,
            const char *user,
            const char *placeholder)
{
  g_auto (GStrv)   parts = g_strsplit_set (user, ".-_+ \"", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  if (g_utf8_strlen (joined, -1) >= MIN_JOINED)
    add_literal (self, joined, placeholder);
}

/* anna.canary+shop: the name can show up without the tag, and in parts. */
static void
add_parts_of_user (McPersonal *self,
                   const char *user,
                   const char *placeholder)
{
  g_auto (GStrv)   parts = g_strsplit_set (user, ".-_+ \"", -1);
  g_autofree char *base = g_strndup (user, strcspn (user, "+"));

  add_literal (self, user, placeholder);
  if (strlen (base) < strlen (user))
    add_literal (self, base, placeholder);

  if (g_strv_length (parts) < 2)
    return;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_utf8_strlen (parts[i], -1) >= MIN_PART)
        add_literal (self, parts[i], placeholder);
    }

  add_joined (self, user, placeholder);
  add_joined (self, base, placeholder);
}

static void
add_user (McPersonal *self,
          const char *user)
{
  if (*user != '\0')
    add_parts_of_user (self, user, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_USER, user));
}

/* A label that is no common word tells the rest: “O=canary”, “canary-nas ready”. */
static void
add_label (McPersonal *self,
           const char *label,
           gsize       length,
           const char *placeholder)
{
  g_autofree char *text = g_strndup (label, length);

  if (g_utf8_strlen (text, -1) >= MIN_LABEL && !mc_public_names_has_word (text))
    add_literal (self, text, placeholder);
}

/* The registered label of canary.example, www.canary.co.example: the longest of those before the last. */
static void
add_registered_label (McPersonal *self,
                      const char *domain,
                      const char *placeholder)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  const char    *longest = "";

  for (guint i = 0; labels[i] != NULL && labels[i + 1] != NULL; i++)
    {
      if (strlen (labels[i]) >= strlen (longest))
        longest = labels[i];
    }

  add_label (self, longest, strlen (longest), placeholder);
}

static void
add_domain (McPersonal *self,
            const char *domain)
{
  g_autofree char *ascii = mc_address_normalize_host (domain);
  g_autofree char *unicode = NULL;
  const char      *placeholder;

  if (*domain == '\0' || (ascii != NULL && mc_public_names_has_host (ascii)))
    return;

  placeholder = mc_placeholders_ensure (self->placeholders, MC_PERSONAL_DOMAIN, domain);
  add_literal (self, domain, placeholder);
  add_registered_label (self, domain, placeholder);
  if (ascii == NULL)
    return;

  unicode = g_hostname_to_unicode (ascii);
  if (unicode != NULL)
    {
      add_literal (self, unicode, placeholder);
      add_registered_label (self, unicode, placeholder);
    }
  g_ptr_array_add (self->domains, g_steal_pointer (&ascii));
}

/* Also takes apart what is no valid address: it is personal all the same. */
static void
add_address (McPersonal *self,
             const char *text)
{
  g_autofree char *local_part = NULL;
  const char      *at = strrchr (text, '@');

  add_literal (self, text, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_ADDRESS, text));
  if (at == NULL)
    return;

  local_part = g_strndup (text, at - text);
  add_user (self, local_part);
  add_domain (self, at + 1);
}

/* The name alone comes before the address, whose part before the @ sign looks like one. */
static void
add_sign_in_names (McPersonal *self,
                   McAccount  *account,
                   const char *address)
{
  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      g_autofree char *user = g_strstrip (mc_text_make_safe (mc_account_get_user (account, i), -1, MAX_CHARS));

      if (strchr (user, '@') == NULL && !g_str_equal (user, address))
        add_user (self, user);
    }

  add_address (self, address);
  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      g_autofree char *user = g_strstrip (mc_text_make_safe (mc_account_get_user (account, i), -1, MAX_CHARS));

      if (strchr (user, '@') != NULL && g_ascii_strcasecmp (user, address) != 0)
        add_address (self, user);
    }
}

static void
add_account (McPersonal *self,
             McAccount  *account)
{
  McAddress       *address = mc_account_get_address (account);
  g_autofree char *text = g_strstrip (mc_text_make_safe (mc_account_get_address_text (account), -1, MAX_CHARS));
  g_autofree char *normalized = NULL;

  add_sign_in_names (self, account, text);
  if (address == NULL)
    return;

  normalized = g_strdup_printf ("%s@%s", mc_address_get_local_part (address), mc_address_get_domain (address));
  add_literal (self, normalized, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_ADDRESS, text));
}

static void
add_server (McPersonal *self,
            McServer   *server)
{
  const char      *host = server != NULL ? mc_server_get_host (server) : NULL;
  g_autofree char *hidden = host != NULL ? mc_personal_hide (self, host) : NULL;
  const char      *placeholder;

  /* A name without a dot, which could be any word, but "localhost". */
  if (host != NULL && strpbrk (host, ".:") == NULL && g_strcmp0 (host, hidden) == 0 && !g_str_equal (host, "localhost"))
    add_literal (self, host, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_HOST, host));

  if (host == NULL || strchr (host, '.') == NULL || mc_public_names_has_host (host) || g_hostname_is_ip_address (host))
    return;

  placeholder = mc_placeholders_ensure (self->placeholders, MC_PERSONAL_HOST, host);
  add_label (self, host, strcspn (host, "."), placeholder);
  add_registered_label (self, host, placeholder);
}

static gboolean
mentions_public_host (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize            length = mc_token_starts_word (text, p) ? mc_token_match_host (p) : 0;
      g_autofree char *host = g_strndup (p, length);

      if (length > 0 && mc_public_names_has_host (host))
        return TRUE;
    }

  return FALSE;
}

/* With its issuer and serial number, logs that are open to all give the names in a certificate. */
static void
add_certificate (McPersonal *self,
                 McFinding  *finding)
{
  const char *subject = mc_finding_find_evidence (finding, "subject");
  const char *serial = mc_finding_find_evidence (finding, "serial");

  if (serial != NULL)
    add_literal (self, serial, "<serial>");

  /* A name alone is hidden as all names are. */
  if (subject != NULL && strchr (subject, ',') != NULL && !mentions_public_host (subject))
    add_literal (self, subject, "<subject>");
}

static void
discover (McPersonal *self,
          const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *safe = mc_text_make_safe (lines[i], -1, MAX_CHARS);
      g_autofree char *hidden = mc_personal_hide (self, safe);
    }
}

/* Gives the numbers in the order of the findings, whatever a format shows of them first. */
static void
discover_in_finding (McPersonal *self,
                     McFinding  *finding)
{
  const McTarget *target = mc_finding_get_target (finding);

  if (target != NULL)
    {
      discover (self, target->host);
      discover (self, target->ip);
    }

  discover (self, mc_finding_get_summary (finding));
  for (guint i = 0; i < mc_finding_get_n_evidence (finding); i++)
    discover (self, mc_finding_get_evidence (finding, i)->value);
  discover (self, mc_finding_get_transcript (finding));
}

static int
compare_by_length (gconstpointer a,
                   gconstpointer b)
{
  const McLiteral *literal_a = *(const McLiteral *const *) a;
  const McLiteral *literal_b = *(const McLiteral *const *) b;
  gsize            length_a = strlen (literal_a->text);
  gsize            length_b = strlen (literal_b->text);

  return (length_a < length_b) - (length_a > length_b);
}

/**
 * mc_personal_collect:
 * @self: what hides, without values so far
 * @result: a result
 *
 * Learns the values that tell who the person is.
 */
void
mc_personal_collect (McPersonal     *self,
                     const McResult *result)
{
  if (result->account != NULL)
    add_account (self, result->account);
  g_ptr_array_sort (self->literals, compare_by_length);
  add_server (self, result->incoming);
  add_server (self, result->outgoing);
  for (guint i = 0; i < result->findings->len; i++)
    add_certificate (self, g_ptr_array_index (result->findings, i));
  g_ptr_array_sort (self->literals, compare_by_length);

  for (guint i = 0; i < result->findings->len; i++)
    discover_in_finding (self, g_ptr_array_index (result->findings, i));
}
