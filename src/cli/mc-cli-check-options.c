/* mc-cli-check-options.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mc-cli-check-options.h"
#include "mc-cli.h"
#include "mc-question.h"
#include "mc-text.h"

#define DEFAULT_TIMEOUT   60
#define MAX_TIMEOUT       3600
#define MAX_ADDRESS_BYTES 100000
#define MAX_SHOWN         60

/* The call as it was typed. */
typedef struct
{
  char    *incoming;
  char    *outgoing;
  char    *user;
  gboolean password_stdin;
  gboolean token_stdin;
  gboolean password_stored;
  gboolean no_password;
  char    *symptom;
  GStrv    answers;
  char    *message;
  int      timeout;
  char    *account;
  gboolean no_third_party;
  char    *format;
  gboolean show_personal;
  gboolean quiet;
  gboolean verbose;
  GStrv    addresses;
} Call;

typedef struct
{
  const char *id;
  McFormat    format;
} FormatRow;

static const FormatRow formats[] = {
  { "text", mc_report_to_text },
  { "markdown", mc_report_to_markdown },
  { "html", mc_report_to_html },
  { "json", mc_report_to_json },
};

static void
call_clear (Call *call)
{
  g_free (call->incoming);
  g_free (call->outgoing);
  g_free (call->user);
  g_free (call->symptom);
  g_strfreev (call->answers);
  g_free (call->message);
  g_free (call->account);
  g_free (call->format);
  g_strfreev (call->addresses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
parse_call (Call              *call,
            const char *const *arguments,
            GError           **error)
{
  const GOptionEntry entries[] = {
    { "incoming", 0, 0, G_OPTION_ARG_STRING, &call->incoming,
      N_ ("Server to read messages from: imap (port 993) or pop3 (995); SECURITY is tls, starttls or none"),
      N_ ("PROTO:HOST[:PORT][/SECURITY]") },
    { "outgoing", 0, 0, G_OPTION_ARG_STRING, &call->outgoing,
      N_ ("Server to send messages by (port 465); SECURITY is tls, starttls or none"),
      N_ ("smtp:HOST[:PORT][/SECURITY]") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &call->user,
      N_ ("Sign-in name, when it is not the address"), N_ ("NAME") },
    { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &call->password_stdin,
      N_ ("Read the password from standard input"), NULL },
    { "token-stdin", 0, 0, G_OPTION_ARG_NONE, &call->token_stdin,
      N_ ("Read an OAuth 2 access token from standard input"), NULL },
    { "password-stored", 0, 0, G_OPTION_ARG_NONE, &call->password_stored,
      N_ ("Use the password that Mail Checkup keeps in the keyring"), NULL },
    { "no-password", 0, 0, G_OPTION_ARG_NONE, &call->no_password,
      N_ ("Test everything up to the sign-in"), NULL },
    { "symptom", 0, 0, G_OPTION_ARG_STRING, &call->symptom,
      N_ ("What is wrong: cannot-connect, not-receiving, cannot-send, bounced, marked-as-spam, delayed or everything"), N_ ("ID") },
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->answers,
      N_ ("Answer a question that “questions” lists; can be given several times"), N_ ("QUESTION=ANSWER") },
    { "message", 0, 0, G_OPTION_ARG_FILENAME, &call->message,
      N_ ("The bounce or message it is about (not available yet)"), N_ ("FILE") },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &call->timeout,
      N_ ("Bound on the whole run (default 60)"), N_ ("SECONDS") },
    { "account", 0, 0, G_OPTION_ARG_STRING, &call->account,
      N_ ("An account found on this computer (not available yet)"), N_ ("ID") },
    { "no-third-party", 0, 0, G_OPTION_ARG_NONE, &call->no_third_party,
      N_ ("Ask nobody but your own network and provider"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &call->format,
      N_ ("How to write the report: text, markdown, html or json"), N_ ("FORMAT") },
    { "show-personal", 0, 0, G_OPTION_ARG_NONE, &call->show_personal,
      N_ ("Leave addresses and names in the report; passwords are hidden always"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &call->quiet,
      N_ ("Show no progress"), NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &call->verbose,
      N_ ("Add the dialogue with the servers, without passwords"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->addresses, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = mc_command_options (mc_command_find ("check"));
  g_auto (GStrv)             copy = g_strdupv ((GStrv) arguments);

  call->timeout = DEFAULT_TIMEOUT;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, &copy, error);
}

/* What the contract promises and a later version brings. */
static const char *
find_unavailable (const Call *call)
{
  if (call->message != NULL)
    return "--message";
  if (call->account != NULL)
    return "--account";

  return NULL;
}

static gboolean
is_alone (const Call *call)
{
  return call->password_stdin + call->token_stdin + call->password_stored + call->no_password <= 1;
}

/* What is wrong with the call, apart from its servers. */
static const char *
problem_with (const Call *call)
{
  if (call->addresses == NULL)
    return _ ("The address to check is missing");
  if (g_strv_length (call->addresses) > 1)
    return _ ("Give one address; words with spaces need quotes");
  if (strlen (call->addresses[0]) > MAX_ADDRESS_BYTES)
    return _ ("The address is too long");
  if (!is_alone (call))
    return _ ("Give only one of --password-stdin, --token-stdin, --password-stored and --no-password");
  if (call->timeout < 1 || call->timeout > MAX_TIMEOUT)
    return _ ("The timeout is not a number of seconds from 1 to 3600");
  if (call->quiet && call->verbose)
    return _ ("Give only one of --quiet and --verbose");
  if (call->user != NULL && *call->user == '\0')
    return _ ("The sign-in name is empty");

  return NULL;
}

static gboolean
set_server (McCheckOptions *self,
            McDirection     direction,
            const char     *text,
            GError        **error)
{
  g_autoptr (McServer) server = NULL;

  if (text == NULL)
    return TRUE;

  server = mc_server_new_from_string (text, error);
  if (server == NULL)
    return FALSE;

  if ((mc_server_get_protocol (server) == MC_PROTOCOL_SMTP) != (direction == MC_DIRECTION_OUTGOING))
    {
      g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_PROTOCOL,
                           direction == MC_DIRECTION_OUTGOING ? _ ("The outgoing server speaks smtp")
                                                              : _ ("The incoming server speaks imap or pop3"));
      return FALSE;
    }

  mc_account_set_server (self->account, direction, server);
  return TRUE;
}

static gboolean
set_format (McCheckOptions *self,
            const char     *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id != NULL ? id : "text"))
        {
          self->format = formats[i].format;
          return TRUE;
        }
    }

  return FALSE;
}

static void
say_options (const McQuestion *question,
             GError          **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const McOption     *option;

  for (guint i = 0; (option = mc_question_get_option (question, i)) != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", option->id);

  /* Translators: the first is a question’s id, the second a list of the words that answer it */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("The answer to “%s” is one of these: %s"),
               question->id, list->str);
}

static gboolean
set_answer (McCheckOptions *self,
            const char     *text,
            GError        **error)
{
  const char       *equals = strchr (text, '=');
  g_autofree char  *id = equals != NULL ? g_strndup (text, equals - text) : g_strdup ("");
  g_autofree char  *shown = mc_text_make_safe (id, -1, MAX_SHOWN);
  const McQuestion *question = mc_question_find (id);

  if (*id == '\0')
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("An answer is written like webmail-works=yes"));
  else if (question == NULL)
    /* Translators: %s is what was typed in place of a question’s id */
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("There is no question “%s”; “mail-checkup-cli questions” lists them"), shown);
  else if (mc_question_find_option (question, equals + 1) == NULL)
    say_options (question, error);
  else
    {
      g_hash_table_insert (self->answers, g_steal_pointer (&id), g_strdup (equals + 1));
      return TRUE;
    }

  return FALSE;
}

static gboolean
set_answers (McCheckOptions *self,
             GStrv           answers,
             GError        **error)
{
  for (guint i = 0; answers != NULL && answers[i] != NULL; i++)
    {
      if (!set_answer (self, answers[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
wants_color (void)
{
  const char *term = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL && g_strcmp0 (term, "dumb") != 0;
}

static McReportFlags
flags_of (const Call *call)
{
  return (call->show_personal ? MC_REPORT_SHOW_PERSONAL : 0) | (call->verbose ? MC_REPORT_VERBOSE : 0) |
         (wants_color () ? MC_REPORT_COLOR : 0);
}

static gboolean
fill_options (McCheckOptions *self,
              const Call     *call,
              GError        **error)
{
  self->account = mc_account_new (call->addresses[0]);
  mc_account_set_user (self->account, call->user);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->with_secret = call->password_stdin || call->token_stdin;
  self->secret_kind = call->token_stdin ? MC_SECRET_TOKEN : MC_SECRET_PASSWORD;
  self->stored_password = call->password_stored;
  self->third_party = !call->no_third_party;
  self->timeout_ms = call->timeout * 1000;
  self->flags = flags_of (call);
  self->quiet = call->quiet;

  if (!set_server (self, MC_DIRECTION_INCOMING, call->incoming, error) ||
      !set_server (self, MC_DIRECTION_OUTGOING, call->outgoing, error))
    return FALSE;

  if (call->symptom != NULL && !mc_symptom_from_id (call->symptom, &self->symptom))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("There is no such symptom"));
  else if (!set_format (self, call->format))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("The format is one of text, markdown, html and json"));
  else
    return set_answers (self, call->answers, error);

  return FALSE;
}

/**
 * mc_check_options_parse:
 * @arguments: the words after `check`
 * @exit: (out): the exit status when %NULL is returned
 *
 * Reads a call of `check`; what is wrong with it is said on standard error.
 *
 * Returns: (transfer full) (nullable): the options, or %NULL when the call is wrong
 */
McCheckOptions *
mc_check_options_parse (const char *const *arguments,
                        int               *exit)
{
  g_autoptr (McCheckOptions) self = g_new0 (McCheckOptions, 1);
  g_autoptr (GError)         error = NULL;
  g_auto (Call)              call = { 0 };
  const char                *problem;
  const char                *unavailable;

  *exit = MC_EXIT_WRONG_CALL;
  if (!parse_call (&call, arguments, &error))
    {
      mc_cli_wrong_call (error->message);
      return NULL;
    }

  problem = problem_with (&call);
  unavailable = find_unavailable (&call);
  if (problem != NULL)
    mc_cli_wrong_call (problem);
  else if (unavailable != NULL)
    {
      /* Translators: %s is an option */
      mc_cli_error (_ ("%s is not available yet"), unavailable);
      *exit = MC_EXIT_COULD_NOT_RUN;
    }
  else if (!fill_options (self, &call, &error))
    mc_cli_wrong_call (error->message);
  else
    return g_steal_pointer (&self);

  return NULL;
}

void
mc_check_options_free (McCheckOptions *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self);
}
