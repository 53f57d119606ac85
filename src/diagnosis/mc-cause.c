/* mc-cause.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

typedef struct
{
  const char *name;
  const char *fallback;
} Placeholder;

static const McCause *const families[] = {
  mc_causes_outcome,
  mc_causes_network,
  mc_causes_computer,
  mc_causes_settings,
  mc_causes_login,
  mc_causes_server,
  mc_causes_tls,
  mc_causes_mailbox,
  mc_causes_domain,
  mc_causes_sending,
  mc_causes_authenticity,
};

/* What stands in a sentence when a checkup did not learn the value. */
static const Placeholder placeholders[] = {
  /* Translators: stands in place of a server’s name, as in “The certificate of the mail server has expired” */
  { "host", N_ ("the mail server") },
  /* Translators: stands in place of a number, as in “on the port number in your settings” */
  { "port", N_ ("in your settings") },
  /* Translators: stands in place of “your incoming mail server (mail.example.org)” and the like */
  { "server", N_ ("the mail server") },
  /* Translators: stands in place of a test’s title in quotation marks, as in “Send the line “Certificate” of this
   * report to …” */
  { "check", N_ ("marked as failed") },
  /* Translators: stands in place of “TLS”, as in “Your settings ask for one kind of encryption” */
  { "security", N_ ("one kind of encryption") },
  /* Translators: stands in place of an email address, as in “There is a mistake in your email address” */
  { "address", N_ ("your email address") },
  /* Translators: stands in place of a domain’s name, as in “Mail for the domain goes to another place” */
  { "domain", N_ ("the domain") },
  /* Translators: stands in place of a sign-in name, as in “Check that … belongs to this mailbox” */
  { "user", N_ ("the sign-in name in your settings") },
  /* Translators: stands in place of server names, as in “The card shown there is for another name” */
  { "names", N_ ("another name") },
  /* Translators: stands in place of a date, as in “It was valid until the date in this report” */
  { "until", N_ ("the date in this report") },
  /* Translators: stands in place of a date, as in “It is only valid from the date in this report” */
  { "since", N_ ("the date in this report") },
  /* Translators: stands in place of an organization’s name, as in “It comes from an unfamiliar issuer” */
  { "issuer", N_ ("an unfamiliar issuer") },
  /* Translators: stands in place of a share, as in “Nearly all of the space of this mailbox is used” */
  { "used", N_ ("nearly all") },
  /* Translators: stands in place of a server’s answer, as in “The server’s answer: see this report” */
  { "words", N_ ("see this report") },
  /* Translators: stands in place of “port 993 with TLS”, as in
   * “Set it to the standard settings of your provider” */
  { "working", N_ ("the standard settings of your provider") },
  /* Translators: stands in place of a list, as in “What works: nothing that was tested” */
  { "ruled-out", N_ ("nothing that was tested") },
  /* Translators: stands in place of advice, as in “What would tell more: a checkup over another connection” */
  { "would-decide", N_ ("a checkup over another connection") },
};

static const char *
look_up (const char *name,
         GHashTable *values)
{
  const char *value;

  value = values != NULL ? g_hash_table_lookup (values, name) : NULL;
  if (value != NULL && *value != '\0')
    return value;

  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      if (g_str_equal (placeholders[i].name, name))
        return _ (placeholders[i].fallback);
    }

  return NULL;
}

/**
 * mc_cause_find:
 * @id: a public id, such as "tls.expired"
 *
 * Returns: (transfer none) (nullable): the row with this id
 */
const McCause *
mc_cause_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (gsize family = 0; family < G_N_ELEMENTS (families); family++)
    {
      for (const McCause *cause = families[family]; cause->id != NULL; cause++)
        {
          if (g_str_equal (cause->id, id))
            return cause;
        }
    }

  return NULL;
}

/**
 * mc_cause_get_nth:
 * @position: counted from 0
 *
 * Goes through the whole table, family by family.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL past the last one
 */
const McCause *
mc_cause_get_nth (guint position)
{
  for (gsize family = 0; family < G_N_ELEMENTS (families); family++)
    {
      for (const McCause *cause = families[family]; cause->id != NULL; cause++)
        {
          if (position-- == 0)
            return cause;
        }
    }

  return NULL;
}

/**
 * mc_cause_get_title:
 * @cause: a row of the table
 *
 * Returns: (transfer none): the translated title, a sentence without its period
 */
const char *
mc_cause_get_title (const McCause *cause)
{
  g_return_val_if_fail (cause != NULL, NULL);

  return _ (cause->title);
}

/**
 * mc_cause_expand:
 * @text: an explanation or a step of the table, translated
 * @values: (nullable) (element-type utf8 utf8): values by the name of their placeholder, without braces
 *
 * Fills in the placeholders of @text. One without a value, or with an empty one,
 * becomes a neutral translated phrase. Values are inserted as they are: braces in
 * them mean nothing. Braces around any other word stay.
 *
 * | name | value |
 * | --- | --- |
 * | host | the server's name |
 * | port | its number, digits alone: it follows “the port number” |
 * | server | “your incoming mail server”, with its name where it is known: not at the start of a sentence |
 * | check | the title of the check that failed, in quotation marks: it follows “the line” |
 * | security | “TLS”, “STARTTLS” or “no encryption” |
 * | address | the person's email address |
 * | domain | the part of it after the @ |
 * | user | the sign-in name |
 * | names | the names that a certificate is good for |
 * | until, since | where a certificate or a registration ends, or begins |
 * | issuer | who issued a certificate |
 * | used | the used share of a quota with its sign, “97 %” |
 * | words | the server's own words: what ends a text |
 * | working | settings found to work, “port 993 with TLS” |
 * | ruled-out | what works, joined by commas |
 * | would-decide | what would tell more, without a period |
 *
 * Returns: (transfer full): text for people, without markup
 */
char *
mc_cause_expand (const char *text,
                 GHashTable *values)
{
  g_autoptr (GString) expanded = NULL;
  const char         *rest = text;

  g_return_val_if_fail (text != NULL, NULL);

  expanded = g_string_new (NULL);
  while (*rest != '\0')
    {
      gsize       length = strcspn (rest + 1, "{}");
      const char *end = rest + 1 + length;

      if (*rest == '{' && *end == '}')
        {
          g_autofree char *name = g_strndup (rest + 1, length);
          const char      *value = look_up (name, values);

          if (value != NULL)
            {
              g_string_append (expanded, value);
              rest = end + 1;
              continue;
            }
        }

      g_string_append_len (expanded, rest, end - rest);
      rest = end;
    }

  return g_string_free_and_steal (g_steal_pointer (&expanded));
}
