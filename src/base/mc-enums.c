/* mc-enums.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-enums.h"

typedef struct
{
  const char *id;
  const char *title;
} Name;

static const Name protocols[] = {
  [MC_PROTOCOL_IMAP] = { "imap", "IMAP" },
  [MC_PROTOCOL_POP3] = { "pop3", "POP3" },
  [MC_PROTOCOL_SMTP] = { "smtp", "SMTP" },
};

static const Name securities[] = {
  [MC_SECURITY_TLS] = { "tls", "TLS" },
  [MC_SECURITY_STARTTLS] = { "starttls", "STARTTLS" },
  [MC_SECURITY_NONE] = { "none", N_ ("no encryption") },
};

static const char *const origins[] = {
  [MC_ORIGIN_USER] = "user",
  [MC_ORIGIN_PROVIDER] = "provider",
  [MC_ORIGIN_ISPDB] = "ispdb",
  [MC_ORIGIN_AUTOCONFIG] = "autoconfig",
  [MC_ORIGIN_SRV] = "srv",
  [MC_ORIGIN_AUTODISCOVER] = "autodiscover",
  [MC_ORIGIN_PROGRAM] = "program",
  [MC_ORIGIN_ONLINE_ACCOUNT] = "online-account",
  [MC_ORIGIN_GUESS] = "guess",
};

static const Name symptoms[] = {
  [MC_SYMPTOM_EVERYTHING] = { "everything", N_ ("Check everything") },
  [MC_SYMPTOM_CANNOT_CONNECT] = { "cannot-connect", N_ ("Cannot connect") },
  [MC_SYMPTOM_NOT_RECEIVING] = { "not-receiving", N_ ("Not receiving messages") },
  [MC_SYMPTOM_CANNOT_SEND] = { "cannot-send", N_ ("Cannot send messages") },
  [MC_SYMPTOM_BOUNCED] = { "bounced", N_ ("A message came back") },
  [MC_SYMPTOM_MARKED_AS_SPAM] = { "marked-as-spam", N_ ("Messages land in spam") },
  [MC_SYMPTOM_DELAYED] = { "delayed", N_ ("Messages are slow") },
};

static const Name outcomes[] = {
  [MC_OUTCOME_SKIPPED] = { "skipped", N_ ("Skipped") },
  [MC_OUTCOME_PASS] = { "pass", N_ ("Passed") },
  [MC_OUTCOME_WARNING] = { "warning", N_ ("Warning") },
  [MC_OUTCOME_FAIL] = { "fail", N_ ("Failed") },
};

static const Name groups[] = {
  [MC_GROUP_ACCOUNT] = { "account", N_ ("Account") },
  [MC_GROUP_COMPUTER] = { "computer", N_ ("This computer") },
  [MC_GROUP_NETWORK] = { "network", N_ ("Network") },
  [MC_GROUP_DOMAIN] = { "domain", N_ ("Domain") },
  [MC_GROUP_INCOMING] = { "incoming", N_ ("Incoming mail server") },
  [MC_GROUP_OUTGOING] = { "outgoing", N_ ("Outgoing mail server") },
  [MC_GROUP_MAILBOX] = { "mailbox", N_ ("Mailbox") },
};

static gboolean
find_name (const Name *names,
           gsize       n_names,
           const char *id,
           int        *value)
{
  for (gsize i = 0; i < n_names; i++)
    {
      if (g_strcmp0 (names[i].id, id) == 0)
        {
          *value = (int) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
mc_protocol_get_id (McProtocol protocol)
{
  return protocols[protocol].id;
}

const char *
mc_protocol_get_title (McProtocol protocol)
{
  return protocols[protocol].title;
}

/**
 * mc_protocol_from_id:
 * @id: (nullable): a public id such as `imap`
 * @protocol: (out): set when the id is known
 *
 * Returns: whether the id is known
 */
gboolean
mc_protocol_from_id (const char *id,
                     McProtocol *protocol)
{
  int value;

  if (!find_name (protocols, G_N_ELEMENTS (protocols), id, &value))
    return FALSE;

  *protocol = (McProtocol) value;
  return TRUE;
}

/**
 * mc_protocol_get_port:
 * @protocol: a mail protocol
 * @security: how the connection is protected
 *
 * The registered port (RFC 8314 for TLS; RFC 6409 for submission).
 */
guint16
mc_protocol_get_port (McProtocol protocol,
                      McSecurity security)
{
  switch (protocol)
    {
    case MC_PROTOCOL_IMAP:
      return security == MC_SECURITY_TLS ? 993 : 143;
    case MC_PROTOCOL_POP3:
      return security == MC_SECURITY_TLS ? 995 : 110;
    case MC_PROTOCOL_SMTP:
      return security == MC_SECURITY_TLS ? 465 : 587;
    default:
      g_return_val_if_reached (0);
    }
}

const char *
mc_security_get_id (McSecurity security)
{
  return securities[security].id;
}

const char *
mc_security_get_title (McSecurity security)
{
  return security == MC_SECURITY_NONE ? _ (securities[security].title) : securities[security].title;
}

gboolean
mc_security_from_id (const char *id,
                     McSecurity *security)
{
  int value;

  if (!find_name (securities, G_N_ELEMENTS (securities), id, &value))
    return FALSE;

  *security = (McSecurity) value;
  return TRUE;
}

const char *
mc_origin_get_id (McOrigin origin)
{
  return origins[origin];
}

const char *
mc_symptom_get_id (McSymptom symptom)
{
  return symptoms[symptom].id;
}

const char *
mc_symptom_get_title (McSymptom symptom)
{
  return _ (symptoms[symptom].title);
}

gboolean
mc_symptom_from_id (const char *id,
                    McSymptom  *symptom)
{
  int value;

  if (!find_name (symptoms, G_N_ELEMENTS (symptoms), id, &value))
    return FALSE;

  *symptom = (McSymptom) value;
  return TRUE;
}

const char *
mc_outcome_get_id (McOutcome outcome)
{
  return outcomes[outcome].id;
}

const char *
mc_outcome_get_title (McOutcome outcome)
{
  return _ (outcomes[outcome].title);
}

const char *
mc_group_get_id (McGroup group)
{
  return groups[group].id;
}

const char *
mc_group_get_title (McGroup group)
{
  return _ (groups[group].title);
}
