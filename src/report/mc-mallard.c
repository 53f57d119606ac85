/* mc-mallard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "mc-mallard.h"

#define NAMESPACE   "http://projectmallard.org/1.0/"
#define MAX_HEADING 4

/* Nothing is fetched, and an entity stays what it is. The limits of libxml2 on depth and expansion are in force. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

/**
 * McMallard:
 *
 * A page of help in the Mallard format, as far as our own pages use it:
 * sections, paragraphs, notes, lists, steps and links.
 */
struct _McMallard
{
  xmlDocPtr  doc;
  xmlNodePtr page;
};

typedef struct
{
  McOutline          *outline;
  McMallardSectionEnd end_section;
  gpointer            user_data;
} Writer;

static void write_blocks (Writer    *writer,
                          xmlNodePtr parent,
                          guint      level);

static void
link_free (gpointer data)
{
  McMallardLink *link = data;

  g_free (link->type);
  g_free (link->xref);
  g_free (link->href);
  g_free (link->text);
  g_free (link);
}

static gboolean
is_named (xmlNodePtr  node,
          const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp ((const char *) node->ns->href, NAMESPACE) == 0 &&
         strcmp ((const char *) node->name, name) == 0;
}

static xmlNodePtr
find_child (xmlNodePtr  parent,
            const char *name)
{
  for (xmlNodePtr node = parent->children; node != NULL; node = node->next)
    {
      if (is_named (node, name))
        return node;
    }

  return NULL;
}

static char *
dup_attribute (xmlNodePtr  node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char    *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static void
append_words (GString    *words,
              const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", parts[i]);
    }
}

/* What is inside, on one line, without markup. */
static char *
dup_text (xmlNodePtr node)
{
  GString *words = g_string_new (NULL);
  xmlChar *content = xmlNodeGetContent (node);

  append_words (words, (const char *) content);
  xmlFree (content);

  return g_string_free (words, FALSE);
}

/* The paragraphs of an item, one after the other on one line. */
static char *
dup_item_text (xmlNodePtr item)
{
  GString *words = g_string_new (NULL);

  for (xmlNodePtr node = item->children; node != NULL; node = node->next)
    {
      g_autofree char *text = NULL;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      text = dup_text (node);
      append_words (words, text);
    }

  return g_string_free (words, FALSE);
}

static void
write_list (Writer     *writer,
            xmlNodePtr  list,
            McBlockKind kind)
{
  McBlock *block = mc_outline_add_items (writer->outline, kind);

  for (xmlNodePtr node = list->children; node != NULL; node = node->next)
    {
      g_autofree char *text = NULL;

      if (!is_named (node, "item"))
        continue;
      text = dup_item_text (node);
      mc_block_add_text (block, text);
    }
}

static void
write_section (Writer    *writer,
               xmlNodePtr section,
               guint      level)
{
  g_autofree char *id = dup_attribute (section, "id");

  write_blocks (writer, section, level);
  if (writer->end_section != NULL)
    writer->end_section (writer->outline, id, writer->user_data);
}

static void
write_block (Writer    *writer,
             xmlNodePtr node,
             guint      level)
{
  if (is_named (node, "title"))
    {
      g_autofree char *text = dup_text (node);

      mc_outline_add_heading (writer->outline, MIN (level, MAX_HEADING), text);
    }
  else if (is_named (node, "p"))
    {
      g_autofree char *text = dup_text (node);

      mc_outline_add_paragraph (writer->outline, text);
    }
  else if (is_named (node, "list"))
    write_list (writer, node, MC_BLOCK_LIST);
  else if (is_named (node, "steps"))
    write_list (writer, node, MC_BLOCK_STEPS);
  else if (is_named (node, "note"))
    write_blocks (writer, node, level + 1);
  else if (is_named (node, "section"))
    write_section (writer, node, level + 1);
}

static void
write_blocks (Writer    *writer,
              xmlNodePtr parent,
              guint      level)
{
  for (xmlNodePtr node = parent->children; node != NULL; node = node->next)
    write_block (writer, node, level);
}

static void
collect_links (xmlNodePtr parent,
               GPtrArray *links)
{
  for (xmlNodePtr node = parent->children; node != NULL; node = node->next)
    {
      if (is_named (node, "link"))
        {
          McMallardLink *link = g_new0 (McMallardLink, 1);

          link->type = dup_attribute (node, "type");
          link->xref = dup_attribute (node, "xref");
          link->href = dup_attribute (node, "href");
          link->text = dup_text (node);
          g_ptr_array_add (links, link);
        }
      else if (node->type == XML_ELEMENT_NODE)
        collect_links (node, links);
    }
}

/**
 * mc_mallard_parse:
 * @page: what is in a page's file
 * @error: return location for a #GIOErrorEnum
 *
 * Reads a page. One that is larger than %MC_MALLARD_MAX_SIZE, has a document
 * type, or is no Mallard page is refused with %G_IO_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): the page
 */
McMallard *
mc_mallard_parse (GBytes  *page,
                  GError **error)
{
  g_autoptr (McMallard) self = g_new0 (McMallard, 1);
  gsize                 size;
  const char           *data = g_bytes_get_data (page, &size);

  if (size > 0 && size <= MC_MALLARD_MAX_SIZE)
    self->doc = xmlReadMemory (data, (int) size, NULL, NULL, PARSE_OPTIONS);
  if (self->doc != NULL && self->doc->intSubset == NULL)
    self->page = xmlDocGetRootElement (self->doc);

  if (self->page == NULL || !is_named (self->page, "page") || find_child (self->page, "title") == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The file is not a page of help.");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
mc_mallard_free (McMallard *self)
{
  xmlFreeDoc (self->doc);
  g_free (self);
}

/**
 * mc_mallard_dup_title:
 * @self: a page
 *
 * Returns: (transfer full): the page's title
 */
char *
mc_mallard_dup_title (McMallard *self)
{
  return dup_text (find_child (self->page, "title"));
}

/**
 * mc_mallard_list_links:
 * @self: a page
 *
 * Returns: (transfer full) (element-type McMallardLink): all links of the page,
 *   in order: those about the page, and those within the text
 */
GPtrArray *
mc_mallard_list_links (McMallard *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (link_free);

  collect_links (self->page, links);
  return links;
}

/**
 * mc_mallard_write:
 * @self: a page
 * @outline: where to write it
 * @end_section: (nullable): called at the end of each section
 * @user_data: for @end_section
 *
 * Adds the page to an outline: its title at level 1, and its sections below.
 * Links stay as what they say.
 */
void
mc_mallard_write (McMallard          *self,
                  McOutline          *outline,
                  McMallardSectionEnd end_section,
                  gpointer            user_data)
{
  Writer writer = { outline, end_section, user_data };

  write_blocks (&writer, self->page, 1);
}
