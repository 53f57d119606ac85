/* mc-reply-status.c
 *
 * The first word of what an IMAP or POP3 server answers (RFC 9051 section 7.1, RFC 1939 section 3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-reply-belief.h"
#include "mc-reply-status.h"
#include "mc-reply-text.h"

#define REFUSED_TITLE N_ ("The mail server refused something, and does not tell why")
#define REFUSED_TEXT  N_ ("Its words are shown below. A checkup of your account may find out more.")
#define ALL_WELL      N_ ("The server agreed")
#define ALL_WELL_TEXT N_ ("This is a good answer, not an error. If something does not work, look at what came after it.")

static const McReplyStatus statuses[] = {
  { MC_PROTOCOL_IMAP, "NO", FALSE, MC_REASON_UNKNOWN, REFUSED_TITLE, REFUSED_TEXT },
  { MC_PROTOCOL_IMAP, "BAD", FALSE, MC_REASON_PROTOCOL_ERROR, N_ ("The mail server did not understand the mail program"), N_ ("One of the two has a fault. Your messages and your password are fine. Update the mail program and start it anew; if that does not help, ask its makers.") },
  { MC_PROTOCOL_IMAP, "BYE", FALSE, MC_REASON_UNKNOWN, N_ ("The mail server ended the connection"), N_ ("Servers do that when nothing happened for a long time, when they are restarted, or when there are too many connections. Mail programs connect again by themselves. If it happens all the time, a checkup of your account may find out more.") },
  { MC_PROTOCOL_POP3, "-ERR", FALSE, MC_REASON_UNKNOWN, REFUSED_TITLE, REFUSED_TEXT },
  { MC_PROTOCOL_IMAP, "OK", TRUE, MC_REASON_UNKNOWN, ALL_WELL, ALL_WELL_TEXT },
  { MC_PROTOCOL_POP3, "+OK", TRUE, MC_REASON_UNKNOWN, ALL_WELL, ALL_WELL_TEXT },
};

/* A tag of this length is no word of a list or the number of a road. */
#define LONG_TAG 4

static gboolean
ends_word (const char *p)
{
  return *p == '\0' || *p == ' ' || *p == '\n' || *p == '\r';
}

static gboolean
begins_with (const char *text,
             const char *word)
{
  return g_str_has_prefix (text, word) && ends_word (text + strlen (word));
}

/* “A1 ”, “a ”, “* ”; no words such as in “Say NO to that”. */
static gsize
measure_tag (const char *line)
{
  gsize length = *line == '*' ? 1 : strspn (line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.");

  if (length == 0 || length >= 20 || line[length] != ' ')
    return 0;

  return length == 1 || strcspn (line, "0123456789") < length ? length + 1 : 0;
}

static const char *
skip_spaces (const char *p)
{
  return p + strspn (p, " ");
}

static gboolean
has_response_code (const char *words)
{
  g_autofree char *code = *words == '[' ? mc_reply_text_find_response_code (words, MC_PROTOCOL_IMAP) : NULL;

  return code != NULL;
}

/* “A1 BAD road” begins like an answer too. */
static gboolean
is_tagged_answer (gsize       tag,
                  const char *words)
{
  g_autofree char *said = g_strndup (words, strcspn (words, "\n"));

  return tag > LONG_TAG || *said == '\0' || has_response_code (said) || mc_reply_belief_in_answer (said);
}

/* “NO SMOKING” */
static gboolean
is_shouted (const char *words)
{
  while (*words != '\0' && !g_ascii_islower (*words))
    words++;

  return *words == '\0';
}

/* “NO” alone begins many sentences. Where people leave the tag out, a response code follows, or it is all there is. */
static gboolean
is_untagged_answer (const char *text,
                    const char *line,
                    const char *words)
{
  g_autofree char *said = g_strndup (words, strcspn (words, "\n"));
  gboolean         is_all = line == text && strchr (line, '\n') == NULL;

  if (!has_response_code (said) && (!is_all || !g_ascii_isupper (*said) || is_shouted (said)))
    return FALSE;

  return mc_reply_belief_in_answer (said);
}

static const McReplyStatus *
find_at (const char  *text,
         const char  *line,
         const char **start)
{
  gsize       tag = measure_tag (line);
  const char *answer = line + tag;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      const McReplyStatus *status = &statuses[i];
      gsize                length = strlen (status->word);

      if (status->protocol != MC_PROTOCOL_IMAP || status->is_good)
        continue;
      if (tag > 0 && begins_with (answer, status->word) && is_tagged_answer (tag, skip_spaces (answer + length)))
        {
          *start = answer;
          return status;
        }
      if (begins_with (line, status->word) && is_untagged_answer (text, line, skip_spaces (line + length)))
        {
          *start = line;
          return status;
        }
    }

  return NULL;
}

static const McReplyStatus *
find_word (McProtocol  protocol,
           const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      if (statuses[i].protocol == protocol && g_str_equal (statuses[i].word, word))
        return &statuses[i];
    }

  return NULL;
}

static const McReplyStatus *
find_pop3_refusal (const char  *text,
                   const char **start)
{
  for (const char *p = strstr (text, "-ERR"); p != NULL; p = strstr (p + 1, "-ERR"))
    {
      gboolean starts = p == text || g_ascii_isspace (p[-1]) || strchr ("\"'(<>:|", p[-1]) != NULL;

      if (starts && ends_word (p + strlen ("-ERR")))
        {
          *start = p;
          return find_word (MC_PROTOCOL_POP3, "-ERR");
        }
    }

  return NULL;
}

/**
 * mc_reply_status_find_refusal:
 * @protocol: IMAP or POP3
 * @text: what a server said, alone or within other text
 * @start: (out): where it begins
 *
 * Returns: (transfer none) (nullable): the kind of refusal
 */
const McReplyStatus *
mc_reply_status_find_refusal (McProtocol   protocol,
                              const char  *text,
                              const char **start)
{
  if (protocol == MC_PROTOCOL_POP3)
    return find_pop3_refusal (text, start);

  text += strspn (text, " \t\n");
  for (const char *line = text; line != NULL && *line != '\0'; line = strchr (line, '\n'))
    {
      const McReplyStatus *status;

      line += *line == '\n' ? 1 : 0;
      line += strspn (line, " \t");
      if ((status = find_at (text, line, start)) != NULL)
        return status;
    }

  return NULL;
}

/**
 * mc_reply_status_find_success:
 * @text: what a server said, and nothing else
 *
 * Returns: (transfer none) (nullable): the kind of good answer
 */
const McReplyStatus *
mc_reply_status_find_success (const char *text)
{
  gsize tag;

  text += strspn (text, " \t\n");
  if (begins_with (text, "+OK"))
    return find_word (MC_PROTOCOL_POP3, "+OK");

  tag = measure_tag (text);
  if (tag > 0 && begins_with (text + tag, "OK") && (*text == '*' || g_ascii_isdigit (text[tag - 2])))
    return find_word (MC_PROTOCOL_IMAP, "OK");

  return NULL;
}
