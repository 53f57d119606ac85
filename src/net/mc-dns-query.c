/* mc-dns-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <ares.h>

#include "mc-dns-query.h"
#include "mc-future.h"

/* A lost datagram is sent again after this; the scope bounds the whole. */
#define TRY_TIMEOUT_MS 1500
#define MAX_TRIES      3

/* What passes everywhere in one piece (RFC 9715). */
#define DATAGRAM_SIZE 1232

typedef struct
{
  ares_channel_t *channel;
  GArray         *sockets; /* GPollFD */
  gboolean        is_over;
  ares_status_t   status;
  McDnsAnswer    *answer;
} Query;

static gboolean
check_status (int      status,
              GError **error)
{
  if (status == ARES_SUCCESS)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR,
                       status == ARES_ETIMEOUT       ? G_IO_ERROR_TIMED_OUT
                       : status == ARES_ECONNREFUSED ? G_IO_ERROR_CONNECTION_REFUSED
                       : status == ARES_EBADRESP     ? G_IO_ERROR_INVALID_DATA
                       : status == ARES_EBADNAME     ? G_IO_ERROR_INVALID_ARGUMENT
                                                     : G_IO_ERROR_FAILED,
                       ares_strerror (status));
  return FALSE;
}

/* A question with EDNS (RFC 6891), without which no server explains its errors. */
static ares_dns_record_t *
new_question (const char *name,
              McDnsType   type,
              McDnsFlags  flags,
              GError    **error)
{
  ares_dns_record_t *message = NULL;
  ares_dns_rr_t     *rr = NULL;
  unsigned short     bits = ARES_FLAG_RD | ARES_FLAG_AD;
  ares_status_t      status;

  if (flags & MC_DNS_UNCHECKED)
    bits |= ARES_FLAG_CD;

  status = ares_dns_record_create (&message, 0, bits, ARES_OPCODE_QUERY, ARES_RCODE_NOERROR);
  if (status == ARES_SUCCESS)
    status = ares_dns_record_query_add (message, name, (ares_dns_rec_type_t) type, ARES_CLASS_IN);
  if (status == ARES_SUCCESS)
    status = ares_dns_record_rr_add (&rr, message, ARES_SECTION_ADDITIONAL, "", ARES_REC_TYPE_OPT, ARES_CLASS_IN, 0);
  if (status == ARES_SUCCESS)
    status = ares_dns_rr_set_u16 (rr, ARES_RR_OPT_UDP_SIZE, DATAGRAM_SIZE);
  if (status == ARES_SUCCESS)
    status = ares_dns_rr_set_u8 (rr, ARES_RR_OPT_VERSION, 0);
  if (status == ARES_SUCCESS)
    status = ares_dns_rr_set_u16 (rr, ARES_RR_OPT_FLAGS, 0);

  if (check_status ((int) status, error))
    return message;

  ares_dns_record_destroy (message);
  return NULL;
}

/**
 * mc_dns_query_write:
 * @name: a domain name in ASCII
 * @type: the record type
 * @flags: how to ask
 * @error: an error of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the question as a message of RFC 1035,
 *   with the id 0 that RFC 8484 section 4.1 wants
 */
GBytes *
mc_dns_query_write (const char *name,
                    McDnsType   type,
                    McDnsFlags  flags,
                    GError    **error)
{
  ares_dns_record_t *message = new_question (name, type, flags, error);
  unsigned char     *buffer = NULL;
  size_t             length = 0;
  GBytes            *bytes = NULL;

  if (message == NULL)
    return NULL;

  if (check_status ((int) ares_dns_write (message, &buffer, &length), error))
    bytes = g_bytes_new (buffer, length);
  ares_free_string (buffer);
  ares_dns_record_destroy (message);

  return bytes;
}

/* Keeps the list of what c-ares waits for. */
static void
on_socket_state_cb (void         *data,
                    ares_socket_t fd,
                    int           readable,
                    int           writable)
{
  Query  *self = data;
  GPollFD socket = { .fd = fd, .events = (gushort) ((readable ? G_IO_IN : 0) | (writable ? G_IO_OUT : 0)) };

  for (guint i = 0; i < self->sockets->len; i++)
    {
      if (g_array_index (self->sockets, GPollFD, i).fd == fd)
        {
          g_array_remove_index_fast (self->sockets, i);
          break;
        }
    }

  if (socket.events != 0)
    g_array_append_val (self->sockets, socket);
}

static void
on_answer_cb (void                    *data,
              ares_status_t            status,
              size_t                   n_timeouts,
              const ares_dns_record_t *message)
{
  Query *self = data;

  self->is_over = TRUE;
  self->status = status;
  if (message != NULL)
    {
      self->status = ARES_SUCCESS;
      self->answer = mc_dns_answer_new_from_message (message);
    }
}

/* With a server of our own choice nothing is read from this computer's settings. */
static gboolean
open_channel (Query        *self,
              GInetAddress *server,
              GError      **error)
{
  struct ares_options options = {
    .flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_NOCHECKRESP | ARES_FLAG_STAYOPEN,
    .timeout = TRY_TIMEOUT_MS,
    .tries = MAX_TRIES,
    .qcache_max_ttl = 0,
    .sock_state_cb = on_socket_state_cb,
    .sock_state_cb_data = self,
    .resolvconf_path = (char *) "/dev/null",
    .hosts_path = (char *) "/dev/null",
  };
  int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_QUERY_CACHE |
             ARES_OPT_SOCK_STATE_CB;
  g_autofree char *address = NULL;
  g_autofree char *list = NULL;

  if (server == NULL)
    return check_status (ares_init_options (&self->channel, &options, mask), error);

  address = g_inet_address_to_string (server);
  list = g_strdup_printf (g_inet_address_get_family (server) == G_SOCKET_FAMILY_IPV6 ? "[%s]:53" : "%s:53", address);

  return check_status (ares_init_options (&self->channel, &options,
                                          mask | ARES_OPT_RESOLVCONF | ARES_OPT_HOSTS_FILE),
                       error) &&
         check_status (ares_set_servers_csv (self->channel, list), error);
}

/* Until a socket is ready, or c-ares has something to do by itself; the end of the scope shows afterwards. */
static void
wait (Query   *self,
      McScope *scope)
{
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);
  struct timeval        longest = { .tv_sec = TRY_TIMEOUT_MS / 1000, .tv_usec = TRY_TIMEOUT_MS % 1000 * 1000 };
  struct timeval        left;
  struct timeval       *limit = ares_timeout (self->channel, &longest, &left);

  for (guint i = 0; i < self->sockets->len; i++)
    {
      GPollFD *socket = &g_array_index (self->sockets, GPollFD, i);

      g_ptr_array_add (futures, mc_future_fd_ready (socket->fd, (GIOCondition) socket->events));
    }
  g_ptr_array_add (futures, dex_timeout_new_usec (limit->tv_sec * G_USEC_PER_SEC + limit->tv_usec));

  mc_scope_await (scope, dex_future_firstv ((DexFuture *const *) futures->pdata, futures->len), NULL);
}

static void
process (Query *self)
{
  g_autoptr (GArray)           ready = g_array_copy (self->sockets);
  g_autofree ares_fd_events_t *events = g_new0 (ares_fd_events_t, ready->len + 1);
  size_t                       n_events = 0;

  g_poll ((GPollFD *) (gpointer) ready->data, ready->len, 0);
  for (guint i = 0; i < ready->len; i++)
    {
      const GPollFD *socket = &g_array_index (ready, GPollFD, i);
      const gushort  broken = G_IO_ERR | G_IO_HUP;

      if (socket->revents == 0)
        continue;

      events[n_events].fd = socket->fd;
      if (socket->revents & (G_IO_IN | broken))
        events[n_events].events |= ARES_FD_EVENT_READ;
      if (socket->revents & (G_IO_OUT | broken) & (socket->events | broken))
        events[n_events].events |= ARES_FD_EVENT_WRITE;
      n_events++;
    }

  ares_process_fds (self->channel, events, n_events, ARES_PROCESS_FLAG_NONE);
}

static gboolean
is_time_over (McScope *scope,
              GError **error)
{
  if (mc_scope_is_cancelled (scope))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The query was cancelled");
  else if (g_get_monotonic_time () >= mc_scope_get_deadline (scope))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The name server did not answer in time");
  else
    return FALSE;

  return TRUE;
}

static gboolean
run (Query             *self,
     McScope           *scope,
     ares_dns_record_t *question,
     GError           **error)
{
  if (!check_status ((int) ares_send_dnsrec (self->channel, question, on_answer_cb, self, NULL), error))
    return FALSE;

  while (!self->is_over)
    {
      wait (self, scope);
      if (is_time_over (scope, error))
        return FALSE;
      process (self);
    }

  return check_status ((int) self->status, error);
}

/**
 * mc_dns_query:
 * @scope: the time it has
 * @server: (nullable): the name server to ask, on port 53; %NULL for those of this computer
 * @name: a domain name in ASCII
 * @type: the record type
 * @flags: how to ask
 * @error: an error of %G_IO_ERROR
 *
 * Asks one question over UDP, and over TCP where the answer does not fit.
 * Neither the hosts file nor a cache of ours comes between. Every message the
 * server sends back is an answer, whatever its result code.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error
 */
McDnsAnswer *
mc_dns_query (McScope      *scope,
              GInetAddress *server,
              const char   *name,
              McDnsType     type,
              McDnsFlags    flags,
              GError      **error)
{
  Query              self = { .sockets = g_array_new (FALSE, FALSE, sizeof (GPollFD)) };
  ares_dns_record_t *question = new_question (name, type, flags, error);

  if (question != NULL && open_channel (&self, server, error))
    run (&self, scope, question, error);

  /* This calls back what is still open, while everything it touches is alive. */
  ares_destroy (self.channel);
  ares_dns_record_destroy (question);
  g_array_unref (self.sockets);

  return self.answer;
}
