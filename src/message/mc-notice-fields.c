/* mc-notice-fields.c
 *
 * The fields of a delivery status notification (RFC 3464), wherever they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-notice-private.h"
#include "mc-reply-codes.h"
#include "mc-text.h"

#define MAX_WORD 1000

typedef struct
{
  McDelivery *delivery;
  char       *reporting_host;
  gboolean    has_recipient;
  gboolean    has_outcome;
  GPtrArray  *deliveries;
} Reader;

/* @set takes the value into the group that is being read. */
typedef struct
{
  const char *name;
  void (*set) (Reader     *self,
               const char *value);
} Field;

typedef struct
{
  const char      *word;
  McDeliveryAction action;
} ActionRow;

static const ActionRow actions[] = {
  { "failed", MC_DELIVERY_FAILED },
  { "failure", MC_DELIVERY_FAILED },
  { "delayed", MC_DELIVERY_DELAYED },
  { "delivered", MC_DELIVERY_DELIVERED },
  { "relayed", MC_DELIVERY_RELAYED },
  { "expanded", MC_DELIVERY_EXPANDED },
  { "error", MC_DELIVERY_FAILED },
  { "deliverable", MC_DELIVERY_DELIVERED },
};

/* What comes after “type;”, or all where there is no type. */
static const char *
skip_type (const char *value)
{
  gsize length = strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
  gsize spaces = strspn (value + length, " ");

  if (length == 0 || value[length + spaces] != ';')
    return value;

  value += length + spaces + 1;
  return value + strspn (value, " \t");
}

static char *
dup_address (const char *value)
{
  const char *address = skip_type (value);
  gsize       length = strlen (address);

  if (length > 2 && address[0] == '<' && address[length - 1] == '>')
    return mc_text_make_safe (address + 1, (gssize) length - 2, MAX_WORD);

  return length > 0 ? mc_text_make_safe (address, -1, MAX_WORD) : NULL;
}

/* “mx.example.org (TCP|…)”, “mx.example.org. (192.0.2.1, the server for …)”: the name alone. */
static char *
dup_host (const char *value)
{
  const char *host = skip_type (value);
  gsize       length = strcspn (host, " \t(;");

  while (length > 0 && host[length - 1] == '.')
    length--;

  return length > 0 ? mc_text_make_safe (host, (gssize) length, 255) : NULL;
}

static void
replace (char **place,
         char  *value)
{
  g_free (*place);
  *place = value;
}

static void
set_reporting_mta (Reader     *self,
                   const char *value)
{
  replace (&self->reporting_host, dup_host (value));
}

static void
set_final_recipient (Reader     *self,
                     const char *value)
{
  replace (&self->delivery->recipient, dup_address (value));
  self->has_recipient |= self->delivery->recipient != NULL;
}

static void
set_original_recipient (Reader     *self,
                        const char *value)
{
  replace (&self->delivery->original_recipient, dup_address (value));
  self->has_recipient |= self->delivery->original_recipient != NULL;
}

static void
set_action (Reader     *self,
            const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (mc_text_has_prefix (value, actions[i].word))
        {
          self->delivery->action = actions[i].action;
          self->has_outcome = TRUE;
        }
    }
}

/* The comment after the code is all that some systems say. */
static void
set_status (Reader     *self,
            const char *value)
{
  char        code[MC_ENHANCED_CODE_SIZE];
  const char *comment = strchr (value, '(');

  if (!mc_reply_codes_read_enhanced (value, code))
    return;

  replace (&self->delivery->enhanced_code, g_strdup (code));
  self->has_outcome = TRUE;
  if (comment != NULL && self->delivery->diagnostic == NULL)
    self->delivery->diagnostic = g_strndup (comment + 1, strcspn (comment + 1, ")"));
}

/* The exit status of a program stays marked as one. */
static void
set_diagnostic (Reader     *self,
                const char *value)
{
  const char *text = skip_type (value);

  if (*text == '\0')
    return;

  replace (&self->delivery->diagnostic, g_strdup (mc_text_has_prefix (value, "x-unix") ? value : text));
  self->has_outcome = TRUE;
}

static void
set_remote_mta (Reader     *self,
                const char *value)
{
  replace (&self->delivery->remote_host, dup_host (value));
}

static void
set_last_attempt (Reader     *self,
                  const char *value)
{
  self->delivery->last_attempt = mc_notice_read_date (value);
}

static const Field fields[] = {
  { "reporting-mta", set_reporting_mta },
  { "final-recipient", set_final_recipient },
  { "original-recipient", set_original_recipient },
  { "action", set_action },
  { "status", set_status },
  { "diagnostic-code", set_diagnostic },
  { "remote-mta", set_remote_mta },
  { "last-attempt-date", set_last_attempt },
};

/* The end of a group: what it told of one recipient is a delivery. */
static void
end_group (Reader *self)
{
  McDelivery *delivery = self->delivery;

  if (!self->has_recipient || !self->has_outcome || self->deliveries->len >= MC_NOTICE_MAX_DELIVERIES)
    {
      mc_delivery_free (delivery);
    }
  else
    {
      if (delivery->recipient == NULL)
        delivery->recipient = g_strdup (delivery->original_recipient);
      delivery->reporting_host = g_strdup (self->reporting_host);
      g_ptr_array_add (self->deliveries, delivery);
    }

  self->delivery = mc_delivery_new ();
  self->has_recipient = FALSE;
  self->has_outcome = FALSE;
}

/* A value to its end, with the lines that belong to it. Returns: the line after it */
static const char *
read_value (const char *p,
            GString    *value)
{
  g_string_truncate (value, 0);
  for (;;)
    {
      gsize length = strcspn (p, "\n");

      g_string_append_len (value, p, (gssize) length);
      p += length;
      if (*p == '\0' || (p[1] != ' ' && p[1] != '\t') || value->len > MC_NOTICE_MAX_TEXT)
        break;
      p++;
    }

  g_strstrip (value->str);
  return *p == '\n' ? p + 1 : p;
}

static const Field *
find_field (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (mc_text_has_prefix (line, fields[i].name) && line[strlen (fields[i].name)] == ':')
        return &fields[i];
    }

  return NULL;
}

/**
 * mc_notice_read_fields:
 * @text: a text with such fields, perhaps among others
 *
 * Reads the per-recipient fields. A diagnostic is taken as it stands.
 *
 * Returns: (transfer full) (element-type McDelivery): what they tell of, without reasons
 */
GPtrArray *
mc_notice_read_fields (const char *text)
{
  GPtrArray          *deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_delivery_free);
  Reader              self = { .delivery = mc_delivery_new (), .deliveries = deliveries };
  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *line = text; *line != '\0';)
    {
      const Field *field = find_field (line);

      if (field != NULL)
        {
          /* Without an empty line between them, the next recipient begins where its address does. */
          if (field->set == set_final_recipient && self.delivery->recipient != NULL)
            end_group (&self);
          line = read_value (line + strlen (field->name) + 1, value);
          field->set (&self, value->str);
          continue;
        }

      if (mc_text_is_blank_line (line))
        end_group (&self);
      line += strcspn (line, "\n");
      line += *line == '\n' ? 1 : 0;
    }

  end_group (&self);
  mc_delivery_free (self.delivery);
  g_free (self.reporting_host);

  return deliveries;
}
