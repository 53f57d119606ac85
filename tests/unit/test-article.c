/* test-article.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "mc-article.h"
#include "mc-mallard.h"

#define PAGE(content) "<page xmlns='http://projectmallard.org/1.0/' id='x'>" content "</page>"

/* A folder for data, where the tests install translations. */
static char *data_dir;

/* What no page of help may be. */
static const char *const broken_pages[] = {
  "",
  "no page",
  "<page><title>Of no format</title></page>",
  "<html xmlns='http://www.w3.org/1999/xhtml'><title>A website</title></html>",
  PAGE ("<p>Without a title</p>"),
  PAGE ("<title>Cut off</title><p>"),
  "<!DOCTYPE page [<!ENTITY e 'text'>]>" PAGE ("<title>An entity: &e;</title>"),
  "<!DOCTYPE page [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" PAGE ("<title>A file: &e;</title>"),
};

static char *
translation_path (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".page", NULL);

  return g_build_filename (data_dir, "help", "xx", "mail-checkup", name, NULL);
}

static void
install_translation (const char *id,
                     const char *content)
{
  g_autofree char *path = translation_path (id);
  g_autofree char *directory = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
remove_translation (const char *id)
{
  g_autofree char *path = translation_path (id);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static const McBlock *
find_block (McOutline  *outline,
            McBlockKind kind)
{
  for (guint i = 0; i < mc_outline_get_n_blocks (outline); i++)
    {
      const McBlock *block = mc_outline_get_block (outline, i);

      if (block->kind == kind)
        return block;
    }

  return NULL;
}

static gboolean
has_link (const McBlock *block,
          const char    *title,
          const char    *uri)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const McPair *link = g_ptr_array_index (block->items, i);

      if (g_str_equal (link->name, title) && g_str_equal (link->value, uri))
        return TRUE;
    }

  return FALSE;
}

static McOutline *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  McOutline         *article = mc_article_load (id, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_article (void)
{
  g_autoptr (McOutline) article = load ("wrong-password");
  const McBlock        *title = mc_outline_get_block (article, 0);
  const McBlock        *steps = find_block (article, MC_BLOCK_STEPS);
  const McBlock        *links = find_block (article, MC_BLOCK_LINKS);

  g_assert_cmpint (title->kind, ==, MC_BLOCK_HEADING);
  g_assert_cmpuint (title->level, ==, 1);
  g_assert_cmpstr (title->text, ==, "The password is not accepted");
  g_assert_nonnull (steps);
  g_assert_nonnull (g_strstr_len (g_ptr_array_index (steps->items, 0), -1, "your provider’s website with"));
  g_assert_nonnull (links);
  g_assert_true (has_link (links, "Use an app password", "help:mail-checkup/app-password"));
}

/* The index leads to each article, in the order of their titles. */
static void
test_index (void)
{
  g_autoptr (McOutline) article = load (MC_ARTICLE_INDEX);
  g_auto (GStrv)        ids = mc_article_list_ids ();
  g_autofree char      *text = mc_outline_to_markdown (article);

  g_assert_cmpuint (g_strv_length (ids), >, 0);
  g_assert_false (g_strv_contains ((const char *const *) ids, MC_ARTICLE_INDEX));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *title = mc_article_dup_title (ids[i]);
      g_autofree char *uri = mc_article_dup_uri (ids[i]);
      g_autofree char *line = g_strdup_printf ("- [%s](<%s>)\n", title, uri);

      g_assert_nonnull (g_strstr_len (text, -1, line));
      g_assert_cmpstr (mc_article_id_from_uri (uri), ==, ids[i]);
    }
  g_assert_null (mc_article_id_from_uri ("help:mail-checkup/no-such-article"));
  g_assert_null (mc_article_id_from_uri ("https://example.org/wrong-password"));
}

static void
test_unknown (void)
{
  const char *const ids[] = { "no-such-article", "", "../comparison.ini", "../../../etc/passwd", "Wrong-Password" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (McOutline) article = mc_article_load (ids[i], &error);

      g_assert_null (article);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_null (mc_article_dup_title (ids[i]));
      g_assert_false (mc_article_exists (ids[i]));
    }
}

static void
test_translated (void)
{
  g_autofree char *title = NULL;

  install_translation ("app-password", PAGE ("<title>Ein  App-\nKennwort</title>"));
  title = mc_article_dup_title ("app-password");
  g_assert_cmpstr (title, ==, "Ein App- Kennwort");
  remove_translation ("app-password");
}

/* A translation that cannot be read leaves the English article in its place. */
static void
test_broken_translation (void)
{
  g_autofree char *large = g_strnfill (MC_MALLARD_MAX_SIZE, ' ');
  g_autofree char *large_page = g_strconcat (PAGE ("<title>Large</title>"), large, NULL);

  for (gsize i = 0; i <= G_N_ELEMENTS (broken_pages); i++)
    {
      g_autofree char *title = NULL;

      install_translation ("app-password", i < G_N_ELEMENTS (broken_pages) ? broken_pages[i] : large_page);
      title = mc_article_dup_title ("app-password");
      g_assert_cmpstr (title, ==, "Use an app password");
    }
  remove_translation ("app-password");
}

/* What is inside of a paragraph becomes plain text; what it links to follows at the end. */
static void
test_markup (void)
{
  g_autoptr (McOutline) article = NULL;
  const McBlock        *list;
  const McBlock        *links;
  g_autofree char      *text = NULL;

  install_translation ("app-password",
                       PAGE ("<info><link type='guide' xref='index'/><desc>Not shown</desc></info><title>T</title>"
                             "<p>Press <gui>OK</gui>,\n  see <link href='https://example.org/'>the site</link> &amp; "
                             "<link xref='wrong-password'>this</link>.</p><note><p>Take care.</p></note>"
                             "<list><item><p>one</p><p>two</p></item></list>"
                             "<section id='s'><title>S</title><p>a <link href='file:///etc/passwd'>b</link></p></section>"));
  article = load ("app-password");
  remove_translation ("app-password");
  text = mc_outline_to_text (article, FALSE);
  list = find_block (article, MC_BLOCK_LIST);
  links = find_block (article, MC_BLOCK_LINKS);

  g_assert_nonnull (g_strstr_len (text, -1, "\nPress OK, see the site & this.\n\nTake care.\n"));
  g_assert_cmpstr (g_ptr_array_index (list->items, 0), ==, "one two");
  g_assert_nonnull (g_strstr_len (text, -1, "\na b\n"));
  g_assert_null (g_strstr_len (text, -1, "Not shown"));
  g_assert_cmpuint (links->items->len, ==, 2);
  g_assert_true (has_link (links, "the site", "https://example.org/"));
  g_assert_true (has_link (links, "The password is not accepted", "help:mail-checkup/wrong-password"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  data_dir = g_dir_make_tmp ("mail-checkup-test-XXXXXX", NULL);
  g_setenv ("XDG_DATA_DIRS", data_dir, TRUE);
  g_setenv ("LANGUAGE", "xx", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article/article", test_article);
  g_test_add_func ("/article/index", test_index);
  g_test_add_func ("/article/unknown", test_unknown);
  g_test_add_func ("/article/translated", test_translated);
  g_test_add_func ("/article/broken-translation", test_broken_translation);
  g_test_add_func ("/article/markup", test_markup);

  status = g_test_run ();
  g_free (data_dir);
  return status;
}
