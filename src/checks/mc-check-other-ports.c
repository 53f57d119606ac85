/* mc-check-other-ports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-service.h"

/* The standard ports of each protocol, and the web's to tell a ban of mail ports from a host that is down. */
typedef struct
{
  guint16    port;
  McProtocol protocol;
  McSecurity security;
} PortRow;

#define WEB_PORT 443

static const PortRow ports[] = {
  { 993, MC_PROTOCOL_IMAP, MC_SECURITY_TLS },
  { 143, MC_PROTOCOL_IMAP, MC_SECURITY_STARTTLS },
  { 995, MC_PROTOCOL_POP3, MC_SECURITY_TLS },
  { 110, MC_PROTOCOL_POP3, MC_SECURITY_STARTTLS },
  { 465, MC_PROTOCOL_SMTP, MC_SECURITY_TLS },
  { 587, MC_PROTOCOL_SMTP, MC_SECURITY_STARTTLS },
};

typedef struct
{
  McScope       *scope;
  GInetAddress  *address;
  const char    *host;
  McTranscript  *transcript;
  const PortRow *row; /* NULL for the web */
  gboolean       is_open;
  McService      service;
} PortProbe;

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
  g_autoptr (McConnection) connection = NULL;

  if (probe->row != NULL && probe->row->security == MC_SECURITY_TLS)
    probe->is_open = mc_service_probe_tls (probe->scope, probe->address, probe->row->port, probe->host,
                                           probe->transcript, &probe->service);
  else if (probe->row != NULL)
    {
      probe->service = mc_service_probe_plain (probe->scope, probe->address, probe->row->port, probe->transcript);
      probe->is_open = probe->service != MC_SERVICE_SILENT;
    }
  else
    {
      connection = mc_connection_open (probe->scope, probe->address, WEB_PORT, probe->transcript, NULL);
      probe->is_open = connection != NULL;
    }

  return dex_future_new_for_boolean (TRUE);
}

static gboolean
is_worth_trying (const PortRow *row,
                 McServer      *server)
{
  return row->protocol == mc_server_get_protocol (server) && row->port != mc_server_get_port (server);
}

static guint
start_probes (PortProbe     *probes,
              DexFuture    **futures,
              McScope       *scope,
              McTranscript  *transcript,
              McMailSession *session)
{
  McServer        *server = mc_mail_session_get_server (session);
  const McAttempt *attempt = mc_reach_get_attempt (mc_mail_session_get_reach (session), 0);
  guint            n_probes = 0;

  for (gsize i = 0; i <= G_N_ELEMENTS (ports); i++)
    {
      const PortRow *row = i < G_N_ELEMENTS (ports) ? &ports[i] : NULL;

      if (row != NULL && !is_worth_trying (row, server))
        continue;

      probes[n_probes] = (PortProbe) {
        scope,
        attempt->address,
        mc_server_get_host (server),
        transcript,
        row,
        FALSE,
        MC_SERVICE_SILENT,
      };
      futures[n_probes] = mc_fiber_spawn (probe_fiber, &probes[n_probes], NULL);
      n_probes++;
    }

  return n_probes;
}

static void
judge (McFindingBuilder *finding,
       McServer         *server,
       const PortProbe  *working,
       gboolean          is_web_open)
{
  if (working != NULL)
    {
      mc_finding_builder_add_evidence (finding, "working", _ ("port %u with %s"), working->row->port,
                                       mc_security_get_title (working->row->security));
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "settings.wrong-port");
      /* Translators: the first is IMAP, POP3 or SMTP, the second a port number */
      mc_finding_builder_set_summary (finding, _ ("The server answers for %s on port %u instead"),
                                      mc_protocol_get_title (mc_server_get_protocol (server)), working->row->port);
    }
  else if (is_web_open)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "other-ports.web-only");
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
  PortProbe                probes[G_N_ELEMENTS (ports) + 1];
  DexFuture               *futures[G_N_ELEMENTS (ports) + 1];
  const PortProbe         *working = NULL;
  gboolean                 is_web_open = FALSE;
  guint                    n_probes = start_probes (probes, futures, scope, transcript, session);

  mc_check_set_target (finding, session);
  for (guint i = 0; i < n_probes; i++)
    {
      const PortProbe *probe = &probes[i];

      /* Joined, not given up: the fiber writes into this stack frame. */
      dex_await (futures[i], NULL);
      mc_finding_builder_add_evidence (finding, "port", "%u: %s", probe->row != NULL ? probe->row->port : WEB_PORT,
                                       !probe->is_open      ? "closed"
                                       : probe->row == NULL ? "open"
                                                            : mc_service_get_id (probe->service));
      if (probe->row == NULL)
        is_web_open = probe->is_open;
      else if (working == NULL && mc_service_is_protocol (probe->service, probe->row->protocol))
        working = probe;
    }

  judge (finding, server, working, is_web_open);
}
