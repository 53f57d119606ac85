/* mc-markup-text.c
 *
 * The words of an HTML text. Nothing of it is ever rendered or loaded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-markup-text.h"
#include "mc-text.h"

typedef struct
{
  const char *name;
  const char *text;
} Entity;

static const Entity entities[] = {
  { "lt", "<" },
  { "gt", ">" },
  { "amp", "&" },
  { "quot", "\"" },
  { "apos", "'" },
  { "nbsp", " " },
};

/* After these a new line begins; all that is between the last two is no text. */
static const char *const line_tags[] = { "br", "p", "/p", "div", "/div", "tr", "/tr", "li", "/li", "hr", "/td", "/h1", "/h2", "/h3", "/pre", "/table" };
static const char *const silent_tags[] = { "style", "script" };

static gboolean
is_tag (const char *tag,
        const char *name)
{
  return mc_text_has_prefix (tag, name) && !g_ascii_isalnum (tag[strlen (name)]);
}

static const char *
skip_silence (const char *p,
              const char *name)
{
  g_autofree char *close = g_strconcat ("</", name, NULL);

  while (*p != '\0' && !mc_text_has_prefix (p, close))
    p++;

  return p;
}

/* @p is at “<”. Returns: what comes after the tag */
static const char *
read_tag (const char *p,
          GString    *text)
{
  const char *tag = p + 1;
  const char *end = strchr (p, '>');

  if (end == NULL)
    return p + strlen (p);

  for (guint i = 0; i < G_N_ELEMENTS (silent_tags); i++)
    {
      if (is_tag (tag, silent_tags[i]))
        return skip_silence (end, silent_tags[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (line_tags); i++)
    {
      if (is_tag (tag, line_tags[i]))
        {
          g_string_append_c (text, '\n');
          break;
        }
    }

  return end + 1;
}

/* @p is at “&”. Returns: what comes after the entity */
static const char *
read_entity (const char *p,
             GString    *text)
{
  gsize length = strcspn (p + 1, "; \t\n<&");

  for (guint i = 0; p[1 + length] == ';' && i < G_N_ELEMENTS (entities); i++)
    {
      if (length == strlen (entities[i].name) && mc_text_has_prefix (p + 1, entities[i].name))
        {
          g_string_append (text, entities[i].text);
          return p + length + 2;
        }
    }

  if (p[1] == '#' && p[1 + length] == ';' && length < 9)
    {
      gboolean is_hex = p[2] == 'x' || p[2] == 'X';
      guint64  c = g_ascii_strtoull (p + (is_hex ? 3 : 2), NULL, is_hex ? 16 : 10);

      if (c >= ' ' && c < 0x110000 && g_unichar_validate ((gunichar) c))
        g_string_append_unichar (text, (gunichar) c);
      return p + length + 2;
    }

  g_string_append_c (text, '&');
  return p + 1;
}

/**
 * mc_markup_text_extract:
 * @html: an HTML text
 *
 * Returns: (transfer full): its words, one paragraph a line
 */
char *
mc_markup_text_extract (const char *html)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (html) + 1);

  for (const char *p = html; *p != '\0';)
    {
      if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
        p = read_tag (p, text);
      else if (*p == '&')
        p = read_entity (p, text);
      else
        g_string_append_c (text, *p++);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
