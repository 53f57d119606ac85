/* test-code-meanings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "mc-code-meanings.h"
#include "mc-explanation.h"

/* RFC 5321, 4954, 3207, 7504, 5248, 2645, 1985 */
static const char *const reply_codes[] = {
  "211", "214", "220", "221", "235", "250", "251", "252", "334", "354", "421", "432", "450", "451", "452", "453", "454", "455", "458", "459",
  "500", "501", "502", "503", "504", "521", "523", "524", "525", "530", "534", "535", "538", "550", "551", "552", "553", "554", "555", "556", NULL
};

/* The registry of IANA: the last detail of each subject. */
static const int last_details[] = { 0, 10, 4, 6, 7, 6, 10, 30 };

static const char *const imap_codes[] = {
  "ALERT", "AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "PRIVACYREQUIRED", "CONTACTADMIN", "UNAVAILABLE", "LIMIT", "OVERQUOTA",
  "NOPERM", "INUSE", "EXPUNGEISSUED", "CORRUPTION", "SERVERBUG", "CLIENTBUG", "CANNOT", "ALREADYEXISTS", "NONEXISTENT", "CAPABILITY",
  "BADCHARSET", "PARSE", "PERMANENTFLAGS", "READ-ONLY", "READ-WRITE", "TRYCREATE", "UIDNEXT", "UIDVALIDITY", "UNSEEN", "UNKNOWN-CTE",
  "UIDNOTSTICKY", "APPENDUID", "COPYUID", "REFERRAL", "NEWNAME", "TOOBIG", "BADURL", "URLMECH", "HIGHESTMODSEQ", "NOMODSEQ", "MODIFIED",
  "CLOSED", "COMPRESSIONACTIVE", "NOTSAVED", "BADCOMPARATOR", "ANNOTATE", "ANNOTATIONS", "TEMPFAIL", "MAXCONVERTMESSAGES", "MAXCONVERTPARTS",
  "NOUPDATE", "METADATA", "NOTIFICATIONOVERFLOW", "BADEVENT", "UNDEFINED-FILTER", "USEATTR", "DOWNGRADED", "MAILBOXID", "HASCHILDREN",
  "UIDREQUIRED", "INPROGRESS", "TOOMANY", "TOOFEW", NULL
};

static const char *const pop3_codes[] = { "IN-USE", "LOGIN-DELAY", "SYS/TEMP", "SYS/PERM", "AUTH", "UTF8", "EXPIRE", NULL };

typedef struct
{
  const char *provider;
  int         reply_code;
  const char *enhanced_code;
  const char *says[3];
  const char *never;
} Meaning;

static const Meaning meanings[] = {
  /* The same code in different hands (registry; support pages of Google, Microsoft and Yahoo) */
  { NULL, 550, "5.7.30", { "5.7.30 means: ", "At Google it means: ", "At Microsoft it means: " }, NULL },
  { "Google", 550, "5.7.30", { "at Google", "(DKIM)" }, "Microsoft" },
  { "Microsoft", 550, "5.7.30", { "at Microsoft", "Passwords" }, "Google" },
  { "Google", 534, "5.7.9", { "app password" }, NULL },
  { NULL, 534, "5.7.9", { "not safe enough" }, NULL },
  { "Yahoo", 550, "5.7.9", { "at Yahoo", "SPF or DKIM" }, NULL },
  { NULL, 550, "5.7.27", { "never takes mail", "At Google", "(SPF)" }, NULL },
  { "Google", 421, "4.7.27", { "(SPF)", "for now" }, "never takes mail" },
  { "Google", 550, "5.7.29", { "not encrypted" }, "ARC" },
  { "Google", 421, "4.7.32", { "address in From" }, NULL },
  { "Microsoft", 550, "5.4.1", { "no mailbox" }, "did not answer" },
  { "Microsoft", 450, "4.4.1", { "did not answer", "for now" }, "no mailbox" },
  { "Microsoft", 550, "5.1.10", { "no mailbox" }, "never takes mail" },
  { NULL, 556, "5.1.10", { "556 means: ", "never takes mail" }, NULL },
  { "Microsoft", 535, "5.7.139", { "a rule, a switch or the password" }, NULL },
  { "Microsoft", 550, "5.7.606", { "banned" }, "From address" },
  { "Microsoft", 550, "5.7.60", { "From address" }, "banned" },
  { "Microsoft", 451, "4.7.500", { "busy" }, NULL },
  { "Comcast", 452, "4.1.1", { "full" }, "no mailbox" },
  { NULL, 0, "4.7.323", { "is not a standard code", "At Microsoft", "DANE" }, NULL },

  /* What support documents get wrong */
  { NULL, 550, "5.7.23", { "(SPF)" }, "full" },
  { NULL, 550, "5.7.1", { "A rule of the server refuses" }, "unavailable" },
  { NULL, 552, "5.2.2", { "mailbox is full" }, NULL },

  /* RFC 5321 section 4.2.1, RFC 3463: what the digits say, and no more */
  { NULL, 0, "2.1.5", { "address is right", "it worked" }, NULL },
  { NULL, 250, "2.7.0", { "it worked" }, "keeps the message out" },
  { NULL, 0, "5.7.999", { "5.7.999 is not a standard code", "about a rule of the server, or about security", "for good" }, " means" },
  { NULL, 0, "4.9.1", { "4.9.1 is not a standard code. The 4 at the start" }, "middle" },
  { NULL, 579, NULL, { "579 is not a standard code", "for good" }, "middle" },
  { NULL, 422, NULL, { "422 is not a standard code", "middle digit", "for now" }, "full" },
  { NULL, 450, "5.1.1", { "do not agree", "for now" }, "for good" },
  { NULL, 334, NULL, { "waits for more" }, NULL },
};

/* Only the code, as people type it into a search; what its title and its explanation hold. */
static const struct
{
  const char *text;
  const char *title;
  const char *explanation;
  McFixer     fixed_by;
} bare_codes[] = {
  { "5.7.23", "(SPF)", "SPF", MC_FIXER_ADMINISTRATOR },
  { "error 552", "mailbox is full, or the message is too large", "which of the two", MC_FIXER_NONE },
  { "550 5.4.310", "after the @ was not found", "spelling", MC_FIXER_YOU },
  { "SMTP error code: 550", "recipient or the message", "does not tell which", MC_FIXER_NONE },
  { "Fehlercode 451", "fault", "by themselves", MC_FIXER_WAIT },
  { "550 5.1.1", "no mailbox with this address", "does not know this address", MC_FIXER_YOU },
  { "error 5.7.26", "several checks", "not known for your domain", MC_FIXER_ADMINISTRATOR },
  { "535 5.7.8", "name or the password", "app password", MC_FIXER_YOU },
  { "535", "did not accept the sign-in", "app password", MC_FIXER_YOU },
  { "5.7.30", "different things at different providers", "At Microsoft", MC_FIXER_NONE },
  { "550 5.4.1", "different things at different providers", "At Microsoft it means: There is no mailbox", MC_FIXER_NONE },
  { "was bedeutet 554?", "refused the message, or the whole connection", "taken for spam", MC_FIXER_NONE },
  { "599", "not a standard code", "599", MC_FIXER_NONE },
  { "5.7.999", "not a standard code", "about a rule of the server", MC_FIXER_NONE },
  { "550 5.7.1", "A rule of the server", "which rule", MC_FIXER_RECIPIENT },
};

static void
assert_own_row (GHashTable          *titles,
                const char          *code,
                const McCodeMeaning *row,
                const char          *twin)
{
  const char *other;

  g_test_message ("%s", code);
  g_assert_nonnull (row);
  g_assert_null (row->provider);
  g_assert_false (g_str_has_suffix (row->title, "."));

  other = g_hash_table_lookup (titles, row->title);
  if (other != NULL)
    g_assert_cmpstr (other, ==, twin);
  g_hash_table_insert (titles, (char *) row->title, g_strdup (code));
}

/* As it is pasted, with and without words around it, it is read and told. */
static void
assert_told (const char *text,
             const char *code,
             int         reply_code)
{
  g_autoptr (McReplyReading) reading = mc_reply_reading_new (text);
  g_autoptr (McExplained)    explained = NULL;

  g_test_message ("%s", text);
  g_assert_nonnull (reading);
  g_assert_cmpint (reading->reply_code, ==, reply_code);
  explained = mc_explained_new_for_reply (reading);
  g_assert_nonnull (strstr (explained->code_meaning, code));
  g_assert_cmpstr (explained->title, !=, "");
  g_assert_cmpstr (explained->explanation, !=, "");
}

static void
test_reply_codes (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (gsize i = 0; reply_codes[i] != NULL; i++)
    {
      int              code = atoi (reply_codes[i]);
      g_autofree char *text = mc_code_meaning_describe (NULL, code, NULL, MC_REASON_UNKNOWN, FALSE);

      /* 524 stands for what 538 was. */
      assert_own_row (titles, reply_codes[i], mc_code_meaning_find (NULL, code, NULL), "524");
      g_assert_true (g_str_has_prefix (text, reply_codes[i]));
      g_assert_nonnull (strstr (text, " means: "));
      assert_told (reply_codes[i], text, code);
      if (code >= 400)
        {
          g_autofree char *words = g_strdup_printf ("The server responded: %s Something did not work.", reply_codes[i]);

          assert_told (words, reply_codes[i], code);
        }
    }
}

/* Every code of the registry has a sentence of its own, and its class is told beside it. */
static void
test_enhanced_codes (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (int subject = 0; subject < (int) G_N_ELEMENTS (last_details); subject++)
    {
      for (int detail = 0; detail <= last_details[subject]; detail++)
        {
          g_autofree char *code = g_strdup_printf ("5.%d.%d", subject, detail);
          g_autofree char *later = g_strdup_printf ("4.%d.%d", subject, detail);
          g_autofree char *good = g_strdup_printf ("2.%d.%d", subject, detail);
          g_autofree char *refused = mc_code_meaning_describe (NULL, 0, code, MC_REASON_UNKNOWN, FALSE);
          g_autofree char *delayed = mc_code_meaning_describe (NULL, 0, later, MC_REASON_UNKNOWN, FALSE);
          g_autofree char *worked = mc_code_meaning_describe (NULL, 0, good, MC_REASON_UNKNOWN, FALSE);
          g_autofree char *words = g_strdup_printf ("host mx.example.net said: 550 %s Something did not work", code);

          /* X.6.10 is a double of X.6.8. */
          assert_own_row (titles, code, mc_code_meaning_find ("nobody", 0, code), "5.6.8");
          g_assert_nonnull (strstr (refused, "for good"));
          g_assert_nonnull (strstr (delayed, "for now"));
          g_assert_nonnull (strstr (worked, "it worked"));
          assert_told (code, code, 0);
          assert_told (later, later, 0);
          assert_told (good, "it worked", 0);
          assert_told (words, code, 550);
        }
    }
}

static void
assert_responses (McProtocol         protocol,
                  const char *const *codes)
{
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autofree char           *with_words = g_strdup_printf (protocol == MC_PROTOCOL_POP3 ? "-ERR [%s] It did not work" : "A1 NO [%s] It did not work", codes[i]);
      g_autofree char           *text = mc_code_meaning_describe_response (protocol, codes[i]);
      g_autoptr (McReplyReading) alone = mc_reply_reading_new (codes[i]);
      g_autoptr (McReplyReading) said = mc_reply_reading_new (with_words);
      g_autoptr (McExplained)    explained = NULL;

      g_test_message ("%s", codes[i]);
      g_assert_nonnull (text);
      g_assert_nonnull (alone);
      g_assert_cmpstr (alone->response_code, ==, codes[i]);
      g_assert_cmpstr (said->response_code, ==, codes[i]);

      explained = mc_explained_new_for_reply (alone);
      g_assert_cmpstr (explained->code_meaning, ==, text);
      g_assert_cmpstr (explained->title, !=, "The reason is not stated clearly");
    }
}

static void
test_response_codes (void)
{
  assert_responses (MC_PROTOCOL_IMAP, imap_codes);
  assert_responses (MC_PROTOCOL_POP3, pop3_codes);
}

static void
test_meanings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      const Meaning   *wanted = &meanings[i];
      g_autofree char *text = mc_code_meaning_describe (wanted->provider, wanted->reply_code, wanted->enhanced_code,
                                                        MC_REASON_UNKNOWN, FALSE);

      g_test_message ("%s %d %s: %s", wanted->provider, wanted->reply_code, wanted->enhanced_code, text);
      for (guint j = 0; j < G_N_ELEMENTS (wanted->says) && wanted->says[j] != NULL; j++)
        g_assert_nonnull (strstr (text, wanted->says[j]));
      if (wanted->never != NULL)
        g_assert_null (strstr (text, wanted->never));
    }

  g_assert_null (mc_code_meaning_describe (NULL, 0, NULL, MC_REASON_UNKNOWN, FALSE));
}

static void
test_bare_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bare_codes); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (bare_codes[i].text);
      g_autoptr (McExplained)    explained = NULL;

      g_test_message ("%s", bare_codes[i].text);
      g_assert_nonnull (reading);
      explained = mc_explained_new_for_reply (reading);
      g_test_message ("%s / %s", explained->title, explained->explanation);
      g_assert_nonnull (strstr (explained->title, bare_codes[i].title));
      g_assert_nonnull (strstr (explained->explanation, bare_codes[i].explanation));
      g_assert_cmpint (explained->fixed_by, ==, bare_codes[i].fixed_by);
      g_assert_nonnull (strstr (explained->steps[0], "words"));
    }
}

/* With words, the words decide; a delivery tells its codes as well. */
static void
test_with_words (void)
{
  g_autoptr (McReplyReading) reading = mc_reply_reading_new ("550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. gsmtp");
  g_autoptr (McExplained)    explained = mc_explained_new_for_reply (reading);
  McDelivery                 delivery = { .reply_code = 552, .enhanced_code = (char *) "5.2.2", .reason = MC_REASON_MAILBOX_FULL };
  g_autoptr (McExplained)    told = mc_explained_new_for_delivery (&delivery);

  g_assert_cmpstr (explained->title, ==, "The message could not prove that it is from you");
  g_assert_nonnull (strstr (explained->code_meaning, "5.7.26 means, at Google: "));
  g_assert_nonnull (strstr (told->code_meaning, "5.2.2 means: The recipient’s mailbox is full."));
}

/* The words choose among what a code means in different hands, and count where they say something else. */
static void
test_words_and_code (void)
{
  static const struct
  {
    const char *text;
    const char *says;
    const char *never;
  } said[] = {
    { "550 5.7.30 Basic authentication is not supported for Client Submission.", "5.7.30 means, at Microsoft", "DKIM" },
    { "535 5.7.3 Authentication unsuccessful", "5.7.3 means, at Microsoft", "converted" },
    { "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", "5.1.10 means, at Microsoft", "never takes mail" },
    { "550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.", "5.7.9 means, at Yahoo", "app password" },
    { "550-5.7.30 DKIM authentication didn't pass. gsmtp", "5.7.30 means, at Google", "Passwords" },
    { "552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]", "The words that came with it tell more", NULL },
    { "523 Message length exceeds administrative limit.", "The words that came with it tell more", NULL },
    { "550 5.1.1 User unknown", "5.1.1 means: There is no mailbox", "tell more" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (said[i].text);
      g_autoptr (McExplained)    explained = mc_explained_new_for_reply (reading);

      g_test_message ("%s: %s", said[i].text, explained->code_meaning);
      g_assert_nonnull (strstr (explained->code_meaning, said[i].says));
      if (said[i].never != NULL)
        g_assert_null (strstr (explained->code_meaning, said[i].never));
    }
}

/* One sentence, several causes (measured at Yandex and QQ): all are named, none is told as certain. */
static void
test_open_answers (void)
{
  static const char *const open[] = {
    "NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=abc",
    "535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.",
  };
  g_autoptr (McReplyReading) web = mc_reply_reading_new ("534-5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser and then try again.");
  g_autoptr (McExplained)    likely = mc_explained_new_for_reply (web);

  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (open[i]);
      g_autoptr (McExplained)    explained = mc_explained_new_for_reply (reading);

      g_test_message ("%s: %s", open[i], explained->explanation);
      g_assert_cmpstr (explained->title, ==, "This answer has several possible reasons");
      g_assert_nonnull (strstr (explained->explanation, "“The password is not accepted”"));
      g_assert_nonnull (strstr (explained->explanation, "“Access for mail programs is switched off”"));
      g_assert_nonnull (strstr (explained->explanation, "What would tell which it is"));
      g_assert_nonnull (explained->steps[0]);
    }

  g_assert_nonnull (strstr (likely->explanation, "can also mean: “The provider wants an app password”"));
}

/* Each row of the tables of codes and of messages in the support documents, with the two wrong ones put right. */
static const struct
{
  const char *row;
  const char *title;
  const char *explanation;
} documents[] = {
  { "421", "The server ends the connection", "Mail servers try again by themselves" },
  { "450", "The mailbox cannot be reached at present", "Mail servers try again by themselves" },
  { "451", "The server had a fault", "Mail servers try again by themselves" },
  { "452", "There is no room at present", "mailbox is full" },
  { "455", "cannot do at present", "overloaded, in maintenance" },
  { "500", "did not understand a command", "not of your message" },
  { "501", "written wrongly", "missing dots" },
  { "502", "does not offer this command", "not of your message" },
  { "503", "at the wrong moment", "sign in first" },
  { "541", "spam filter", "unwanted advertising" },
  { "550", "refused the recipient or the message", "The mailbox may not exist, or a rule" },
  { "551", "not at this server", "has moved" },
  { "552", "the mailbox is full, or the message is too large", "large attachments" },
  { "553", "not allowed, or is written wrongly", "Check the spelling" },
  { "554", "refused the message", "does not tell which" },
  { "550 5.7.1", "A rule of the server refuses the message", "does not say that the address is wrong" },
  { "550 5.7.23", "may not send for the sender’s domain (SPF)", "SPF" },
  { "No Such User Here", "There is no such mailbox", "spelling mistake" },
  { "Mailbox is full", "The recipient’s mailbox is full", "make room" },
  { "Message size xxxx exceeds size limit xxxx of server", "The message is too large", "limits the size" },
  { "Insufficient system resources", "A mail server has no room left", "disk or the memory" },
  { "Please turn on SMTP Authentication in your mail client.", "sign in first", "outgoing server" },
  { "Hop count exceeded - possible mail loop", "round in a circle", "set up wrongly" },
};

static void
test_documents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (documents[i].row);
      g_autoptr (McExplained)    explained = NULL;

      g_test_message ("%s", documents[i].row);
      g_assert_nonnull (reading);
      explained = mc_explained_new_for_reply (reading);
      g_test_message ("%s / %s", explained->title, explained->explanation);
      g_assert_nonnull (strstr (explained->title, documents[i].title));
      g_assert_nonnull (strstr (explained->explanation, documents[i].explanation));
      g_assert_nonnull (explained->steps[0]);
    }
}

static gboolean
is_documented (const char *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      if (g_str_equal (documents[i].row, row))
        return TRUE;
    }

  return FALSE;
}

/* Where the documents are at hand: none of their rows was forgotten. */
static void
test_document_rows (void)
{
  g_autofree char   *folder = g_test_build_filename (G_TEST_DIST, "..", "shared", "sources", NULL);
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("^(?:\\| (\\d{3}) +\\||((?!Message \\||Queued|Deferring|Failed|Deep filtered|Icon)[A-Z][^|\\n]*?) \\| .*\\|$)", G_REGEX_MULTILINE, 0, NULL);
  const char        *name;
  guint              n_rows = 0;

  if (dir == NULL)
    {
      g_test_skip ("the support documents are not here");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char       *path = g_build_filename (folder, name, NULL);
      g_autofree char       *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *code = g_match_info_fetch (match, 1);
          g_autofree char *words = g_match_info_fetch (match, 2);

          g_test_message ("%s: %s%s", name, code, words);
          g_assert_true (is_documented (*code != '\0' ? code : words));
          n_rows++;
        }
    }

  /* All but the two that are told in the text. */
  g_assert_cmpuint (n_rows, ==, G_N_ELEMENTS (documents) - 2);
}

/* Where the tables of facts are at hand: no code of them was forgotten here. */
static void
assert_listed (const char        *table,
               const char *const *codes)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "shared", "facts", table, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *code = g_strndup (lines[i], strcspn (lines[i], "\t ("));

      g_test_message ("%s", code);
      if (codes != NULL)
        {
          g_assert_true (g_strv_contains (codes, code));
        }
      else
        {
          int subject = atoi (code + 2);

          g_assert_cmpint (subject, <, (int) G_N_ELEMENTS (last_details));
          g_assert_cmpint (atoi (strrchr (code, '.') + 1), <=, last_details[subject]);
        }
    }
}

static void
test_facts (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "shared", "facts", NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the tables of facts are not here");
      return;
    }

  assert_listed ("smtp-reply-codes.tsv", reply_codes);
  assert_listed ("enhanced-status-codes.tsv", NULL);
  assert_listed ("imap-response-codes.tsv", imap_codes);
  assert_listed ("pop3-response-codes.tsv", pop3_codes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/code-meanings/reply-codes", test_reply_codes);
  g_test_add_func ("/code-meanings/enhanced-codes", test_enhanced_codes);
  g_test_add_func ("/code-meanings/response-codes", test_response_codes);
  g_test_add_func ("/code-meanings/meanings", test_meanings);
  g_test_add_func ("/code-meanings/bare-codes", test_bare_codes);
  g_test_add_func ("/code-meanings/with-words", test_with_words);
  g_test_add_func ("/code-meanings/words-and-code", test_words_and_code);
  g_test_add_func ("/code-meanings/open-answers", test_open_answers);
  g_test_add_func ("/code-meanings/documents", test_documents);
  g_test_add_func ("/code-meanings/document-rows", test_document_rows);
  g_test_add_func ("/code-meanings/facts", test_facts);

  return g_test_run ();
}
