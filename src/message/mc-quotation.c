/* mc-quotation.c
 *
 * Text within text: quoted, indented, forwarded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-quotation.h"
#include "mc-text.h"

/* The longest name of a header field in any language, in bytes. */
#define MAX_NAME 40

/* How many lines a mail program writes of the header of what it forwards. */
#define MAX_FIELDS 8

/* What a mail program writes over a message that it forwards within the text; lower case. */
static const char *const forward_marks[] = {
  "begin forwarded message",
  "forwarded message",
  "weitergeleitete nachricht",
  "message transféré",
  "mensaje reenviado",
  "messaggio inoltrato",
  "doorgestuurd bericht",
  "mensagem encaminhada",
};

/* The names of fields as mail programs translate them, lower case. */
static const struct
{
  const char *name;
  const char *standard;
} field_names[] = {
  { "from", "From" },
  { "subject", "Subject" },
  { "to", "To" },
  { "date", "Date" },
  { "sent", "Date" },
  { "von", "From" },
  { "gesendet", "Date" },
  { "datum", "Date" },
  { "an", "To" },
  { "betreff", "Subject" },
  { "de", "From" },
  { "envoyé", "Date" },
  { "à", "To" },
  { "objet", "Subject" },
  { "enviado", "Date" },
  { "enviado el", "Date" },
  { "fecha", "Date" },
  { "para", "To" },
  { "asunto", "Subject" },
  { "assunto", "Subject" },
  { "enviada em", "Date" },
  { "da", "From" },
  { "inviato", "Date" },
  { "data", "Date" },
  { "a", "To" },
  { "oggetto", "Subject" },
  { "van", "From" },
  { "verzonden", "Date" },
  { "aan", "To" },
  { "onderwerp", "Subject" },
  { "od", "From" },
  { "wysłano", "Date" },
  { "do", "To" },
  { "temat", "Subject" },
  { "från", "From" },
  { "skickat", "Date" },
  { "till", "To" },
  { "ämne", "Subject" },
  { "fra", "From" },
  { "sendt", "Date" },
  { "til", "To" },
  { "emne", "Subject" },
  { "от", "From" },
  { "отправлено", "Date" },
  { "кому", "To" },
  { "тема", "Subject" },
  { "差出人", "From" },
  { "送信日時", "Date" },
  { "宛先", "To" },
  { "件名", "Subject" },
  { "发件人", "From" },
  { "发送时间", "Date" },
  { "收件人", "To" },
  { "主题", "Subject" },
};

/* Whether nearly all lines are quoted. */
static gboolean
is_quoted (const char *text)
{
  guint n_lines = 0;
  guint n_quoted = 0;

  for (const char *line = text; *line != '\0' && n_lines < 1000; line = mc_text_next_line (line))
    {
      gsize spaces = strspn (line, " \t");

      if (mc_text_is_blank_line (line))
        continue;
      n_lines++;
      n_quoted += line[spaces] == '>' || line[spaces] == '|' ? 1 : 0;
    }

  return n_lines > 0 && n_quoted * 10 >= n_lines * 8;
}

/* By how much all lines are moved to the right. */
static gsize
measure_indent (const char *text)
{
  gsize indent = G_MAXSIZE;

  for (const char *line = text; *line != '\0' && indent > 0; line = mc_text_next_line (line))
    {
      if (!mc_text_is_blank_line (line))
        indent = MIN (indent, strspn (line, " \t"));
    }

  return indent != G_MAXSIZE ? indent : 0;
}

/* Takes the marks of a quotation from the start of each line. */
static char *
dup_unquoted (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *line = text; *line != '\0'; line = mc_text_next_line (line))
    {
      const char *start = line;

      while (start[strspn (start, " \t")] == '>' || start[strspn (start, " \t")] == '|')
        start += strspn (start, " \t") + 1;
      if (start > line && *start == ' ')
        start++;

      g_string_append_len (plain, start, mc_text_next_line (start) - start);
    }

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static char *
dup_unindented (const char *text,
                gsize       indent)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *line = text; *line != '\0'; line = mc_text_next_line (line))
    {
      const char *start = line + MIN (indent, strspn (line, " \t"));

      g_string_append_len (plain, start, mc_text_next_line (start) - start);
    }

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

/**
 * mc_quotation_dup_plain:
 * @text: a text
 *
 * Returns: (transfer full) (nullable): the text without the marks of a quotation, or
 *   without the space that all lines begin with; %NULL when there is neither
 */
char *
mc_quotation_dup_plain (const char *text)
{
  gsize indent;

  if (is_quoted (text))
    return dup_unquoted (text);

  indent = measure_indent (text);

  return indent > 0 ? dup_unindented (text, indent) : NULL;
}

/* A field of a header, in any language. Returns: (nullable): its standard name; @value: what follows the colon */
static const char *
read_field (const char  *line,
            const char **value)
{
  const char      *start = line + strspn (line, " \t*>|");
  gsize            length = strcspn (start, ":\n*");
  const char      *wide_colon = g_strstr_len (start, MAX_NAME, "：");
  g_autofree char *written = NULL;
  g_autofree char *name = NULL;

  if (wide_colon != NULL && (gsize) (wide_colon - start) < length)
    length = (gsize) (wide_colon - start);
  if (length == 0 || length > MAX_NAME || start[length] == '\n' || start[length] == '\0')
    return NULL;

  written = g_strndup (start, length);
  name = mc_text_dup_lower_utf8 (g_strchomp (written));
  for (gsize i = 0; i < G_N_ELEMENTS (field_names); i++)
    {
      if (g_str_equal (name, field_names[i].name))
        {
          *value = wide_colon == start + length ? wide_colon + strlen ("：") : start + length + strspn (start + length, ":*");
          return field_names[i].standard;
        }
    }

  return NULL;
}

/* Whether the header of a message stands here: who sent it first, and its subject soon after. */
static gboolean
begins_header (const char *line)
{
  const char *value;

  if (g_strcmp0 (read_field (line, &value), "From") != 0)
    return FALSE;

  for (guint i = 0; i < MAX_FIELDS && *line != '\0'; i++)
    {
      line = mc_text_next_line (line);
      if (g_strcmp0 (read_field (line, &value), "Subject") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_forward_mark (const char *line)
{
  const char *start = line + strspn (line, " \t-*=>_");

  for (gsize i = 0; i < G_N_ELEMENTS (forward_marks); i++)
    {
      if (mc_text_has_prefix (start, forward_marks[i]))
        return TRUE;
    }

  return FALSE;
}

/* Where what is forwarded begins, or %NULL. */
static const char *
find_forwarded (const char *text)
{
  for (const char *line = text; *line != '\0'; line = mc_text_next_line (line))
    {
      if (is_forward_mark (line))
        return mc_text_next_line (line);
      if (begins_header (line))
        return line;
    }

  return NULL;
}

/* The header with its standard names, and the rest as it is. */
static char *
dup_standard (const char *text)
{
  g_autoptr (GString) message = g_string_new (NULL);
  const char         *line = text;

  for (; !mc_text_is_blank_line (line); line = mc_text_next_line (line))
    {
      const char *value;
      const char *name = read_field (line, &value);

      if (name != NULL)
        g_string_append_printf (message, "%s:%.*s\n", name, (int) strcspn (value, "\n"), value);
      else
        g_string_append_len (message, line, mc_text_next_line (line) - line);
    }

  g_string_append (message, line);
  return g_string_free_and_steal (g_steal_pointer (&message));
}

/**
 * mc_quotation_dup_forwarded:
 * @text: a text, valid UTF-8
 *
 * Finds a message that a mail program forwarded within a text: after a line that says
 * so, or where a header stands, whose fields may be named in the person's language.
 *
 * Returns: (transfer full) (nullable): the message, with a header as in RFC 5322; or %NULL
 */
char *
mc_quotation_dup_forwarded (const char *text)
{
  const char      *forwarded = find_forwarded (text);
  g_autofree char *plain = forwarded != NULL ? dup_unquoted (forwarded) : NULL;

  return plain != NULL ? dup_standard (plain + strspn (plain, " \t\n")) : NULL;
}
