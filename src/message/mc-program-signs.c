/* mc-program-signs.c
 *
 * Recognises what mail programs, and the libraries that they connect with, say about a connection: Thunderbird,
 * Evolution and Geary (with GLib and GnuTLS), KMail (with KIO and Qt), Claws Mail, Balsa, Mutt and NeoMutt in several
 * languages; Outlook and Apple Mail. Nothing of it may be what a server says of the next one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-program-signs-private.h"
#include "mc-text.h"
#include "mc-words.h"

/* A language more is a file of phrases and a line here. */
static const McProgramPhrases *const languages[] = {
  mc_program_phrases_en,
  mc_program_phrases_de,
  mc_program_phrases_fr,
  mc_program_phrases_es,
  mc_program_phrases_it,
  mc_program_phrases_pt_br,
  mc_program_phrases_nl,
  mc_program_phrases_pl,
  mc_program_phrases_ru,
  mc_program_phrases_ja,
  mc_program_phrases_zh_cn,
};

/* How mail programs name the servers that they connect to. */
static const char *const own_servers[] = {
  "imap", "pop3", " pop.", "“pop.", "pop server", "pop-server", "server pop", "serveur pop", "servidor pop", "serwerem pop",
  "pop サーバー", "pop 服务器", "server mail.", "server (smtp)", ":993", ":143", ":995", ":110", ":465", ":587"
};

/* What somebody pasted. */
typedef struct
{
  McWords *words;
  gboolean names_host;
  gboolean names_own_server;
  gboolean says_unreachable;
} Said;

/* “:143” but not “:1433”. */
static gboolean
has_name (const char *text,
          const char *name)
{
  const char *found = strstr (text, name);

  return found != NULL && (*name != ':' || !g_ascii_isdigit (found[strlen (name)]));
}

/* Servers tell the next one’s port, which is 25, or its address in brackets. */
static gboolean
names_next_server (const char *text)
{
  const char *bracket = strchr (text, '[');

  return has_name (text, ":25") || (bracket != NULL && g_ascii_isdigit (bracket[1]));
}

static gboolean
names_own_server (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_servers); i++)
    {
      if (has_name (text, own_servers[i]))
        return !names_next_server (text);
    }

  return FALSE;
}

static gboolean
names_this_computer (const char *text)
{
  return strstr (text, "127.0.0.1") != NULL || strstr (text, "localhost") != NULL;
}

/* “example.org” but neither “e.g.” nor “12.50”. */
static gboolean
names_host (const char *text)
{
  for (const char *dot = text; (dot = strchr (dot, '.')) != NULL; dot++)
    {
      if (dot - text >= 2 && g_ascii_isalnum (dot[-1]) && g_ascii_isalnum (dot[-2]) && g_ascii_isalpha (dot[1]) &&
          g_ascii_isalpha (dot[2]))
        return TRUE;
    }

  return names_this_computer (text);
}

static gboolean
holds (const Said        *said,
       const char *const *patterns)
{
  for (gsize i = 0; patterns != NULL && patterns[i] != NULL; i++)
    {
      /* Where no space parts an address from the words beside it, only what was said has them. */
      if (mc_words_hold (said->words, patterns[i]) || mc_words_hold_mark (said->words, patterns[i]))
        return TRUE;
    }

  return FALSE;
}

/* Libraries need not speak the program’s language. */
static gboolean
gives_reason (const Said   *said,
              McProgramSign sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (holds (said, languages[i][sign].reasons))
        return TRUE;
    }

  return FALSE;
}

static gboolean
says (const Said   *said,
      McProgramSign sign)
{
  gboolean has_reason = gives_reason (said, sign) || (sign == MC_PROGRAM_SIGN_UNREACHABLE && said->says_unreachable);

  if (has_reason && said->names_own_server)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const McProgramPhrases *phrases = &languages[i][sign];

      if (holds (said, phrases->alone) || (said->names_host && holds (said, phrases->with_host)) ||
          (said->names_host && has_reason && holds (said, phrases->with_reason)) ||
          (said->names_own_server && holds (said, phrases->with_own_server)))
        return TRUE;
    }

  return FALSE;
}

/* What nobody gets to whom a connection failed. */
static gboolean
is_about_signing_in (McProgramSign sign)
{
  return sign == MC_PROGRAM_SIGN_METHOD_NOT_OFFERED || sign == MC_PROGRAM_SIGN_BROWSER_SIGN_IN ||
         sign == MC_PROGRAM_SIGN_SIGN_IN_REFUSED;
}

/* As it is compared: lower case, each accent with its letter, and without the no-break spaces of French and Polish. */
static char *
dup_lower (const char *text)
{
  g_autofree char    *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char    *lower = mc_text_dup_lower_utf8 (composed != NULL ? composed : text);
  g_autoptr (GString) plain = g_string_new (lower);

  g_string_replace (plain, "\u00a0", " ", 0);
  g_string_replace (plain, "\u202f", " ", 0);

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

/**
 * mc_program_sign_find:
 * @text: what somebody pasted, without any code of a server in it
 * @says_unreachable: whether its words say that a connection failed
 *
 * Returns: what a mail program says with it; %MC_PROGRAM_SIGN_NONE where it may be what
 *   a server says
 */
McProgramSign
mc_program_sign_find (const char *text,
                      gboolean    says_unreachable)
{
  g_autofree char    *lower = dup_lower (text);
  g_autoptr (McWords) words = mc_words_new (lower);
  McProgramSign       sign = MC_PROGRAM_SIGN_NONE + 1;
  Said                said = { .words = words, .says_unreachable = says_unreachable };

  said.names_host = names_host (lower);
  said.names_own_server = names_own_server (lower);
  while (sign < MC_PROGRAM_N_SIGNS && !says (&said, sign))
    sign++;

  if (is_about_signing_in (sign) && gives_reason (&said, MC_PROGRAM_SIGN_UNREACHABLE))
    sign = MC_PROGRAM_SIGN_UNREACHABLE;
  if (sign == MC_PROGRAM_SIGN_UNREACHABLE && names_this_computer (lower))
    return MC_PROGRAM_SIGN_HELPER;

  return sign < MC_PROGRAM_N_SIGNS ? sign : MC_PROGRAM_SIGN_NONE;
}
