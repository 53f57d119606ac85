/* mc-check-other-ports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-service.h"

#define WEB_PORT           443
#define SIEVE_PORT         4190
#define CONNECT_TIMEOUT_MS 3000
#define WORK_TIMEOUT_MS    5000
/* More at once would look like an attack. */
#define MAX_AT_ONCE 4

typedef struct
{
  guint16    port;
  McProtocol protocol;
  McSecurity security;
} PortRow;

/* The usual ports of each protocol, encrypted ones first. */
static const PortRow ports[] = {
  { 993, MC_PROTOCOL_IMAP, MC_SECURITY_TLS },
  { 143, MC_PROTOCOL_IMAP, MC_SECURITY_STARTTLS },
  { 995, MC_PROTOCOL_POP3, MC_SECURITY_TLS },
  { 110, MC_PROTOCOL_POP3, MC_SECURITY_STARTTLS },
  { 465, MC_PROTOCOL_SMTP, MC_SECURITY_TLS },
  { 587, MC_PROTOCOL_SMTP, MC_SECURITY_STARTTLS },
  { 2525, MC_PROTOCOL_SMTP, MC_SECURITY_STARTTLS },
  { 25, MC_PROTOCOL_SMTP, MC_SECURITY_STARTTLS },
  { SIEVE_PORT, MC_PROTOCOL_IMAP, MC_SECURITY_STARTTLS },
};

/* The web tells a ban of mail ports from a host that is down. */
static const PortRow web = { WEB_PORT, MC_PROTOCOL_IMAP, MC_SECURITY_NONE };

typedef struct
{
  McScope          *scope;
  McServer         *server;
  GInetAddress     *address;
  McTranscript     *transcript;
  const PortRow    *row;
  gboolean          is_candidate; /* could take the place of the port in the settings */
  gboolean          is_open;
  McConnectionError code;
  gboolean          works;
} PortProbe;

/* What the probes showed together. */
typedef struct
{
  const PortRow *working;
  gboolean       is_web_open;
  gboolean       is_any_open;
  gboolean       is_undecided;
} PortSurvey;

/* Other ports are only asked once the configured one failed: a scan can itself bring a ban. */
gboolean
mc_check_other_ports_applies (McCheckContext *context,
                              const McCheck  *check)
{
  McMailSession *session = mc_check_get_session (context, check);

  return session != NULL && !mc_server_is_loopback (mc_mail_session_get_server (session)) &&
         !mc_mail_session_has_reached (session, MC_SESSION_CONNECTED);
}

static DexFuture *
probe_fiber (gpointer data)
{
  PortProbe               *probe = data;
  g_autoptr (McScope)      connecting = mc_scope_new (probe->scope, CONNECT_TIMEOUT_MS);
  g_autoptr (GError)       error = NULL;
  g_autoptr (McConnection) connection = mc_connection_open (connecting, probe->address, probe->row->port,
                                                            probe->transcript, &error);

  probe->is_open = connection != NULL;
  probe->code = error != NULL && error->domain == MC_CONNECTION_ERROR ? (McConnectionError) error->code
                                                                      : MC_CONNECTION_ERROR_FAILED;
  if (probe->is_open && probe->is_candidate)
    {
      g_autoptr (McScope) working = mc_scope_new (probe->scope, WORK_TIMEOUT_MS);

      mc_connection_close (connection);
      probe->works = mc_service_works (working, probe->server, probe->address, probe->row->port,
                                       probe->row->security, probe->transcript);
    }

  return dex_future_new_for_boolean (TRUE);
}

static const char *
describe_result (const PortProbe *probe)
{
  if (probe->works)
    return "works";

  if (probe->is_open)
    return "open";

  /* There was no time for it. */
  return probe->code == MC_CONNECTION_ERROR_FAILED ? "unknown" : mc_connection_error_get_id (probe->code);
}

static void
add_result (PortSurvey       *survey,
            const PortProbe  *probe,
            McFindingBuilder *finding)
{
  gboolean is_web = probe->row == &web;

  mc_finding_builder_add_evidence (finding, "port", "%u: %s", probe->row->port, describe_result (probe));
  survey->is_web_open |= is_web && probe->is_open;
  survey->is_any_open |= !is_web && probe->is_open;
  survey->is_undecided |= !probe->is_open && probe->code == MC_CONNECTION_ERROR_FAILED;
  if (probe->works && survey->working == NULL)
    survey->working = probe->row;
}

/* What the probes of one survey share. */
typedef struct
{
  McScope          *scope;
  McMailSession    *session;
  McTranscript     *transcript;
  McFindingBuilder *finding;
  PortSurvey        result;
} Surveying;

static void
probe_together (Surveying            *self,
                const PortRow *const *rows,
                guint                 n_rows,
                gboolean              are_candidates)
{
  McReach         *reach = mc_mail_session_get_reach (self->session);
  const McAttempt *attempt = mc_reach_best_attempt (reach, G_SOCKET_FAMILY_INVALID);
  PortProbe        probes[MAX_AT_ONCE];
  DexFuture       *futures[MAX_AT_ONCE];

  for (guint i = 0; i < n_rows; i++)
    {
      probes[i] = (PortProbe) {
        .scope = self->scope,
        .server = mc_mail_session_get_server (self->session),
        .address = attempt->address,
        .transcript = self->transcript,
        .row = rows[i],
        .is_candidate = are_candidates && rows[i] != &web,
      };
      futures[i] = mc_fiber_spawn (probe_fiber, &probes[i], NULL);
    }

  /* Joined, not given up: the fibers write into this stack frame. */
  for (guint i = 0; i < n_rows; i++)
    {
      dex_await (futures[i], NULL);
      add_result (&self->result, &probes[i], self->finding);
    }
}

static void
probe_all (Surveying            *self,
           const PortRow *const *rows,
           guint                 n_rows,
           gboolean              are_candidates)
{
  for (guint i = 0; i < n_rows; i += MAX_AT_ONCE)
    probe_together (self, rows + i, MIN (n_rows - i, MAX_AT_ONCE), are_candidates);
}

/* Filters are managed over a protocol of their own (RFC 5804); that port takes the place of none. */
static gboolean
is_candidate_row (const PortRow *row,
                  McServer      *server)
{
  return row->protocol == mc_server_get_protocol (server) && row->port != SIEVE_PORT;
}

/* The usual ports of the protocol in the settings, or those of the others. */
static guint
list_rows (McServer       *server,
           gboolean        are_candidates,
           const PortRow **rows)
{
  guint n_rows = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ports); i++)
    {
      if (is_candidate_row (&ports[i], server) == are_candidates &&
          ports[i].port != mc_server_get_port (server))
        rows[n_rows++] = &ports[i];
    }

  return n_rows;
}

static gboolean
is_usual_port (McServer *server)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ports); i++)
    {
      if (ports[i].port == mc_server_get_port (server) && ports[i].protocol == mc_server_get_protocol (server))
        return TRUE;
    }

  return FALSE;
}

/* People name web servers so, and set them by mistake. */
static gboolean
is_named_for_web (McServer *server)
{
  const char *host = mc_server_get_host (server);

  return !(g_str_has_prefix (host, "imap") || g_str_has_prefix (host, "pop") || g_str_has_prefix (host, "smtp") ||
           g_str_has_prefix (host, "mail") || g_str_has_prefix (host, "mx"));
}

static void
set_working (McFindingBuilder *finding,
             McServer         *server,
             const PortRow    *working)
{
  mc_finding_builder_add_evidence (finding, "working", _ ("port %u with %s"), working->port,
                                   mc_security_get_title (working->security));
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING,
                                  is_usual_port (server) ? "other-ports.works" : "settings.wrong-port");
  /* Translators: the first is IMAP, POP3 or SMTP, the second a port number */
  mc_finding_builder_set_summary (finding, _ ("The server answers for %s on port %u instead"),
                                  mc_protocol_get_title (mc_server_get_protocol (server)), working->port);
}

static void
judge (McFindingBuilder *finding,
       McServer         *server,
       const PortSurvey *survey)
{
  if (survey->working != NULL)
    set_working (finding, server, survey->working);
  else if (survey->is_undecided)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "other-ports.unknown");
      mc_finding_builder_set_summary (finding, _ ("The other ports could not all be tried"));
    }
  else if (survey->is_any_open)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "other-ports.some");
      mc_finding_builder_set_summary (finding, _ ("Other mail ports of the host are open, but none can take its place"));
    }
  else if (survey->is_web_open)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING,
                                      is_named_for_web (server) ? "other-ports.web-host" : "other-ports.web-only");
      mc_finding_builder_set_summary (finding, _ ("The host answers on the web, but on no mail port"));
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "other-ports.none");
      mc_finding_builder_set_summary (finding, _ ("The host answers on none of the usual ports"));
    }
}

void
mc_check_other_ports_run (McCheckContext   *context,
                          const McCheck    *check,
                          McScope          *scope,
                          McFindingBuilder *finding)
{
  McMailSession           *session = mc_check_get_session (context, check);
  McServer                *server = mc_mail_session_get_server (session);
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);
  const PortRow           *rows[G_N_ELEMENTS (ports) + 1];
  Surveying                survey = { scope, session, transcript, finding, { NULL, FALSE, FALSE, FALSE } };
  guint                    n_rows = list_rows (server, TRUE, rows);

  mc_check_set_target (finding, session);
  rows[n_rows++] = &web;
  probe_all (&survey, rows, n_rows, TRUE);
  if (survey.result.working == NULL)
    probe_all (&survey, rows, list_rows (server, FALSE, rows), FALSE);

  judge (finding, server, &survey.result);
}
