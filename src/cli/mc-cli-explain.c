/* mc-cli-explain.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "mc-cli.h"
#include "mc-explanation.h"
#include "mc-text.h"

/* Lines of JSON are written together, not one by one. */
#define MAX_WAITING (64 * 1024)

typedef char *(*Write) (McOutline *outline);

/*
 * @expected: what the files are read as
 * @outline: (nullable): where they are explained; %NULL for JSON
 * @lines: JSON that was not written yet
 * @has_several: whether there is more than one
 * @exit: the worst that happened
 */
typedef struct
{
  McInputKind expected;
  McOutline  *outline;
  GString    *lines;
  gboolean    has_several;
  McExit      exit;
} Explain;

static char *
to_text (McOutline *outline)
{
  return mc_outline_to_text (outline, isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL);
}

static const struct
{
  const char *name;
  Write       write;
} formats[] = {
  { "text", to_text },
  { "json", NULL },
  { "markdown", mc_outline_to_markdown },
  { "html", mc_outline_to_html },
};

/* Reads to the end, or until it is more than is looked at. Returns: an errno, or 0 */
static int
read_all (int         fd,
          GByteArray *bytes)
{
  guint8 buffer[64 * 1024];

  while (bytes->len <= MC_INPUT_MAX_SIZE)
    {
      gssize n = read (fd, buffer, sizeof buffer);

      if (n == 0)
        return 0;
      if (n < 0 && errno != EINTR)
        return errno;
      if (n > 0)
        g_byte_array_append (bytes, buffer, (guint) n);
    }

  return EFBIG;
}

/* Returns: (nullable): why the file could not be read, translated */
static char *
read_file (const char *file,
           GByteArray *bytes)
{
  gboolean is_stdin = g_str_equal (file, "-");
  int      fd = is_stdin ? STDIN_FILENO : open (file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  int      error = fd < 0 ? errno : read_all (fd, bytes);

  if (fd >= 0 && !is_stdin)
    close (fd);
  if (error == 0)
    return NULL;
  if (error == EFBIG)
    return g_strdup (_ ("it is larger than 100 MB; save the one message that came back, and open that"));

  return g_strdup (g_strerror (error));
}

static McExit
worse (McExit one,
       McExit other)
{
  return MAX (one, other);
}

static void
write_lines (Explain *self)
{
  self->exit = worse (self->exit, mc_cli_write (self->lines->str, MC_EXIT_NOTHING_WRONG));
  g_string_truncate (self->lines, 0);
}

static void
add_line (Explain    *self,
          const char *line)
{
  g_string_append (self->lines, line);
  if (self->lines->len > MAX_WAITING)
    write_lines (self);
}

/* A file that cannot be read is told, and the rest goes on. */
static void
explain_error (Explain    *self,
               const char *file,
               const char *error)
{
  self->exit = worse (self->exit, MC_EXIT_COULD_NOT_RUN);

  /* Translators: the first %s is a file, the second the reason */
  mc_cli_error (_ ("“%s” could not be read: %s"), file, error);
  if (self->outline == NULL)
    {
      g_autofree char *line = mc_explanation_error_to_json (file, error);

      add_line (self, line);
    }
}

static void
explain_file (Explain    *self,
              const char *file)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char       *safe = mc_text_make_safe (file, -1, 1000);
  g_autofree char       *error = read_file (file, bytes);
  g_autoptr (McInput)    input = NULL;

  if (error != NULL)
    {
      explain_error (self, safe, error);
      return;
    }

  /* An empty array has no bytes at all, not even an end. */
  input = mc_input_read (bytes->len > 0 ? (const char *) bytes->data : "", bytes->len, self->expected);
  if (input->kind == MC_INPUT_UNKNOWN)
    self->exit = worse (self->exit, MC_EXIT_PROBLEM);

  if (self->outline != NULL)
    mc_explanation_add (input, self->has_several ? safe : NULL, self->outline);
  else
    {
      g_autofree char *line = mc_explanation_to_json (input, safe);

      add_line (self, line);
    }
}

static McExit
explain_all (Explain           *self,
             const char *const *files,
             Write              write)
{
  g_autoptr (McOutline) outline = write != NULL ? mc_outline_new () : NULL;
  g_autoptr (GString)   lines = g_string_new (NULL);

  self->outline = outline;
  self->lines = lines;
  self->has_several = files[0] != NULL && files[1] != NULL;
  for (guint i = 0; files[i] != NULL; i++)
    explain_file (self, files[i]);
  write_lines (self);

  if (write != NULL && mc_outline_get_n_blocks (outline) > 0)
    {
      g_autofree char *text = write (outline);

      return mc_cli_write (text, self->exit);
    }

  return self->exit;
}

/**
 * mc_cli_explain:
 * @arguments: the words after `explain`
 *
 * Explains a bounce, or what a server said.
 *
 * Returns: the exit status
 */
McExit
mc_cli_explain (const char *const *arguments)
{
  g_autofree char   *as = NULL;
  g_autofree char   *format = NULL;
  g_auto (GStrv)     files = NULL;
  const char *const  standard_input[] = { "-", NULL };
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_ ("What it is: bounce, headers, log or reply; found out when not given"),
      N_ ("KIND") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to write it: text, json, markdown or html"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = mc_command_options (mc_command_find ("explain"));
  g_auto (GStrv)             copy = g_strdupv ((GStrv) arguments);
  g_autoptr (GError)         error = NULL;
  Explain                    self = { .expected = MC_INPUT_UNKNOWN, .exit = MC_EXIT_NOTHING_WRONG };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &copy, &error))
    return mc_cli_wrong_call (error->message);
  if (as != NULL && !mc_input_kind_from_id (as, &self.expected))
    return mc_cli_wrong_call (_ ("What it is is one of bounce, headers, log and reply"));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (format == NULL || g_str_equal (format, formats[i].name))
        return explain_all (&self, files != NULL ? (const char *const *) files : standard_input, formats[i].write);
    }

  return mc_cli_wrong_call (_ ("The format is one of text, json, markdown and html"));
}
