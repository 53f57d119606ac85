/* mc-mail-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-mail-reply.h"
#include "mc-text.h"

/* As long as a line may be: what is cut here could be the part by which a secret is known. */
#define MAX_TEXT_CHARS (64 * 1024)

/**
 * McMailReply:
 *
 * What a server answered to one command: whether it did as asked, its codes,
 * and its own words, made safe to show.
 */
struct _McMailReply
{
  gatomicrefcount   ref_count;
  McMailReplyStatus status;
  char             *text;
  char             *alert;
  char             *response_code;
  int               reply_code;
  char             *enhanced_code;
  char             *oauth_status;
};

G_DEFINE_BOXED_TYPE (McMailReply, mc_mail_reply, mc_mail_reply_ref, mc_mail_reply_unref)

/**
 * mc_mail_reply_new:
 * @status: what the answer comes to
 * @text: (nullable): the server's words, of any content
 * @length: their length in bytes, or -1 when NUL-terminated
 *
 * Returns: (transfer full): a new reply
 */
McMailReply *
mc_mail_reply_new (McMailReplyStatus status,
                   const char       *text,
                   gssize            length)
{
  McMailReply *self = g_new0 (McMailReply, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->status = status;
  self->text = mc_text_make_safe (text, text != NULL ? length : 0, MAX_TEXT_CHARS);

  return self;
}

McMailReply *
mc_mail_reply_ref (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mc_mail_reply_unref (McMailReply *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->alert);
  g_free (self->response_code);
  g_free (self->enhanced_code);
  g_free (self->oauth_status);
  g_free (self);
}

McMailReplyStatus
mc_mail_reply_get_status (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, MC_MAIL_REPLY_PROTOCOL_ERROR);

  return self->status;
}

gboolean
mc_mail_reply_is_accepted (McMailReply *self)
{
  return self != NULL && self->status == MC_MAIL_REPLY_ACCEPTED;
}

/**
 * mc_mail_reply_get_text:
 * @self: a reply
 *
 * Returns: the server's words without their codes, safe to show, perhaps empty
 */
const char *
mc_mail_reply_get_text (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * mc_mail_reply_get_alert:
 * @self: a reply
 *
 * What the server said besides, while the command ran: some providers put the
 * cause there and answer the command itself with a bare “failed”.
 *
 * Returns: (nullable): those words, safe to show
 */
const char *
mc_mail_reply_get_alert (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->alert;
}

/**
 * mc_mail_reply_get_response_code:
 * @self: a reply
 *
 * Returns: (nullable): the response code in upper case, such as
 *   `AUTHENTICATIONFAILED` (RFC 9051 section 7.1) or `SYS/TEMP` (RFC 3206)
 */
const char *
mc_mail_reply_get_response_code (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->response_code;
}

/**
 * mc_mail_reply_get_reply_code:
 * @self: a reply
 *
 * Returns: the SMTP reply code, or 0
 */
int
mc_mail_reply_get_reply_code (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->reply_code;
}

/**
 * mc_mail_reply_get_enhanced_code:
 * @self: a reply
 *
 * Returns: (nullable): the SMTP enhanced status code (RFC 3463), such as `5.7.8`
 */
const char *
mc_mail_reply_get_enhanced_code (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->enhanced_code;
}

/**
 * mc_mail_reply_get_oauth_status:
 * @self: a reply
 *
 * Returns: (nullable): why an access token was refused, where the server said so:
 *   `400`, `401` or `invalid_token` for one that has run out
 */
const char *
mc_mail_reply_get_oauth_status (McMailReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->oauth_status;
}

void
mc_mail_reply_set_alert (McMailReply *self,
                         const char  *alert)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->alert, alert);
}

void
mc_mail_reply_set_response_code (McMailReply *self,
                                 const char  *response_code)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->response_code, response_code);
}

void
mc_mail_reply_set_reply_code (McMailReply *self,
                              int          reply_code,
                              const char  *enhanced_code)
{
  g_return_if_fail (self != NULL);

  self->reply_code = reply_code;
  g_set_str (&self->enhanced_code, enhanced_code);
}

void
mc_mail_reply_set_oauth_status (McMailReply *self,
                                const char  *oauth_status)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->oauth_status, oauth_status);
}
