/* mc-dns-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <ares.h>

#include "mc-dns-answer.h"

#define MAX_RECORDS 64
#define MAX_ERRORS  8

/* RFC 8914 section 4.16 to 4.18: blocked, censored, filtered. */
#define FIRST_FILTER_ERROR 15
#define LAST_FILTER_ERROR  17

static void
record_free (gpointer data)
{
  McDnsRecord *record = data;

  g_free (record->name);
  g_clear_object (&record->address);
  g_free (record->target);
  g_clear_pointer (&record->text, g_bytes_unref);
  g_free (record);
}

static void
read_text (McDnsRecord         *record,
           const ares_dns_rr_t *rr)
{
  size_t               length = 0;
  const unsigned char *bytes = ares_dns_rr_get_bin (rr, ARES_RR_TXT_DATA, &length);

  record->text = g_bytes_new (bytes, bytes != NULL ? length : 0);
}

/* Fills in the values; a name that is missing makes the record useless. */
static gboolean
read_values (McDnsRecord         *record,
             const ares_dns_rr_t *rr)
{
  const struct in_addr       *ipv4;
  const struct ares_in6_addr *ipv6;

  switch (record->type)
    {
    case MC_DNS_TYPE_A:
      ipv4 = ares_dns_rr_get_addr (rr, ARES_RR_A_ADDR);
      if (ipv4 != NULL)
        record->address = g_inet_address_new_from_bytes ((const guint8 *) ipv4, G_SOCKET_FAMILY_IPV4);
      return record->address != NULL;
    case MC_DNS_TYPE_AAAA:
      ipv6 = ares_dns_rr_get_addr6 (rr, ARES_RR_AAAA_ADDR);
      if (ipv6 != NULL)
        record->address = g_inet_address_new_from_bytes ((const guint8 *) ipv6, G_SOCKET_FAMILY_IPV6);
      return record->address != NULL;
    case MC_DNS_TYPE_NS:
      record->target = g_strdup (ares_dns_rr_get_str (rr, ARES_RR_NS_NSDNAME));
      return record->target != NULL;
    case MC_DNS_TYPE_CNAME:
      record->target = g_strdup (ares_dns_rr_get_str (rr, ARES_RR_CNAME_CNAME));
      return record->target != NULL;
    case MC_DNS_TYPE_PTR:
      record->target = g_strdup (ares_dns_rr_get_str (rr, ARES_RR_PTR_DNAME));
      return record->target != NULL;
    case MC_DNS_TYPE_SOA:
      record->target = g_strdup (ares_dns_rr_get_str (rr, ARES_RR_SOA_MNAME));
      record->serial = ares_dns_rr_get_u32 (rr, ARES_RR_SOA_SERIAL);
      return record->target != NULL;
    case MC_DNS_TYPE_MX:
      record->target = g_strdup (ares_dns_rr_get_str (rr, ARES_RR_MX_EXCHANGE));
      record->priority = ares_dns_rr_get_u16 (rr, ARES_RR_MX_PREFERENCE);
      return record->target != NULL;
    case MC_DNS_TYPE_SRV:
      record->target = g_strdup (ares_dns_rr_get_str (rr, ARES_RR_SRV_TARGET));
      record->priority = ares_dns_rr_get_u16 (rr, ARES_RR_SRV_PRIORITY);
      record->weight = ares_dns_rr_get_u16 (rr, ARES_RR_SRV_WEIGHT);
      record->port = ares_dns_rr_get_u16 (rr, ARES_RR_SRV_PORT);
      return record->target != NULL;
    case MC_DNS_TYPE_TXT:
      read_text (record, rr);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
read_records (McDnsAnswer             *self,
              const ares_dns_record_t *message)
{
  size_t n_records = ares_dns_record_rr_cnt (message, ARES_SECTION_ANSWER);

  for (size_t i = 0; i < n_records && self->records->len < MAX_RECORDS; i++)
    {
      const ares_dns_rr_t *rr = ares_dns_record_rr_get_const (message, ARES_SECTION_ANSWER, i);
      McDnsRecord         *record;

      if (rr == NULL || ares_dns_rr_get_class (rr) != ARES_CLASS_IN)
        continue;

      record = g_new0 (McDnsRecord, 1);
      record->name = g_strdup (ares_dns_rr_get_name (rr));
      record->type = (McDnsType) ares_dns_rr_get_type (rr);
      record->ttl = ares_dns_rr_get_ttl (rr);
      if (read_values (record, rr))
        g_ptr_array_add (self->records, record);
      else
        record_free (record);
    }
}

/* RFC 8914 section 2: the info code comes first, then text for people. */
static void
read_extended_errors (McDnsAnswer         *self,
                      const ares_dns_rr_t *rr)
{
  size_t n_options = ares_dns_rr_get_opt_cnt (rr, ARES_RR_OPT_OPTIONS);

  for (size_t i = 0; i < n_options && self->extended_errors->len < MAX_ERRORS; i++)
    {
      const unsigned char *bytes = NULL;
      size_t               length = 0;
      guint16              code;

      if (ares_dns_rr_get_opt (rr, ARES_RR_OPT_OPTIONS, i, &bytes, &length) != ARES_OPT_PARAM_EXTENDED_DNS_ERROR ||
          bytes == NULL || length < 2)
        continue;

      code = (guint16) (bytes[0] << 8 | bytes[1]);
      g_array_append_val (self->extended_errors, code);
    }
}

/**
 * mc_dns_answer_new_from_message:
 * @message: a message that c-ares read
 *
 * Returns: (transfer full): what matters of it
 */
McDnsAnswer *
mc_dns_answer_new_from_message (const struct ares_dns_record *message)
{
  McDnsAnswer *self = g_new0 (McDnsAnswer, 1);
  size_t       n_more = ares_dns_record_rr_cnt (message, ARES_SECTION_ADDITIONAL);

  self->code = ares_dns_record_get_rcode (message);
  self->is_authenticated = (ares_dns_record_get_flags (message) & ARES_FLAG_AD) != 0;
  self->records = g_ptr_array_new_with_free_func (record_free);
  self->extended_errors = g_array_new (FALSE, FALSE, sizeof (guint16));
  read_records (self, message);

  for (size_t i = 0; i < n_more; i++)
    {
      const ares_dns_rr_t *rr = ares_dns_record_rr_get_const (message, ARES_SECTION_ADDITIONAL, i);

      if (rr != NULL && ares_dns_rr_get_type (rr) == ARES_REC_TYPE_OPT)
        read_extended_errors (self, rr);
    }

  return self;
}

/**
 * mc_dns_answer_parse:
 * @bytes: (array length=length): a message of RFC 1035 section 4
 * @length: its length
 * @error: %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL when it is not one
 */
McDnsAnswer *
mc_dns_answer_parse (const guint8 *bytes,
                     gsize         length,
                     GError      **error)
{
  ares_dns_record_t *message = NULL;
  McDnsAnswer       *self = NULL;

  if (length == 0 || length > MC_DNS_MAX_MESSAGE || ares_dns_parse (bytes, length, 0, &message) != ARES_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a DNS message");
      return NULL;
    }

  if ((ares_dns_record_get_flags (message) & ARES_FLAG_QR) != 0)
    self = mc_dns_answer_new_from_message (message);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A DNS message that is no answer");
  ares_dns_record_destroy (message);

  return self;
}

/**
 * mc_dns_answer_is_denial:
 * @self: an answer
 *
 * Returns: whether it says that there are no such records
 */
gboolean
mc_dns_answer_is_denial (McDnsAnswer *self)
{
  return self->code == MC_DNS_CODE_NO_SUCH_NAME || (self->code == MC_DNS_CODE_OK && self->records->len == 0);
}

/**
 * mc_dns_answer_is_filtered:
 * @self: an answer
 *
 * Returns: whether the server says that it withholds the true answer (RFC 8914)
 */
gboolean
mc_dns_answer_is_filtered (McDnsAnswer *self)
{
  for (guint i = 0; i < self->extended_errors->len; i++)
    {
      guint16 code = g_array_index (self->extended_errors, guint16, i);

      if (code >= FIRST_FILTER_ERROR && code <= LAST_FILTER_ERROR)
        return TRUE;
    }

  return FALSE;
}

/**
 * mc_dns_answer_add_addresses:
 * @self: an answer
 * @addresses: (element-type GInetAddress): takes the addresses in it
 */
void
mc_dns_answer_add_addresses (McDnsAnswer *self,
                             GPtrArray   *addresses)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      McDnsRecord *record = g_ptr_array_index (self->records, i);

      if (record->address != NULL)
        g_ptr_array_add (addresses, g_object_ref (record->address));
    }
}

static gpointer
record_copy (gconstpointer source,
             gpointer      unused)
{
  const McDnsRecord *record = source;
  McDnsRecord       *copy = g_memdup2 (record, sizeof *record);

  copy->name = g_strdup (record->name);
  copy->address = record->address != NULL ? g_object_ref (record->address) : NULL;
  copy->target = g_strdup (record->target);
  copy->text = record->text != NULL ? g_bytes_ref (record->text) : NULL;

  return copy;
}

McDnsAnswer *
mc_dns_answer_copy (McDnsAnswer *self)
{
  McDnsAnswer *copy = g_memdup2 (self, sizeof *self);

  copy->records = g_ptr_array_copy (self->records, record_copy, NULL);
  g_ptr_array_set_free_func (copy->records, record_free);
  copy->extended_errors = g_array_copy (self->extended_errors);

  return copy;
}

void
mc_dns_answer_free (McDnsAnswer *self)
{
  g_ptr_array_unref (self->records);
  g_array_unref (self->extended_errors);
  g_free (self);
}

G_DEFINE_BOXED_TYPE (McDnsAnswer, mc_dns_answer, mc_dns_answer_copy, mc_dns_answer_free)
