/* mc-check-context.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-check-context.h"

#define N_DIRECTIONS       (MC_DIRECTION_OUTGOING + 1)
#define ENDINGS_TIMEOUT_MS 500

/**
 * McCheckContext:
 *
 * One run as its checks see it: what was asked for, and the facts they leave
 * for each other. A fact is an object; its type and the server it is about
 * are its key, so that what comes out has the type that went in.
 */
struct _McCheckContext
{
  GObject         parent_instance;
  McAccount      *account;
  McSecret       *secret;
  GHashTable     *answers;
  gboolean        allow_third_party;
  McScope        *scope;
  McRedactor     *redactor;
  McSignInBudget *budget;
  McServer       *servers[N_DIRECTIONS];
  GHashTable     *facts[N_DIRECTIONS]; /* GType → GObject */
  GPtrArray      *endings;             /* Ending */
};

typedef struct
{
  McCheckEnding end;
  GObject      *object;
  McScope      *scope;
} Ending;

G_DEFINE_FINAL_TYPE (McCheckContext, mc_check_context, G_TYPE_OBJECT)

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_object_unref (ending->object);
  g_clear_object (&ending->scope);
  g_free (ending);
}

static DexFuture *
ending_fiber (gpointer data)
{
  Ending *ending = data;

  ending->end (ending->object, ending->scope);
  return dex_future_new_for_boolean (TRUE);
}

static void
mc_check_context_finalize (GObject *object)
{
  McCheckContext *self = MC_CHECK_CONTEXT (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_object (&self->scope);
  g_clear_object (&self->redactor);
  g_clear_object (&self->budget);
  g_clear_pointer (&self->endings, g_ptr_array_unref);
  for (guint i = 0; i < N_DIRECTIONS; i++)
    {
      g_clear_pointer (&self->servers[i], mc_server_unref);
      g_clear_pointer (&self->facts[i], g_hash_table_unref);
    }

  G_OBJECT_CLASS (mc_check_context_parent_class)->finalize (object);
}

static void
mc_check_context_class_init (McCheckContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_check_context_finalize;
}

static void
mc_check_context_init (McCheckContext *self)
{
  self->redactor = mc_redactor_new ();
  self->endings = g_ptr_array_new_with_free_func (ending_free);
  for (guint i = 0; i < N_DIRECTIONS; i++)
    self->facts[i] = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * mc_check_context_new:
 * @account: the account to check
 * @secret: (nullable): the password or token; %NULL tests up to the sign-in
 * @answers: (element-type utf8 utf8): answers by question id
 * @allow_third_party: whether others than the person's network and provider may be asked
 * @budget: the refusals so far
 * @scope: the time of the whole run
 *
 * Returns: (transfer full): a context without facts
 */
McCheckContext *
mc_check_context_new (McAccount      *account,
                      McSecret       *secret,
                      GHashTable     *answers,
                      gboolean        allow_third_party,
                      McSignInBudget *budget,
                      McScope        *scope)
{
  McCheckContext *self = g_object_new (MC_TYPE_CHECK_CONTEXT, NULL);

  self->account = g_object_ref (account);
  self->secret = secret != NULL ? mc_secret_ref (secret) : NULL;
  self->answers = g_hash_table_ref (answers);
  self->allow_third_party = allow_third_party;
  self->budget = g_object_ref (budget);
  self->scope = g_object_ref (scope);
  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      mc_check_context_set_server (self, i, mc_account_get_server (account, i));
      if (secret != NULL)
        mc_redactor_add_secret (self->redactor, mc_account_get_user (account, i), secret);
    }

  return self;
}

McAccount *
mc_check_context_get_account (McCheckContext *self)
{
  return self->account;
}

/**
 * mc_check_context_get_secret:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the secret, %NULL when sign-in is not tested
 */
McSecret *
mc_check_context_get_secret (McCheckContext *self)
{
  return self->secret;
}

/**
 * mc_check_context_get_budget:
 * @self: a context
 *
 * Returns: (transfer none): how many sign-ins may still be refused
 */
McSignInBudget *
mc_check_context_get_budget (McCheckContext *self)
{
  return self->budget;
}

/**
 * mc_check_context_get_scope:
 * @self: a context
 *
 * Returns: the scope of the whole run, for work that outlives one check
 */
McScope *
mc_check_context_get_scope (McCheckContext *self)
{
  return self->scope;
}

/**
 * mc_check_context_get_answer:
 * @self: a context
 * @question: id of a question of a checklist
 *
 * Returns: (nullable): the person's answer, %NULL when there is none
 */
const char *
mc_check_context_get_answer (McCheckContext *self,
                             const char     *question)
{
  return g_hash_table_lookup (self->answers, question);
}

gboolean
mc_check_context_allows_third_party (McCheckContext *self)
{
  return self->allow_third_party;
}

/**
 * mc_check_context_get_server:
 * @self: a context
 * @direction: incoming or outgoing
 *
 * Returns: (transfer none) (nullable): the server of the account, or the one that was found for it
 */
McServer *
mc_check_context_get_server (McCheckContext *self,
                             McDirection     direction)
{
  return self->servers[direction];
}

void
mc_check_context_set_server (McCheckContext *self,
                             McDirection     direction,
                             McServer       *server)
{
  g_clear_pointer (&self->servers[direction], mc_server_unref);
  self->servers[direction] = server != NULL ? mc_server_ref (server) : NULL;
}

/**
 * mc_check_context_new_transcript:
 * @self: a context
 *
 * Returns: (transfer full): a transcript that knows the secrets of this run
 */
McTranscript *
mc_check_context_new_transcript (McCheckContext *self)
{
  return mc_transcript_new (self->redactor);
}

/**
 * mc_check_context_get_redactor:
 * @self: a context
 *
 * Returns: (transfer none): what knows the secrets of this run
 */
McRedactor *
mc_check_context_get_redactor (McCheckContext *self)
{
  return self->redactor;
}

/**
 * mc_check_context_put_fact:
 * @self: a context
 * @direction: the server it is about, or %MC_DIRECTION_NONE
 * @fact: (transfer full) (type GObject): what was learnt
 *
 * Leaves a fact for the checks that come after.
 */
void
mc_check_context_put_fact (McCheckContext *self,
                           McDirection     direction,
                           gpointer        fact)
{
  g_hash_table_insert (self->facts[direction], GSIZE_TO_POINTER (G_OBJECT_TYPE (fact)), fact);
}

/**
 * mc_check_context_get_fact:
 * @self: a context
 * @direction: the server it is about, or %MC_DIRECTION_NONE
 * @type: the type of the fact
 *
 * Returns: (transfer none) (nullable): the fact, if a check left one
 */
gpointer
mc_check_context_get_fact (McCheckContext *self,
                           McDirection     direction,
                           GType           type)
{
  return g_hash_table_lookup (self->facts[direction], GSIZE_TO_POINTER (type));
}

/**
 * mc_check_context_add_ending:
 * @self: a context
 * @ending: what to do when all checks are over
 * @object: what it is done to
 */
void
mc_check_context_add_ending (McCheckContext *self,
                             McCheckEnding   ending,
                             gpointer        object)
{
  Ending *row = g_new0 (Ending, 1);

  g_return_if_fail (MC_IS_CHECK_CONTEXT (self));

  row->end = ending;
  row->object = g_object_ref (object);
  g_ptr_array_add (self->endings, row);
}

/**
 * mc_check_context_end:
 * @self: a context whose checks are all over
 *
 * Says goodbye to all at once where that is due, and lets go of the facts and
 * so of the connections among them. It may suspend the fiber.
 */
void
mc_check_context_end (McCheckContext *self)
{
  g_autoptr (McScope)   scope = NULL;
  g_autoptr (GPtrArray) fibers = g_ptr_array_new_with_free_func (dex_unref);

  g_return_if_fail (MC_IS_CHECK_CONTEXT (self));

  scope = mc_scope_new (self->scope, ENDINGS_TIMEOUT_MS);
  while (self->endings->len > 0)
    {
      Ending *ending = g_ptr_array_steal_index (self->endings, 0);

      ending->scope = g_object_ref (scope);
      g_ptr_array_add (fibers, mc_fiber_spawn (ending_fiber, ending, ending_free));
    }

  for (guint i = 0; i < fibers->len; i++)
    dex_await (dex_ref (g_ptr_array_index (fibers, i)), NULL);

  for (guint i = 0; i < N_DIRECTIONS; i++)
    g_hash_table_remove_all (self->facts[i]);
}
