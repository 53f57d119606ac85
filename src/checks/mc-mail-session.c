/* mc-mail-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-mail-session.h"

/* No honest server needs longer for a reply or a handshake; RFC 5321 would allow minutes. */
#define STEP_TIMEOUT_MS    15000
#define SESSION_TIMEOUT_MS (60 * 60 * 1000)

/**
 * McMailSession:
 *
 * The one connection to a mail server that all checks of a direction share.
 * Each step is taken once, when the first check asks for it, and every check
 * that asks sees how it ended.
 */
struct _McMailSession
{
  GObject       parent_instance;
  McScope      *scope;
  McServer     *server;
  McReach      *reach;
  McTranscript *transcript;
  McConnection *connection;
  McMailClient *client;
  McMailReply  *greeting;
  DexFuture    *steps[MC_N_SESSION_STEPS];
  gint64        took_ms[MC_N_SESSION_STEPS]; /* of the server's own answer */
};

typedef struct
{
  McMailSession *session;
  McSessionStep  step;
} StepRun;

G_DEFINE_FINAL_TYPE (McMailSession, mc_mail_session, G_TYPE_OBJECT)

static void
mc_mail_session_dispose (GObject *object)
{
  McMailSession *self = MC_MAIL_SESSION (object);

  for (guint i = 0; i < MC_N_SESSION_STEPS; i++)
    dex_clear (&self->steps[i]);
  g_clear_object (&self->scope);
  g_clear_pointer (&self->server, mc_server_unref);
  g_clear_object (&self->reach);
  g_clear_object (&self->transcript);
  g_clear_object (&self->client);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->greeting, mc_mail_reply_unref);

  G_OBJECT_CLASS (mc_mail_session_parent_class)->dispose (object);
}

static void
mc_mail_session_class_init (McMailSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_mail_session_dispose;
}

static void
mc_mail_session_init (McMailSession *self)
{
}

/* Only a dialogue at rest can be ended with a word; any other is cut off. */
static void
log_out (gpointer object,
         McScope *scope)
{
  McMailSession *self = object;

  if (mc_mail_session_has_reached (self, MC_SESSION_READY))
    mc_mail_client_log_out (self->client, scope);
}

/**
 * mc_mail_session_new:
 * @context: the run
 * @server: the server, as the settings have it
 * @reach: the tries to connect to it
 * @transcript: where the dialogue is kept
 *
 * Returns: (transfer full): a session that has not taken a step
 */
McMailSession *
mc_mail_session_new (McCheckContext *context,
                     McServer       *server,
                     McReach        *reach,
                     McTranscript   *transcript)
{
  McMailSession *self = g_object_new (MC_TYPE_MAIL_SESSION, NULL);

  self->scope = mc_scope_new (mc_check_context_get_scope (context), SESSION_TIMEOUT_MS);
  self->server = mc_server_ref (server);
  self->reach = g_object_ref (reach);
  self->transcript = g_object_ref (transcript);
  mc_check_context_add_ending (context, log_out, self);

  return self;
}

/* What came before is not this step's: only the server's own answer is measured. */
static gboolean
measure (McMailSession *self,
         McSessionStep  step,
         gint64         began,
         gboolean       succeeded)
{
  self->took_ms[step] = (g_get_monotonic_time () - began) / G_TIME_SPAN_MILLISECOND;
  return succeeded;
}

static gboolean
connect_step (McMailSession *self,
              McScope       *scope,
              GError       **error)
{
  self->connection = mc_scope_await_object (scope, mc_reach_when_any (self->reach), error);
  return self->connection != NULL;
}

static gboolean
greet_step (McMailSession *self,
            McScope       *scope,
            GError       **error)
{
  McSessionStep before = mc_server_get_security (self->server) == MC_SECURITY_TLS ? MC_SESSION_ENCRYPTED
                                                                                  : MC_SESSION_CONNECTED;

  gint64 began;

  if (!mc_mail_session_await (self, before, scope, error))
    return FALSE;

  began = g_get_monotonic_time ();
  self->client = mc_mail_client_new (mc_server_get_protocol (self->server), self->connection);
  self->greeting = mc_mail_client_read_greeting (self->client, scope, error);
  return measure (self, MC_SESSION_GREETED, began, self->greeting != NULL);
}

static gboolean
encrypt_step (McMailSession *self,
              McScope       *scope,
              GError       **error)
{
  const char *host = mc_server_get_host (self->server);

  if (mc_server_get_security (self->server) == MC_SECURITY_TLS)
    return mc_mail_session_await (self, MC_SESSION_CONNECTED, scope, error) &&
           mc_connection_start_tls (self->connection, scope, host, error);

  if (!mc_mail_session_await (self, MC_SESSION_GREETED, scope, error) ||
      !mc_mail_client_load_capabilities (self->client, scope, error))
    return FALSE;

  if (!mc_mail_client_offers_tls (self->client))
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED, "The server offers no STARTTLS");
      return FALSE;
    }

  return mc_mail_client_start_tls (self->client, scope, host, error);
}

static gboolean
ready_step (McMailSession *self,
            McScope       *scope,
            GError       **error)
{
  gint64 began;

  if (!mc_mail_session_await (self, MC_SESSION_GREETED, scope, error))
    return FALSE;

  if (mc_server_get_security (self->server) != MC_SECURITY_NONE &&
      !mc_mail_session_await (self, MC_SESSION_ENCRYPTED, scope, error))
    return FALSE;

  began = g_get_monotonic_time ();
  return measure (self, MC_SESSION_READY, began, mc_mail_client_load_capabilities (self->client, scope, error));
}

static DexFuture *
step_fiber (gpointer data)
{
  static gboolean (*const steps[]) (McMailSession *, McScope *, GError **) = {
    [MC_SESSION_CONNECTED] = connect_step,
    [MC_SESSION_GREETED] = greet_step,
    [MC_SESSION_ENCRYPTED] = encrypt_step,
    [MC_SESSION_READY] = ready_step,
  };
  StepRun            *run = data;
  g_autoptr (McScope) scope = mc_scope_new (run->session->scope, STEP_TIMEOUT_MS);
  g_autoptr (GError)  error = NULL;

  if (!steps[run->step](run->session, scope, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));

  return dex_future_new_for_boolean (TRUE);
}

static void
step_run_free (gpointer data)
{
  StepRun *run = data;

  g_object_unref (run->session);
  g_free (run);
}

/**
 * mc_mail_session_await:
 * @self: a session
 * @step: how far it should be
 * @scope: how long the caller waits
 * @error: why it is not: %MC_CONNECTION_ERROR, %MC_MAIL_ERROR or %G_IO_ERROR
 *
 * Returns: whether the session has taken @step
 */
gboolean
mc_mail_session_await (McMailSession *self,
                       McSessionStep  step,
                       McScope       *scope,
                       GError       **error)
{
  g_return_val_if_fail (MC_IS_MAIL_SESSION (self), FALSE);

  if (self->steps[step] == NULL)
    {
      StepRun *run = g_new0 (StepRun, 1);

      run->session = g_object_ref (self);
      run->step = step;
      self->steps[step] = mc_fiber_spawn (step_fiber, run, step_run_free);
    }

  return mc_scope_await (scope, dex_ref (self->steps[step]), error);
}

/**
 * mc_mail_session_has_reached:
 * @self: a session
 * @step: a step
 *
 * Returns: whether @step was taken, without waiting
 */
gboolean
mc_mail_session_has_reached (McMailSession *self,
                             McSessionStep  step)
{
  g_return_val_if_fail (MC_IS_MAIL_SESSION (self), FALSE);

  return self->steps[step] != NULL && dex_future_is_resolved (self->steps[step]);
}

/**
 * mc_mail_session_get_time:
 * @self: a session
 * @step: %MC_SESSION_GREETED or %MC_SESSION_READY
 *
 * Returns: how long the server took to answer, in milliseconds
 */
gint64
mc_mail_session_get_time (McMailSession *self,
                          McSessionStep  step)
{
  g_return_val_if_fail (MC_IS_MAIL_SESSION (self), 0);

  return self->took_ms[step];
}

/**
 * mc_mail_session_stop:
 * @self: a session
 *
 * Ends the steps under way: it is clear that they lead nowhere.
 */
void
mc_mail_session_stop (McMailSession *self)
{
  g_return_if_fail (MC_IS_MAIL_SESSION (self));

  mc_scope_cancel (self->scope);
}

McServer *
mc_mail_session_get_server (McMailSession *self)
{
  return self->server;
}

McReach *
mc_mail_session_get_reach (McMailSession *self)
{
  return self->reach;
}

/**
 * mc_mail_session_get_connection:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the connection once there is one
 */
McConnection *
mc_mail_session_get_connection (McMailSession *self)
{
  return self->connection;
}

/**
 * mc_mail_session_get_client:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the client once the server was asked to greet
 */
McMailClient *
mc_mail_session_get_client (McMailSession *self)
{
  return self->client;
}

/**
 * mc_mail_session_get_greeting:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the server said first
 */
McMailReply *
mc_mail_session_get_greeting (McMailSession *self)
{
  return self->greeting;
}

McTranscript *
mc_mail_session_get_transcript (McMailSession *self)
{
  return self->transcript;
}
