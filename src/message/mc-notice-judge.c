/* mc-notice-judge.c
 *
 * From what a notice says of a delivery to what became of it, and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-notice-private.h"
#include "mc-reply-codes.h"
#include "mc-reply-text.h"
#include "mc-text.h"
#include "mc-words.h"

#define MAX_DIAGNOSTIC 1000
#define MAX_HOST       255
#define MAX_PARAGRAPHS 100

/* How a notice tells at which command it ended; normalized words. */
typedef struct
{
  const char    *words;
  McRefusalPhase phase;
  const char    *command;
} PhaseRow;

static const PhaseRow phases[] = {
  { "in reply to mail from", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "in reply to rcpt to", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "in reply to end of data", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "in reply to data", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "in reply to helo", MC_REFUSAL_PHASE_CONNECT, "HELO" },
  { "in reply to ehlo", MC_REFUSAL_PHASE_CONNECT, "EHLO" },
  { "after initial connection", MC_REFUSAL_PHASE_CONNECT, NULL },
  { "refused to talk to me", MC_REFUSAL_PHASE_CONNECT, NULL },
  { "after ehlo", MC_REFUSAL_PHASE_CONNECT, "EHLO" },
  { "after helo", MC_REFUSAL_PHASE_CONNECT, "HELO" },
  { "after mail from", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "remote server for mail from", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "after pipelined mail from", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "after rcpt to", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "remote server for rcpt to", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "after rcpt command", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "after pipelined rcpt to", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "after end of data", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "after data", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "did not like our mail from", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "did not like our rcpt to", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "did not like our final data", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "did not like our data", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "does not like recipient", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "sender was rejected", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "my name was rejected", MC_REFUSAL_PHASE_CONNECT, "HELO" },
  { "failed on data command", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "failed after i sent the message", MC_REFUSAL_PHASE_DATA, "DATA" },
  { "was rcpt to response", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "was mail from response", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "[rcpt_to]", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "[mail_from]", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { "following rcpt command", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "smtp:rcpt", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { "performing the helo handshake", MC_REFUSAL_PHASE_CONNECT, "HELO" },
  { ">>> mail from", MC_REFUSAL_PHASE_MAIL, "MAIL FROM" },
  { ">>> rcpt to", MC_REFUSAL_PHASE_RCPT, "RCPT TO" },
  { ">>> data", MC_REFUSAL_PHASE_DATA, "DATA" },
};

/* What stands before the name of the other server, and of the one that writes. */
static const char *const remote_words[] = { "while talking to ", "host ", "connected to ", "connect to ", "lost connection with ", "smtp server <", "server ", "recipient domain * by ", "host: ", "delivery via " };
static const char *const reporting_words[] = { "mail system at host ", "postfix program at host ", "qmail-send program at ", "mail agent * at ", "generating server: ", "reporting-mta: dns; ", "notification from " };

/* Where the words end in @text; a “*” stands for anything. */
static const char *
find_end (const char *text,
          const char *words)
{
  g_auto (GStrv) pieces = g_strsplit (words, "*", -1);

  for (guint i = 0; text != NULL && pieces[i] != NULL; i++)
    {
      text = strstr (text, pieces[i]);
      if (text != NULL)
        text += strlen (pieces[i]);
    }

  return text;
}

/* The name of a host after one of the words. */
static char *
find_host (const char        *text,
           const char *const *words,
           gsize              n_words)
{
  g_autofree char *lower = mc_text_dup_lower (text);

  for (gsize i = 0; i < n_words; i++)
    {
      const char *host = find_end (lower, words[i]);
      gsize       length;

      if (host == NULL)
        continue;

      host += strspn (host, " \t\n<");
      length = strspn (host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");
      while (length > 0 && (host[length - 1] == '.' || host[length - 1] == '-'))
        length--;
      if (length <= MAX_HOST && memchr (host, '.', length) != NULL)
        return g_strndup (text + (host - lower), length);
    }

  return NULL;
}

/* Whoever writes may be called “host” as well. */
static char *
find_remote_host (const char *reporting_host,
                  const char *diagnostic,
                  const char *region,
                  const char *around)
{
  const char *const texts[] = { diagnostic, region, around };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *host =
        texts[i] != NULL ? find_host (texts[i], remote_words, G_N_ELEMENTS (remote_words)) : NULL;

      if (host != NULL && g_strcmp0 (host, reporting_host) != 0)
        return g_steal_pointer (&host);
    }

  return NULL;
}

static const PhaseRow *
find_phase (McWords *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      if (mc_words_hold (words, phases[i].words))
        return &phases[i];
    }

  return NULL;
}

/* A line of dashes, perhaps with a title between them. */
static gboolean
is_ruler (const char *line)
{
  line += strspn (line, " \t");

  return g_str_has_prefix (line, "---") || g_str_has_prefix (line, "===") || g_str_has_prefix (line, "***") || g_str_has_prefix (line, "|---");
}

/* One line, single spaces, without rulers. */
static char *
flatten (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && line->len < 4 * MAX_DIAGNOSTIC; p++)
    {
      if ((p == text || p[-1] == '\n') && is_ruler (p))
        p += strcspn (p, "\n");
      if (*p == '\0')
        break;
      if (!g_ascii_isspace (*p))
        g_string_append_c (line, *p);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }

  g_strchomp (line->str);
  return mc_text_make_safe (line->str, -1, MAX_DIAGNOSTIC);
}

static const char *
find_paragraph (const char *text,
                const char *p)
{
  while (p > text && (p[-1] != '\n' || (p - 1 > text && p[-2] != '\n')))
    p--;

  return p;
}

/* The deciding reply to the end of its paragraph, or what is said beside the address. */
static char *
dup_words (const char         *region,
           const McReplyCodes *codes,
           const char         *recipient)
{
  const char      *start = region;
  g_autofree char *paragraph = NULL;

  if (recipient != NULL && g_str_has_prefix (region + strspn (region, " \t*<\">"), recipient))
    {
      start = strstr (region, recipient) + strlen (recipient);
      start += strspn (start, ">\": \t\n");
    }
  if (codes->reply_code != 0)
    start = region + codes->start;
  else if (codes->start >= 0)
    /* “Sorry, I wasn’t able to establish an SMTP connection. (#4.4.1)”: the code comes last. */
    start = MAX (start, find_paragraph (region, region + codes->start));

  start += strspn (start, " \t\n");
  paragraph = g_strndup (start, (gsize) (mc_reply_text_find_end (region, start) - start));

  return flatten (paragraph);
}

static gboolean
is_address (const char *words)
{
  return strchr (words, ' ') == NULL && strchr (words, '@') != NULL;
}

/* The first paragraph that says why; without one, the last that says anything but an address. */
static char *
dup_telling_words (const char *text)
{
  g_auto (GStrv)   paragraphs = g_strsplit (text, "\n\n", -1);
  g_autofree char *last = NULL;

  for (guint i = 0; paragraphs[i] != NULL && i < MAX_PARAGRAPHS; i++)
    {
      g_autofree char *words = flatten (paragraphs[i]);

      if (mc_refusal_is_clear (words))
        return g_steal_pointer (&words);
      if (*words != '\0' && !is_address (words))
        g_set_str (&last, words);
    }

  return g_steal_pointer (&last);
}

static gboolean
has_detail (const char *enhanced_code)
{
  return enhanced_code != NULL && !g_str_has_suffix (enhanced_code, ".0.0");
}

/*
 * Several codes: what the other server said goes before what the reporting one makes of it (Status), a code that says
 * something before X.0.0, and the diagnostic before the transcript.
 */
static void
settle_codes (McDelivery         *self,
              const McReplyCodes *diagnostic,
              const McReplyCodes *region)
{
  const char *enhanced = diagnostic->enhanced_code;

  self->reply_code = diagnostic->reply_code;
  if (*enhanced == '\0' && !has_detail (self->enhanced_code) && *region->enhanced_code != '\0' &&
      (self->reply_code == 0 || self->reply_code == region->reply_code))
    enhanced = region->enhanced_code;

  if (*enhanced != '\0')
    {
      g_free (self->enhanced_code);
      self->enhanced_code = g_strdup (enhanced);
    }

  if (self->reply_code == 0 &&
      (self->enhanced_code == NULL || self->enhanced_code[0] - '0' == region->reply_code / 100))
    self->reply_code = region->reply_code;
}

/* Class 5 of the deciding code is permanent, class 4 is not (RFC 5321 section 4.2.1); without any, the action tells. */
static gboolean
is_permanent (const McDelivery *self)
{
  if (self->action != MC_DELIVERY_FAILED)
    return FALSE;
  if (self->reply_code != 0)
    return self->reply_code >= 500;
  if (self->enhanced_code != NULL)
    return self->enhanced_code[0] == '5';

  return TRUE;
}

static gboolean
gave_up (const McDelivery *self,
         McWords          *words,
         McWords          *around)
{
  if (self->action != MC_DELIVERY_FAILED)
    return FALSE;

  return mc_refusal_says_gave_up (words) || mc_refusal_says_gave_up (around) || (self->enhanced_code != NULL && g_str_has_suffix (self->enhanced_code, ".4.7"));
}

static McReasonKind
judge_reason (const McDelivery *self,
              const McRefusal  *refusal,
              McWords          *words,
              McWords          *around)
{
  McReasonKind reason;

  if (self->action != MC_DELIVERY_FAILED && self->action != MC_DELIVERY_DELAYED)
    return MC_REASON_DELIVERED;
  if (gave_up (self, words, around))
    return MC_REASON_EXPIRED;

  reason = mc_refusal_decide_words (refusal, words, around);
  if (self->action == MC_DELIVERY_DELAYED && (reason == MC_REASON_UNKNOWN || reason == MC_REASON_EXPIRED))
    return MC_REASON_DELAYED;

  /* “Try again later”, but nobody will. */
  return self->action == MC_DELIVERY_FAILED && reason == MC_REASON_DELAYED ? MC_REASON_UNKNOWN : reason;
}

/**
 * mc_delivery_judge:
 * @self: a delivery, as its fields or its lines tell; its diagnostic as it stands
 * @region: (nullable): what is written for people about it
 * @parts: (nullable): the notice, when it is about this delivery alone
 *
 * Fills in codes, hosts, the reason and what follows from it, and makes the texts
 * safe to show.
 */
void
mc_delivery_judge (McDelivery    *self,
                   const char    *region,
                   McNoticeParts *parts)
{
  const char         *text = parts != NULL ? parts->text : NULL;
  const char         *around = text != NULL ? text : region != NULL ? region
                                                                    : "";
  g_autofree char    *raw = g_steal_pointer (&self->diagnostic);
  g_autofree char    *said = NULL;
  g_autoptr (McWords) words = NULL;
  g_autoptr (McWords) region_words = parts == NULL ? mc_words_new (around) : NULL;
  McWords            *words_around = parts != NULL ? mc_notice_parts_get_words (parts) : region_words;
  McReplyCodes        in_diagnostic = { .start = -1 };
  McReplyCodes        in_region = { .start = -1 };
  const PhaseRow     *phase;
  McRefusal           refusal = { 0 };

  if (raw != NULL)
    mc_reply_codes_find (raw, &in_diagnostic);
  if (region != NULL && *region != '\0')
    mc_reply_codes_find (region, &in_region);
  if (in_region.start < 0 && text != NULL)
    {
      mc_reply_codes_find (text, &in_region);
      if (in_region.start >= 0)
        region = text;
    }
  settle_codes (self, &in_diagnostic, &in_region);

  if (raw != NULL)
    self->diagnostic = flatten (raw);
  else if (region != NULL)
    self->diagnostic = dup_words (region, &in_region, self->recipient);
  if (self->diagnostic != NULL && *self->diagnostic == '\0')
    g_clear_pointer (&self->diagnostic, g_free);
  if (self->diagnostic == NULL && text != NULL)
    self->diagnostic = dup_telling_words (text);

  said = g_strconcat (self->diagnostic != NULL ? self->diagnostic : "", "\n", around, NULL);
  words = mc_words_new (self->diagnostic != NULL ? self->diagnostic : "");
  phase = find_phase (words);
  if (phase == NULL)
    phase = find_phase (words_around);
  if (phase != NULL)
    self->smtp_command = g_strdup (phase->command);
  if (self->reporting_host == NULL && text != NULL)
    self->reporting_host = find_host (text, reporting_words, G_N_ELEMENTS (reporting_words));
  if (self->remote_host == NULL)
    self->remote_host = find_remote_host (self->reporting_host, self->diagnostic, region, around);

  refusal = (McRefusal) {
    .host = self->remote_host != NULL ? self->remote_host : self->reporting_host,
    .reply_code = self->reply_code,
    .enhanced_code = self->enhanced_code,
    .phase = phase != NULL ? phase->phase : MC_REFUSAL_PHASE_UNKNOWN,
  };
  /* OpenSMTPD calls what it has just thrown away “delayed”. */
  if (self->action == MC_DELIVERY_DELAYED && mc_refusal_says_expired (words))
    self->action = MC_DELIVERY_FAILED;
  self->reason = judge_reason (self, &refusal, words, words_around);
  self->cause = mc_refusal_find_cause (self->reason, said);
  self->is_permanent = is_permanent (self);
  self->is_final = self->action != MC_DELIVERY_DELAYED;
}
