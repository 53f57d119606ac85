/* test-mime.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mime.h"

/* The example of RFC 2046 section 5.1.1: what stands before the first delimiter and after the last does not count. */
#define EXAMPLE                                                   \
  "From: Nathaniel Borenstein <nsb@bellcore.com>\n"               \
  "Subject: Sample message\n"                                     \
  "MIME-Version: 1.0\n"                                           \
  "Content-type: multipart/mixed; boundary=\"simple boundary\"\n" \
  "\n"                                                            \
  "This is the preamble.  It is to be ignored.\n"                 \
  "\n"                                                            \
  "--simple boundary\n"                                           \
  "\n"                                                            \
  "This is implicitly typed plain US-ASCII text.\n"               \
  "It does NOT end with a linebreak.\n"                           \
  "--simple boundary\n"                                           \
  "Content-type: text/plain; charset=us-ascii\n"                  \
  "\n"                                                            \
  "This is explicitly typed plain US-ASCII text.\n"               \
  "It DOES end with a linebreak.\n"                               \
  "\n"                                                            \
  "--simple boundary--\n"                                         \
  "\n"                                                            \
  "This is the epilogue.  It is also to be ignored.\n"

/* A line a part: type, “:” and content. */
static void
on_part (const McMimeEntity *part,
         const char         *type,
         gpointer            user_data)
{
  gsize            length;
  g_autofree char *content = mc_mime_entity_dup_content (part, G_MAXSIZE, &length);

  g_assert_cmpuint (length, >=, strlen (content));
  g_string_append_printf (user_data, "[%s:%s]", type, content);
}

static char *
list_parts (const char *text)
{
  McMimeEntity message;
  GString     *found = g_string_new (NULL);

  mc_mime_entity_init (&message, text, strlen (text));
  mc_mime_entity_walk (&message, on_part, found);

  return g_string_free_and_steal (found);
}

static void
test_example (void)
{
  g_autofree char *found = list_parts (EXAMPLE);

  g_assert_cmpstr (found, ==,
                   "[text/plain:This is implicitly typed plain US-ASCII text.\nIt does NOT end with a linebreak.]"
                   "[text/plain; charset=us-ascii:This is explicitly typed plain US-ASCII text.\nIt DOES end with a linebreak.\n]");
}

static const struct
{
  const char *title;
  const char *message;
  const char *parts;
} structures[] = {
  { "no header field at all", "\nHello\n", "[text/plain:Hello\n]" },
  { "no empty line: the header ends where lines cease to look like one", "Subject: x\nHello you\n", "[text/plain:Hello you\n]" },
  { "a type that is none", "Content-Type: rubbish\n\nHello\n", "[text/plain:Hello\n]" },
  { "one within another, whose boundary begins alike (RFC 2046 section 5.1.2)",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n"
    "--bb\n\none\n--bb\n\ntwo\n--bb--\n--b\n\nthree\n--b--\n",
    "[text/plain:one][text/plain:two][text/plain:three]" },
  { "no last delimiter", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo\n", "[text/plain:one][text/plain:two\n]" },
  { "white space after a delimiter", "Content-Type: multipart/mixed; boundary=b\n\n--b  \n\none\n--b-- \n", "[text/plain:one]" },
  { "a delimiter within a line is none", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\na --b\n--bc\n--b--\n", "[text/plain:a --b\n--bc]" },
  { "a part of a digest is a message (RFC 2046 section 5.1.5)",
    "Content-Type: multipart/digest; boundary=b\n\n--b\n\nFrom: a@example.org\n\nHi\n--b--\n", "[message/rfc822:From: a@example.org\n\nHi]" },
  { "an empty part", "Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n\n--b--\n", "[text/plain:][text/plain:]" },
  { "the boundary never comes", "Content-Type: multipart/mixed; boundary=b\n\nHello\n", "" },
  { "no boundary is named", "Content-Type: multipart/mixed\n\n--b\n\nHello\n", "" },
  { "folded and quoted, with other parameters around",
    "Content-Type: Multipart/Report;\n report-type=\"a; boundary=wrong\";\n\tBOUNDARY = \"a\\\"b\"\n\n--a\"b\n\none\n--a\"b--\n", "[text/plain:one]" },
};

static void
test_structures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (structures); i++)
    {
      g_autofree char *found = list_parts (structures[i].message);

      g_test_message ("%s", structures[i].title);
      g_assert_cmpstr (found, ==, structures[i].parts);
    }
}

/* RFC 2045 section 6.7 and 6.8; RFC 4648 section 10 has the base64 of “foobar”. */
static void
test_content (void)
{
  static const struct
  {
    const char *header;
    const char *body;
    const char *content;
  } rows[] = {
    { "Content-Transfer-Encoding: base64\n", "Zm9v\nYmFy\n", "foobar" },
    { "Content-Transfer-Encoding: BASE64\n", "Zm9vY!!mFy", "foobar" },
    { "Content-Transfer-Encoding: quoted-printable\n", "Now's the time =\nfor=20all=3D\n", "Now's the time for all=\n" },
    { "Content-Transfer-Encoding: 8bit\n", "a=20b\n", "a=20b\n" },
    { "Content-Transfer-Encoding: something\n", "a=20b\n", "a=20b\n" },
    { "", "a=20b\n", "a=20b\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (rows[i].header, "\n", rows[i].body, NULL);
      McMimeEntity     part;
      gsize            length;
      g_autofree char *content = NULL;

      mc_mime_entity_init (&part, text, strlen (text));
      content = mc_mime_entity_dup_content (&part, G_MAXSIZE, &length);
      g_assert_cmpstr (content, ==, rows[i].content);
      g_assert_cmpuint (length, ==, strlen (rows[i].content));
    }
}

static void
test_fields (void)
{
  static const char text[] = "Subject: one\n two\n\tthree\nSubjects: no\nX: \nTo : anna@example.org\nfrom:ben@example.net\n\nCc: body\n";
  McMimeEntity      message;
  g_autofree char  *subject = NULL;
  g_autofree char  *to = NULL;
  g_autofree char  *from = NULL;

  mc_mime_entity_init (&message, text, strlen (text));
  subject = mc_mime_entity_dup_field (&message, "Subject");
  to = mc_mime_entity_dup_field (&message, "To");
  from = mc_mime_entity_dup_field (&message, "From");
  g_assert_cmpstr (subject, ==, "one two\tthree");
  g_assert_cmpstr (to, ==, "anna@example.org");
  g_assert_cmpstr (from, ==, "ben@example.net");
  g_assert_null (mc_mime_entity_dup_field (&message, "X"));
  g_assert_null (mc_mime_entity_dup_field (&message, "Cc"));
  g_assert_null (mc_mime_entity_dup_field (&message, "Subj"));
}

/* How deep and how many is bounded, however large a message is made. */
static void
test_bounds (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("Content-Type: multipart/mixed; boundary=b\n\n");
  g_autofree char    *deep_parts = NULL;
  g_autofree char    *wide_parts = NULL;
  g_auto (GStrv)      parts = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
      g_string_append (wide, "--b\n\nx\n");
    }

  deep_parts = list_parts (deep->str);
  wide_parts = list_parts (wide->str);
  parts = g_strsplit (wide_parts, "][", -1);
  g_assert_cmpstr (deep_parts, ==, "");
  g_assert_cmpuint (g_strv_length (parts), <, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mime/example", test_example);
  g_test_add_func ("/mime/structures", test_structures);
  g_test_add_func ("/mime/content", test_content);
  g_test_add_func ("/mime/fields", test_fields);
  g_test_add_func ("/mime/bounds", test_bounds);

  return g_test_run ();
}
