/* mc-article.c
 *
 * The help articles, one for each id that the causes name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-article.h"
#include "mc-help-resources.h"
#include "mc-mallard.h"

#define RESOURCE_DIR "/org/mailcheckup/MailCheckup/help/"
#define URI_PREFIX   "help:" GETTEXT_PACKAGE "/"
#define SUFFIX       ".page"

static char *
resource_path (const char *id)
{
  return g_strconcat (RESOURCE_DIR, id, SUFFIX, NULL);
}

static char *
installed_path (const char *directory,
                const char *language,
                const char *id)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return g_build_filename (directory, "help", language, GETTEXT_PACKAGE, name, NULL);
}

/* Of a page that is too large no more than shows that it is. */
static GBytes *
read_installed (const char *directory,
                const char *language,
                const char *id)
{
  g_autofree char             *path = installed_path (directory, language, id);
  g_autoptr (GFile)            file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    return NULL;

  return g_input_stream_read_bytes (G_INPUT_STREAM (stream), MC_MALLARD_MAX_SIZE + 1, NULL, NULL);
}

/* A translation that cannot be read is as good as none. */
static McMallard *
open_translation (const char *language,
                  const char *id)
{
  const char *const *directories = g_get_system_data_dirs ();

  for (guint i = 0; directories[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = read_installed (directories[i], language, id);
      McMallard         *page = bytes != NULL ? mc_mallard_parse (bytes, NULL) : NULL;

      if (page != NULL)
        return page;
    }

  return NULL;
}

static McMallard *
open_own (const char *id,
          GError    **error)
{
  g_autofree char   *path = resource_path (id);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (mc_help_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no article “%s”.", id);
      return NULL;
    }

  return mc_mallard_parse (bytes, error);
}

/* The page in the first of the person's languages that has it; “C” stands for our own. */
static McMallard *
open_page (const char *id,
           GError    **error)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; mc_article_exists (id) && languages[i] != NULL && !g_str_equal (languages[i], "C"); i++)
    {
      McMallard *page = open_translation (languages[i], id);

      if (page != NULL)
        return page;
    }

  return open_own (id, error);
}

static gboolean
belongs_to (const char *id,
            const char *section)
{
  g_autofree char      *guide = g_strconcat (MC_ARTICLE_INDEX "#", section, NULL);
  g_autoptr (McMallard) page = open_own (id, NULL);
  g_autoptr (GPtrArray) links = mc_mallard_list_links (page);

  for (guint i = 0; i < links->len; i++)
    {
      const McMallardLink *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (link->type, "guide") == 0 && g_strcmp0 (link->xref, guide) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_article (McBlock    *block,
             const char *id)
{
  g_autofree char *title = mc_article_dup_title (id);
  g_autofree char *uri = mc_article_dup_uri (id);

  if (title != NULL)
    mc_block_add_pair (block, title, uri);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const McPair *first = *(const McPair *const *) a;
  const McPair *second = *(const McPair *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The articles of a section of the index, as Yelp lists them. */
static void
add_topic (McOutline  *outline,
           const char *section,
           gpointer    user_data)
{
  g_auto (GStrv) ids = mc_article_list_ids ();
  McBlock       *block;

  if (section == NULL)
    return;

  block = mc_outline_add_items (outline, MC_BLOCK_LINKS);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (belongs_to (ids[i], section))
        add_article (block, ids[i]);
    }
  g_ptr_array_sort (block->items, compare_titles);
}

static gboolean
is_to_follow (const McMallardLink *link)
{
  return link->type == NULL || g_str_equal (link->type, "seealso");
}

static void
add_websites (McBlock   *block,
              GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const McMallardLink *link = g_ptr_array_index (links, i);

      if (is_to_follow (link) && link->href != NULL && g_str_has_prefix (link->href, "https://"))
        mc_block_add_pair (block, link->text, link->href);
    }
}

static void
add_articles (McBlock    *block,
              GPtrArray  *links,
              const char *self_id)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < links->len; i++)
    {
      const McMallardLink *link = g_ptr_array_index (links, i);

      if (is_to_follow (link) && link->xref != NULL && !g_str_equal (link->xref, self_id) &&
          g_hash_table_add (seen, link->xref))
        add_article (block, link->xref);
    }
}

static void
add_see_also (McOutline  *outline,
              McMallard  *page,
              const char *id)
{
  g_autoptr (GPtrArray) links = mc_mallard_list_links (page);
  gboolean              is_any = FALSE;
  McBlock              *block;

  for (guint i = 0; i < links->len; i++)
    is_any |= is_to_follow (g_ptr_array_index (links, i));
  if (!is_any)
    return;

  mc_outline_add_heading (outline, 2, _ ("See also"));
  block = mc_outline_add_items (outline, MC_BLOCK_LINKS);
  add_websites (block, links);
  add_articles (block, links, id);
}

/**
 * mc_article_list_ids:
 *
 * Returns: (transfer full): the ids of all articles, sorted, without the index
 */
GStrv
mc_article_list_ids (void)
{
  g_auto (GStrv)           names = g_resource_enumerate_children (mc_help_get_resource (), RESOURCE_DIR,
                                                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GStrv                    list;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (names[i], strlen (names[i]) - strlen (SUFFIX));

      if (!g_str_equal (id, MC_ARTICLE_INDEX))
        g_strv_builder_add (ids, id);
    }

  list = g_strv_builder_end (ids);
  g_sort_array (list, g_strv_length (list), sizeof (char *), compare_ids, NULL);
  return list;
}

/**
 * mc_article_exists:
 * @id: an article's id, or what may be one
 *
 * Returns: whether there is an article with this id; the index is one
 */
gboolean
mc_article_exists (const char *id)
{
  g_autofree char *path = resource_path (id);

  return g_resource_get_info (mc_help_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/**
 * mc_article_is_installed:
 * @id: an article's id
 *
 * Returns: whether a help viewer finds the article at its address
 */
gboolean
mc_article_is_installed (const char *id)
{
  const char *const *directories = g_get_system_data_dirs ();

  for (guint i = 0; mc_article_exists (id) && directories[i] != NULL; i++)
    {
      g_autofree char *path = installed_path (directories[i], "C", id);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }

  return FALSE;
}

/**
 * mc_article_dup_title:
 * @id: an article's id
 *
 * Returns: (transfer full) (nullable): its title, in the person's language
 */
char *
mc_article_dup_title (const char *id)
{
  g_autoptr (McMallard) page = open_page (id, NULL);

  return page != NULL ? mc_mallard_dup_title (page) : NULL;
}

/**
 * mc_article_dup_uri:
 * @id: an article's id
 *
 * Returns: (transfer full): the address at which a help viewer shows it
 */
char *
mc_article_dup_uri (const char *id)
{
  return g_strconcat (URI_PREFIX, id, NULL);
}

/**
 * mc_article_id_from_uri:
 * @uri: the address of a link in an article
 *
 * Returns: (transfer none) (nullable): the id of the article it leads to, or
 *   %NULL when it leads elsewhere
 */
const char *
mc_article_id_from_uri (const char *uri)
{
  const char *id = uri + strlen (URI_PREFIX);

  return g_str_has_prefix (uri, URI_PREFIX) && mc_article_exists (id) ? id : NULL;
}

/**
 * mc_article_load:
 * @id: an article's id, or %MC_ARTICLE_INDEX
 * @error: return location for a #GIOErrorEnum
 *
 * Reads an article in the person's language. Its title is the first heading.
 * What it links to follows at the end: websites, and other articles by their
 * address (see mc_article_id_from_uri()). An id that no article has fails with
 * %G_IO_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the article
 */
McOutline *
mc_article_load (const char *id,
                 GError    **error)
{
  g_autoptr (McMallard) page = open_page (id, error);
  gboolean              is_index = g_str_equal (id, MC_ARTICLE_INDEX);
  McOutline            *outline;

  if (page == NULL)
    return NULL;

  outline = mc_outline_new ();
  mc_mallard_write (page, outline, is_index ? add_topic : NULL, NULL);
  add_see_also (outline, page, id);

  return outline;
}
