/* test-reply-belief.c
 *
 * What mail servers and mail programs say is told from what people write about other things.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"

typedef struct
{
  const char *text;
  const char *protocol;
  const char *reason;
} Said;

/* With words that servers use as well */
static const char *const prose[] = {
  "My mailbox is full of letters",
  "Our mailbox at the gate is full of wasps, please use the door.",
  "The user manual was not found in the box.",
  "He has moved to Berlin, and his address has changed.",
  "We are a member of the choir. Only members can sing.",
  "Sorry, service not available on Sundays.",
  "There is no one at home.",
  "No user serviceable parts inside.",
  "No account, no password, no problem!",
  "Your account has been blocked! Call 0800 550 5500 now.",
  "Wrong password, the guard said, and we laughed.",
  "Is there an app password for the zoo?",
  "I use a mailing list for our club. How can I make the letters larger?",
  "The black list of the teacher has 12 names on it.",
  "The bus timed out my patience.",
  "I am giving up after ten years of smoking.",
  "Giving up after lunch? Read 1. 2. 3. 4.",
  "The domain of the king does not exist any more.",
  "How do I change the sender address of my letters in Word?",
  "My inbox is full of newsletters, how do I clean it up?",
  "The connection to Berlin timed out twice: train 554 was late.",
  "The message was too large for the postcard.",
  "My brother blocked me, and now my messages are green.",
  "How do I stop spam? I get 500 messages a day.",
  "my mail doesn't work since Tuesday, it says nothing",
  "My email does not work. I have a new phone. Please help!",
  "I forgot my password and my address is still the old one.",
  "Dear customer, your parcel 550-421 could not be delivered because nobody answered the door.",
  "Il y a trop de connexions entre ces deux gares.",
  "Ma boîte aux lettres est pleine de publicités.",
  "Mon mail ne marche plus depuis mardi, aucun message.",
  "Mi buzón está lleno de cartas.",
  "Mi correo no funciona desde el martes y no dice nada.",
  "Das Postfach 550 in Hannover ist voll, sagte die Frau am Schalter.",
  "Die Mailbox auf dem Handy meiner Schwester ist voll, ich spreche morgen noch einmal darauf.",
  "Our proposal for the garden was rejected as spam by the committee.",
  "Postfach voll mit Werbung – wie werde ich die los?",
  "Meine E-Mail geht seit Dienstag nicht, es kommt keine Meldung.",
  "2026-01-02 10:00:00 ERROR app: user not found in cache (took 550 ms)",
  "java.net.SocketTimeoutException: connect timed out",
};

/* With numbers as in replies */
static const char *const numbers[] = {
  "see error 500 pages",
  "The printer says error 500 pages, what does it want?",
  "Please call me: 0451 550 121",
  "Tel. +49 (451) 550-5511, Fax 550-5512",
  "Firefox 4.2.2 is out; the address bar is new.",
  "5.1.2 is my favourite version",
  "4.2.1 Installation",
  "I have an error in my mail program. Version is 5.1.2.",
  "Order 554: two lamps, 45 EUR, address below.",
  "My washing machine shows error 504.",
  "Das Haus ist in der Hauptstr. 451. Die Adresse des Servers kenne ich nicht.",
  "Mon adresse a changé : 550 rue de la Paix, Paris.",
  "El servidor del bar no me hizo caso; pagué 45 euros.",
  "Jan 01 10:00:00 host kernel: [  421.550000] usb 5-1: device descriptor read/64, error -71",
};

/* What web servers say (RFC 9110), and what is said of them */
static const char *const websites[] = {
  "error 404",
  "404 Not Found",
  "Error 404: page not found",
  "500 Internal Server Error",
  "HTTP 500 Internal Server Error",
  "502 Bad Gateway",
  "503 Service Unavailable nginx",
  "503 Service Temporarily Unavailable\nnginx/1.24.0",
  "504 Gateway Time-out",
  "HTTP/2 429 Too Many Requests",
  "HTTP/1.1 503 Service Unavailable\nContent-Type: text/html",
  "The website of the bakery shows error 503, is it only me?",
  "Your server returned status 500 for GET /index.php",
  "The game server returned error 503.",
  "curl: (22) The requested URL returned error: 403",
  "192.0.2.7 - - [01/Jan/2026:10:00:00 +0100] \"GET /mail HTTP/1.1\" 500 1024",
  "Fehler 404: Seite nicht gefunden",
  "Erreur 500 : le site est en panne.",
  "Error 500 en la página del ayuntamiento",
};

/* Like answers of IMAP (RFC 9051 section 7.1), but of nothing that servers talk about */
static const char *const answers[] = {
  "NO [ALERT] please",
  "No [alert] please, the baby sleeps.",
  "NO server in the world is free",
  "NO account needed",
  "NO mailbox in this street",
  "NO MORE EMAILS PLEASE",
  "BAD weather today",
  "BAD SERVER! BAD!",
  "BYE for now",
  "BYE [waves]",
  "* BAD idea",
  "* NO sugar\n* NO salt\n* 250 g flour",
  "A1 BAD road, A7 OK",
  "Q1 NO answer\nQ2 OK",
  "[CLOSED] The shop opens again in May",
  "[EXPIRED] this voucher was worth 20 euros",
  "I read it in the [ALERT] box of the museum",
  "int list[LIMIT] = 550; // no error",
};

/* Said by servers and mail programs, or told of them */
static const Said said[] = {
  { "The mailbox is full.", "smtp", "mailbox-full" },
  { "The recipient's mailbox is full and can't accept messages now.", "smtp", "mailbox-full" },
  { "Quota exceeded (mailbox for user is full)", "smtp", "mailbox-full" },
  { "the server says: mailbox is full", "smtp", "mailbox-full" },
  { "Thunderbird says that the mailbox is full", "smtp", "mailbox-full" },
  { "No mail goes out. The mailbox is full.", "smtp", "mailbox-full" },
  { "undeliverable: mailbox full, says the bounce", "smtp", "mailbox-full" },
  { "The email account that you tried to reach is over quota.", "smtp", "mailbox-full" },
  { "Das Postfach des Empfängers ist voll.", "smtp", "mailbox-full" },
  { "Mailbox ist voll", "smtp", "mailbox-full" },
  { "Message rejected as spam by Content Filtering", "smtp", "spam" },
  { "User unknown in virtual mailbox table", "smtp", "recipient-unknown" },
  { "It came back with “user unknown”", "smtp", "recipient-unknown" },
  { "The server says user unknown when I write to bob", "smtp", "recipient-unknown" },
  { "Hello, my outgoing mail is rejected with \"Relay access denied\", incoming works. Who can help?", "smtp", "relay-denied" },
  { "Sender address rejected: Domain not found", "smtp", "sender-rejected" },
  { "Message size exceeds fixed limit", "smtp", "message-too-large" },
  { "Message size exceeds maximum permitted", "smtp", "message-too-large" },
  { "Error: too many connections from 192.0.2.1", "smtp", "rate-limited" },
  { "No such person here, said 192.0.2.1.", "smtp", "recipient-unknown" },
  { "Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", "smtp", "blocked" },
  { "My mail program says: authentication failed", "smtp", "sign-in-required" },
  { "Too many login attempts, please try again later.", "imap", "rate-limited" },
  { "Invalid credentials", "imap", "sign-in-required" },
  { "retry timeout exceeded", "smtp", "expired" },
  { "I get the error 550 5.7.26 when I write to bob", "smtp", "authentication-failed" },
  { "Hi all, since yesterday every mail to my aunt comes back. It says: \"552 5.2.2 mailbox full\". What can I do?", "smtp", "mailbox-full" },
  { "What does error 550 mean?", "smtp", "policy" },
  { "Fehlercode 554 beim Senden der Mail", "smtp", "policy" },
  { "Le serveur répond : 550 utilisateur inconnu", "smtp", "recipient-unknown" },
  { "El servidor respondió: 550 5.1.1 usuario desconocido", "smtp", "recipient-unknown" },
  { "the server says 421 try again later", "smtp", "system-error" },
  { "Outlook says 503 valid RCPT command must precede DATA", "smtp", "protocol-error" },
  { "The server responded: 500 Something did not work.", "smtp", "protocol-error" },
  { "500 Internal Server Error while delivering mail", "smtp", "system-error" },
  { "500 Syntax error, command unrecognized", "smtp", "protocol-error" },
  { "502 Command not implemented", "smtp", "protocol-error" },
  { "503 Bad sequence of commands", "smtp", "protocol-error" },
  { "550 spam", "smtp", "spam" },
  { "Почта вернулась, ответ: 550 отказ", "smtp", "policy" },
  { "5.7.60 SendAsDenied", "smtp", "sender-rejected" },
  { "* NO [ALERT] Mailbox is at 98% of quota", "imap", "unknown" },
  { "* NO [UNAVAILABLE] Temporary failure", "imap", "system-error" },
  { "a1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "imap", "sign-in-required" },
  { "[AUTHENTICATIONFAILED] Invalid credentials (Failure)", "imap", "sign-in-required" },
  { "The server responded: NO [ALERT] Please log in via your web browser", "imap", "sign-in-required" },
  { "Your IMAP server wants to alert you to the following: 113 [ALERT] Account is temporarily locked", "imap", "unknown" },
  { "The mail server responded: [OVERQUOTA] Quota exceeded (mailbox for user is full).", "imap", "mailbox-full" },
  { "a002 NO LOGIN failed", "imap", "sign-in-required" },
  { "A0001 NO Try something else", "imap", "unknown" },
  { "a3 BAD Command unknown", "imap", "protocol-error" },
  { "NO Mailbox does not exist", "imap", "unknown" },
  { "* BYE Autologout; idle for too long", "imap", "unknown" },
  { "BYE Temporary problem, please try again later", "imap", "unknown" },
  { "-ERR [IN-USE] Unable to lock maildrop: Mailbox is locked by POP server", "pop3", "system-error" },
  { "Mail server pop.example.org responded: [AUTH] Authentication failed.", "pop3", "sign-in-required" },
};

static McInput *
read_text (const char *text)
{
  g_test_message ("%s", text);
  return mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);
}

static void
assert_nothing (const char *const *texts,
                gsize              n_texts)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      g_autoptr (McInput) input = read_text (texts[i]);

      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, "unknown");
    }
}

static void
test_prose (void)
{
  assert_nothing (prose, G_N_ELEMENTS (prose));
}

static void
test_numbers (void)
{
  assert_nothing (numbers, G_N_ELEMENTS (numbers));
}

static void
test_websites (void)
{
  assert_nothing (websites, G_N_ELEMENTS (websites));
}

static void
test_answers (void)
{
  assert_nothing (answers, G_N_ELEMENTS (answers));
}

static void
test_said (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (McInput) input = read_text (said[i].text);

      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, "reply");
      g_assert_cmpstr (mc_protocol_get_id (input->reply->protocol), ==, said[i].protocol);
      g_assert_cmpstr (mc_reason_get (input->reply->reason)->id, ==, said[i].reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reply-belief/prose", test_prose);
  g_test_add_func ("/reply-belief/numbers", test_numbers);
  g_test_add_func ("/reply-belief/websites", test_websites);
  g_test_add_func ("/reply-belief/answers", test_answers);
  g_test_add_func ("/reply-belief/said", test_said);

  return g_test_run ();
}
