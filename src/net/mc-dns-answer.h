/* mc-dns-answer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_DNS_ANSWER (mc_dns_answer_get_type ())

/* A message of DNS over TCP or HTTPS is no longer than this. */
#define MC_DNS_MAX_MESSAGE 65535

/**
 * McDnsType:
 *
 * The record types that mail needs, with IANA's numbers.
 */
typedef enum
{
  MC_DNS_TYPE_A = 1,
  MC_DNS_TYPE_NS = 2,
  MC_DNS_TYPE_CNAME = 5,
  MC_DNS_TYPE_SOA = 6,
  MC_DNS_TYPE_PTR = 12,
  MC_DNS_TYPE_MX = 15,
  MC_DNS_TYPE_TXT = 16,
  MC_DNS_TYPE_AAAA = 28,
  MC_DNS_TYPE_SRV = 33,
} McDnsType;

/* Result codes of RFC 1035 section 4.1.1 that are told apart. */
typedef enum
{
  MC_DNS_CODE_OK = 0,
  MC_DNS_CODE_SERVER_FAILURE = 2,
  MC_DNS_CODE_NO_SUCH_NAME = 3,
  MC_DNS_CODE_REFUSED = 5,
} McDnsCode;

/**
 * McDnsRecord:
 * @name: the name it is about
 * @type: its type
 * @ttl: for how many seconds it holds
 * @address: (nullable): of A and AAAA
 * @target: (nullable): the other name of NS, CNAME, PTR, MX and SRV, the first server of SOA
 * @priority: of MX and SRV
 * @weight: of SRV
 * @port: of SRV
 * @serial: of SOA
 * @text: (nullable): of TXT, its strings joined; any bytes
 *
 * A record of an answer.
 */
typedef struct
{
  char         *name;
  McDnsType     type;
  guint32       ttl;
  GInetAddress *address;
  char         *target;
  guint16       priority;
  guint16       weight;
  guint16       port;
  guint32       serial;
  GBytes       *text;
} McDnsRecord;

/**
 * McDnsAnswer:
 * @code: the result code; a #McDnsCode or another of IANA's
 * @is_authenticated: whether the server says that it verified signatures (AD, RFC 4035);
 *   to be believed only as far as the way to the server is
 * @records: (element-type McDnsRecord): the answer section, of known types
 * @extended_errors: (element-type guint16): info codes of RFC 8914
 */
typedef struct
{
  guint      code;
  gboolean   is_authenticated;
  GPtrArray *records;
  GArray    *extended_errors;
} McDnsAnswer;

struct ares_dns_record;

GType        mc_dns_answer_get_type (void) G_GNUC_CONST;
McDnsAnswer *mc_dns_answer_new_from_message (const struct ares_dns_record *message);
McDnsAnswer *mc_dns_answer_parse (const guint8 *bytes,
                                  gsize         length,
                                  GError      **error);
McDnsAnswer *mc_dns_answer_copy (McDnsAnswer *self);
void         mc_dns_answer_free (McDnsAnswer *self);
gboolean     mc_dns_answer_is_denial (McDnsAnswer *self);
gboolean     mc_dns_answer_is_filtered (McDnsAnswer *self);
void         mc_dns_answer_add_addresses (McDnsAnswer *self,
                                          GPtrArray   *addresses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McDnsAnswer, mc_dns_answer_free)

G_END_DECLS
