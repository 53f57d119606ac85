/* test-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

#include "mc-provider.h"

/* A domain whose neighbours are somebody else's is not suggested. */
#define MIN_NAME_LENGTH 5

typedef struct
{
  const char *typed;
  const char *expected;
} Pair;

static const Pair addresses[] = {
  { "gmail.com", "Gmail" },
  { "GMail.com", "Gmail" },
  { "hotmail.co.uk", "Outlook.com" },
  { "web.de", "WEB.DE" },
  { "me.com", "iCloud" },
  { "cox.net", "Cox" },
  { "example.org", NULL },
  { "gmail.com.example.org", NULL },
  { "mail.gmail.com", NULL },
  { "", NULL },
};

static const Pair hosts[] = {
  { "imap.gmail.com", "Gmail" },
  { "aspmx.l.google.com", "Gmail" },
  { "outlook.office365.com", "Microsoft 365" },
  { "imap.mail.yahoo.com", "Yahoo Mail" },
  { "Secure.EmailSrvr.com", "Rackspace Email" },
  { "posteo.de", "Posteo" },
  { "notposteo.de", NULL },
  { "imap.gmail.com.example.org", NULL },
  { "imap.example.org", NULL },
};

static const Pair suggestions[] = {
  { "gmial.com", "gmail.com" },
  { "gmal.com", "gmail.com" },
  { "gmaill.com", "gmail.com" },
  { "gmsil.com", "gmail.com" },
  { "gmail.co", "gmail.com" },
  { "Gmail.cmo", "gmail.com" },
  { "hotnail.com", "hotmail.com" },
  { "outlok.com", "outlook.com" },
  { "yaho.com", "yahoo.com" },
  { "iclod.com", "icloud.com" },
  { "t-onlin.de", "t-online.de" },
  /* Two letters are wrong */
  { "gmiall.com", NULL },
  { "gmx.com", NULL },
  /* These are what they say */
  { "gmail.com", NULL },
  { "ymail.com", NULL },
  { "email.com", NULL },
  { "mail.com", NULL },
  { "yahoo.in", NULL },
  { "yahoo.ie", NULL },
  { "hotmail.se", NULL },
  /* Short domains have many neighbours */
  { "gmy.de", NULL },
  { "web.do", NULL },
  { "ma.com", NULL },
  { "example.org", NULL },
  { "a", NULL },
  { "", NULL },
};

static void
assert_title (const McProvider *provider,
              const Pair       *pair)
{
  g_test_message ("%s", pair->typed);
  g_assert_cmpstr (provider != NULL ? mc_provider_get_title (provider) : NULL, ==, pair->expected);
}

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    assert_title (mc_provider_find (addresses[i].typed), &addresses[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    assert_title (mc_provider_find_by_host (hosts[i].typed), &hosts[i]);

  g_assert_null (mc_provider_find (NULL));
  g_assert_null (mc_provider_find_by_host (NULL));
}

static void
test_suggest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autofree char *domain = mc_provider_suggest_domain (suggestions[i].typed);

      g_test_message ("%s", suggestions[i].typed);
      g_assert_cmpstr (domain, ==, suggestions[i].expected);
    }

  g_assert_null (mc_provider_suggest_domain (NULL));
}

/* Each known provider has a name, and its pages can be opened safely. */
static void
test_table (void)
{
  const McProvider *provider;
  guint             n_webmail = 0;

  for (guint i = 0; (provider = mc_provider_get_nth (i)) != NULL; i++)
    {
      g_test_message ("%s", mc_provider_get_id (provider));
      g_assert_nonnull (mc_provider_get_title (provider));
      g_assert_null (mc_provider_get_link (provider, MC_PROVIDER_LINK_NONE));
      n_webmail += mc_provider_get_link (provider, MC_PROVIDER_LINK_WEBMAIL) != NULL;

      for (int link = MC_PROVIDER_LINK_WEBMAIL; link < MC_N_PROVIDER_LINKS; link++)
        {
          const char      *uri = mc_provider_get_link (provider, (McProviderLink) link);
          g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;

          g_assert_true (uri == NULL || (parsed != NULL && g_str_equal (g_uri_get_scheme (parsed), "https")));
        }
    }

  g_assert_cmpuint (n_webmail, >, 60);
  g_assert_cmpstr (mc_provider_get_link (mc_provider_find ("gmail.com"), MC_PROVIDER_LINK_APP_PASSWORD), ==,
                   "https://myaccount.google.com/apppasswords");
  g_assert_null (mc_provider_get_link (NULL, MC_PROVIDER_LINK_WEBMAIL));
}

/* In the file, since the lists of domains have no other use. */
static void
test_file (void)
{
  g_autofree char       *path = g_test_build_filename (G_TEST_DIST, "data", "providers.ini", NULL);
  g_autoptr (GKeyFile)   file = g_key_file_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv)         groups = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) domains = g_key_file_get_string_list (file, groups[i], "Domains", NULL, NULL);
      g_auto (GStrv) suggested = g_key_file_get_string_list (file, groups[i], "Suggest", NULL, NULL);

      for (guint j = 0; domains != NULL && domains[j] != NULL; j++)
        {
          g_test_message ("%s", domains[j]);
          g_assert_true (g_hash_table_add (seen, g_strdup (domains[j])));
        }
      for (guint j = 0; suggested != NULL && suggested[j] != NULL; j++)
        {
          g_test_message ("%s", suggested[j]);
          g_assert_true (g_strv_contains ((const char *const *) domains, suggested[j]));
          g_assert_cmpint (strchr (suggested[j], '.') - suggested[j], >=, MIN_NAME_LENGTH);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provider/find", test_find);
  g_test_add_func ("/provider/suggest", test_suggest);
  g_test_add_func ("/provider/table", test_table);
  g_test_add_func ("/provider/file", test_file);

  return g_test_run ();
}
