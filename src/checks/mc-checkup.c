/* mc-checkup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checkup.h"

/**
 * McCheckup:
 *
 * Runs the checks of the table for one account: each as soon as those it needs
 * are over, all others side by side. It is a list of #McCheckItem that changes
 * while it runs.
 */
struct _McCheckup
{
  GObject         parent_instance;
  McAccount      *account;
  McSecret       *secret;
  McSignInBudget *budget;
  McSymptom       symptom;
  GHashTable     *answers;
  gboolean        third_party;
  GPtrArray      *items; /* McCheckItem */
  GPtrArray      *ends;  /* DexPromise for each item */
  gboolean       *first; /* for each item whether it goes first */
  McScope        *scope;
  McCheckContext *context;
  gint64          started; /* seconds since 1970 */
  gint64          began;   /* monotonic, in µs */
  gint64          duration_ms;
};

typedef struct
{
  McCheckup *checkup;
  guint      position;
} ItemRun;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McCheckup, mc_checkup, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
mc_checkup_get_item_type (GListModel *model)
{
  return MC_TYPE_CHECK_ITEM;
}

static guint
mc_checkup_get_n_items (GListModel *model)
{
  return MC_CHECKUP (model)->items->len;
}

static gpointer
mc_checkup_get_item (GListModel *model,
                     guint       position)
{
  McCheckup *self = MC_CHECKUP (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = mc_checkup_get_item_type;
  iface->get_n_items = mc_checkup_get_n_items;
  iface->get_item = mc_checkup_get_item;
}

static void
mc_checkup_dispose (GObject *object)
{
  McCheckup *self = MC_CHECKUP (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_object (&self->budget);
  g_clear_object (&self->context);
  g_clear_object (&self->scope);

  G_OBJECT_CLASS (mc_checkup_parent_class)->dispose (object);
}

static void
mc_checkup_class_init (McCheckupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_checkup_dispose;
}

static void
mc_checkup_init (McCheckup *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->ends = g_ptr_array_new_with_free_func (dex_unref);
  self->third_party = TRUE;
  self->budget = mc_sign_in_budget_new ();
}

/**
 * mc_checkup_new:
 * @account: the account to check; it must not change while the checkup runs
 * @secret: (nullable): the password or token; without one sign-in is not tested
 *
 * Returns: (transfer full): a checkup with all checks, not yet running
 */
McCheckup *
mc_checkup_new (McAccount *account,
                McSecret  *secret)
{
  gsize          n_checks;
  const McCheck *checks = mc_check_table (&n_checks);

  return mc_checkup_new_with_checks (account, secret, checks, n_checks);
}

/**
 * mc_checkup_new_with_checks:
 * @account: the account to check
 * @secret: (nullable): the password or token
 * @checks: (array length=n_checks): a check table, each row after those it needs
 * @n_checks: its length
 *
 * Returns: (transfer full): a checkup with these checks, not yet running
 */
McCheckup *
mc_checkup_new_with_checks (McAccount     *account,
                            McSecret      *secret,
                            const McCheck *checks,
                            gsize          n_checks)
{
  McCheckup *self;

  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);

  self = g_object_new (MC_TYPE_CHECKUP, NULL);
  self->account = g_object_ref (account);
  self->secret = secret != NULL ? mc_secret_ref (secret) : NULL;
  for (gsize i = 0; i < n_checks; i++)
    {
      g_ptr_array_add (self->items, mc_check_item_new (&checks[i]));
      g_ptr_array_add (self->ends, dex_promise_new ());
    }

  return self;
}

void
mc_checkup_set_symptom (McCheckup *self,
                        McSymptom  symptom)
{
  g_return_if_fail (MC_IS_CHECKUP (self));

  self->symptom = symptom;
}

/**
 * mc_checkup_set_answer:
 * @self: a checkup
 * @question: id of a question of a checklist
 * @answer: (nullable): `yes`, `no`, `unknown` or one of the question's options;
 *   %NULL takes an answer back
 */
void
mc_checkup_set_answer (McCheckup  *self,
                       const char *question,
                       const char *answer)
{
  g_return_if_fail (MC_IS_CHECKUP (self));

  if (answer != NULL)
    g_hash_table_insert (self->answers, g_strdup (question), g_strdup (answer));
  else
    g_hash_table_remove (self->answers, question);
}

/**
 * mc_checkup_set_third_party:
 * @self: a checkup
 * @allowed: whether others than the person's own network and provider may be asked
 */
void
mc_checkup_set_third_party (McCheckup *self,
                            gboolean   allowed)
{
  g_return_if_fail (MC_IS_CHECKUP (self));

  self->third_party = allowed;
}

/**
 * mc_checkup_set_budget:
 * @self: a checkup
 * @budget: the budget of an earlier checkup of the account
 *
 * Lets refused sign-ins count over several runs.
 */
void
mc_checkup_set_budget (McCheckup      *self,
                       McSignInBudget *budget)
{
  g_return_if_fail (MC_IS_CHECKUP (self));

  g_set_object (&self->budget, budget);
}

static guint
position_of (McCheckup  *self,
             const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_str_equal (mc_check_item_get_check (g_ptr_array_index (self->items, i))->id, id))
        return i;
    }

  g_error ("A check needs “%s”, which is not in the table", id);
}

static void
go_first (McCheckup  *self,
          const char *id)
{
  guint          position = position_of (self, id);
  const McCheck *check = mc_check_item_get_check (g_ptr_array_index (self->items, position));

  if (self->first[position])
    return;

  self->first[position] = TRUE;
  for (guint i = 0; check->needs[i] != NULL; i++)
    go_first (self, check->needs[i]);
  for (guint i = 0; check->after[i] != NULL; i++)
    go_first (self, check->after[i]);
}

/**
 * mc_checkup_set_first:
 * @self: a checkup that has not run yet
 * @checks: (array zero-terminated=1): ids of checks
 *
 * Lets these checks, and what they wait for, be over before any other begins:
 * whoever has changed something wants to know first whether that helped.
 */
void
mc_checkup_set_first (McCheckup         *self,
                      const char *const *checks)
{
  g_return_if_fail (MC_IS_CHECKUP (self));
  g_return_if_fail (self->context == NULL);

  g_free (self->first);
  self->first = g_new0 (gboolean, self->items->len);
  for (guint i = 0; checks[i] != NULL; i++)
    go_first (self, checks[i]);
}

static void
await_end (McCheckup  *self,
           const char *id)
{
  dex_await (dex_ref (g_ptr_array_index (self->ends, position_of (self, id))), NULL);
}

/* What keeps a check from running: a check that failed, at the root of the chain. */
static const char *
blocker_of (McCheckItem *need)
{
  McFinding  *finding = mc_check_item_get_finding (need);
  McOutcome   outcome = mc_finding_get_outcome (finding);
  const char *blocked_by = mc_finding_get_blocked_by (finding);

  if (outcome == MC_OUTCOME_PASS || outcome == MC_OUTCOME_WARNING)
    return NULL;

  return blocked_by != NULL ? blocked_by : mc_finding_get_check (finding);
}

static gboolean
set_cancelled (McCheckup        *self,
               McFindingBuilder *finding)
{
  if (!mc_scope_is_cancelled (self->scope))
    return FALSE;

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, MC_CODE_CANCELLED);
  mc_finding_builder_set_summary (finding, _ ("Not tested, because the checkup was stopped"));
  return TRUE;
}

/* Whether the check has something to do; if not, @finding says why, or is NULL when nobody needs to know. */
static gboolean
is_to_run (McCheckup         *self,
           const McCheck     *check,
           McFindingBuilder **finding)
{
  const char *blocker = NULL;

  if (set_cancelled (self, *finding))
    return FALSE;

  for (guint i = 0; check->needs[i] != NULL; i++)
    {
      McCheckItem *need = g_ptr_array_index (self->items, position_of (self, check->needs[i]));

      if (mc_check_item_get_state (need) == MC_CHECK_STATE_NOT_NEEDED)
        {
          g_clear_pointer (finding, mc_finding_builder_free);
          return FALSE;
        }

      if (blocker == NULL)
        blocker = blocker_of (need);
    }

  if (check->applies != NULL && !check->applies (self->context, check))
    {
      g_clear_pointer (finding, mc_finding_builder_free);
      return FALSE;
    }

  if (blocker != NULL)
    {
      mc_finding_builder_set_blocked_by (*finding, blocker);
      return FALSE;
    }

  return TRUE;
}

static void
run_check (McCheckup        *self,
           const McCheck    *check,
           McFindingBuilder *finding)
{
  g_autoptr (McScope) scope = mc_scope_new (self->scope, check->timeout_ms);

  check->run (self->context, check, scope, finding);

  /* What was cut short by the run's own end says nothing about the server. */
  if (set_cancelled (self, finding))
    return;

  if (mc_finding_builder_get_outcome (finding) != MC_OUTCOME_PASS &&
      g_get_monotonic_time () >= mc_scope_get_deadline (self->scope))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, MC_CODE_NO_TIME);
      mc_finding_builder_set_summary (finding, _ ("Not tested, because the time for the checkup ran out"));
    }
}

static gint64
elapsed_ms (McCheckup *self)
{
  return (g_get_monotonic_time () - self->began) / G_TIME_SPAN_MILLISECOND;
}

static void
await_those_first (McCheckup *self,
                   guint      position)
{
  if (self->first == NULL || self->first[position])
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      if (self->first[i])
        dex_await (dex_ref (g_ptr_array_index (self->ends, i)), NULL);
    }
}

static DexFuture *
item_fiber (gpointer data)
{
  ItemRun                     *run = data;
  McCheckup                   *self = run->checkup;
  McCheckItem                 *item = g_ptr_array_index (self->items, run->position);
  const McCheck               *check = mc_check_item_get_check (item);
  g_autoptr (McFindingBuilder) finding = mc_finding_builder_new (check->id, mc_check_get_title (check), check->group);
  gboolean                     is_due = !check->applies_at_once || check->applies (self->context, check);
  gint64                       started_ms;

  mc_finding_builder_set_redactor (finding, mc_check_context_get_redactor (self->context));

  if (is_due)
    await_those_first (self, run->position);
  for (guint i = 0; is_due && check->needs[i] != NULL; i++)
    await_end (self, check->needs[i]);
  for (guint i = 0; is_due && check->after[i] != NULL; i++)
    await_end (self, check->after[i]);

  started_ms = elapsed_ms (self);
  if (!is_due)
    g_clear_pointer (&finding, mc_finding_builder_free);
  else if (is_to_run (self, check, &finding))
    {
      mc_check_item_begin (item);
      run_check (self, check, finding);
    }

  if (finding != NULL)
    {
      mc_finding_builder_set_times (finding, started_ms, elapsed_ms (self) - started_ms);
      mc_check_item_end (item, mc_finding_builder_end (finding));
    }
  else
    mc_check_item_end (item, NULL);

  dex_promise_resolve_boolean (g_ptr_array_index (self->ends, run->position), TRUE);
  return dex_future_new_for_boolean (TRUE);
}

static void
item_run_free (gpointer data)
{
  ItemRun *run = data;

  g_object_unref (run->checkup);
  g_free (run);
}

static DexFuture *
checkup_fiber (gpointer data)
{
  McCheckup            *self = data;
  g_autoptr (GPtrArray) fibers = g_ptr_array_new_with_free_func (dex_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      ItemRun *run = g_new0 (ItemRun, 1);

      run->checkup = g_object_ref (self);
      run->position = i;
      g_ptr_array_add (fibers, mc_fiber_spawn (item_fiber, run, item_run_free));
    }

  for (guint i = 0; i < fibers->len; i++)
    dex_await (dex_ref (g_ptr_array_index (fibers, i)), NULL);

  self->duration_ms = elapsed_ms (self);
  mc_check_context_end (self->context);

  return dex_future_new_for_boolean (TRUE);
}

/**
 * mc_checkup_run:
 * @self: a checkup that has not run yet
 * @timeout_ms: the time for the whole run, in milliseconds
 *
 * Runs all checks on the main scheduler.
 *
 * Returns: (transfer full): a future that resolves to %TRUE when every check is
 *   over; it never rejects
 */
DexFuture *
mc_checkup_run (McCheckup *self,
                gint64     timeout_ms)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), NULL);
  g_return_val_if_fail (self->context == NULL, NULL);

  self->started = g_get_real_time () / G_TIME_SPAN_SECOND;
  self->began = g_get_monotonic_time ();
  self->scope = mc_scope_new (NULL, timeout_ms);
  self->context = mc_check_context_new (self->account, self->secret, self->answers, self->third_party,
                                        self->budget, self->scope);

  return mc_fiber_spawn (checkup_fiber, g_object_ref (self), g_object_unref);
}

/**
 * mc_checkup_cancel:
 * @self: a checkup
 *
 * Stops the run: the future of mc_checkup_run() resolves within 100 ms, and
 * what was found so far stays.
 */
void
mc_checkup_cancel (McCheckup *self)
{
  g_return_if_fail (MC_IS_CHECKUP (self));

  if (self->scope != NULL)
    mc_scope_cancel (self->scope);
}

McAccount *
mc_checkup_get_account (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), NULL);

  return self->account;
}

/**
 * mc_checkup_get_server:
 * @self: a checkup
 * @direction: incoming or outgoing
 *
 * Returns: (transfer none) (nullable): the server that is tested, given or found
 */
McServer *
mc_checkup_get_server (McCheckup  *self,
                       McDirection direction)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), NULL);

  return self->context != NULL ? mc_check_context_get_server (self->context, direction)
                               : mc_account_get_server (self->account, direction);
}

McSymptom
mc_checkup_get_symptom (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), MC_SYMPTOM_EVERYTHING);

  return self->symptom;
}

/**
 * mc_checkup_get_answers:
 * @self: a checkup
 *
 * Returns: (transfer none) (element-type utf8 utf8): answers by question id
 */
GHashTable *
mc_checkup_get_answers (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), NULL);

  return self->answers;
}

gboolean
mc_checkup_has_secret (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), FALSE);

  return self->secret != NULL;
}

/**
 * mc_checkup_get_started:
 * @self: a checkup
 *
 * Returns: when the run began, in seconds since 1970
 */
gint64
mc_checkup_get_started (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), 0);

  return self->started;
}

/**
 * mc_checkup_get_duration:
 * @self: a checkup that is over
 *
 * Returns: how long the run took, in milliseconds
 */
gint64
mc_checkup_get_duration (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), 0);

  return self->duration_ms;
}

gboolean
mc_checkup_is_cancelled (McCheckup *self)
{
  g_return_val_if_fail (MC_IS_CHECKUP (self), FALSE);

  return self->scope != NULL && mc_scope_is_cancelled (self->scope);
}

/**
 * mc_checkup_is_complete:
 * @self: a checkup that is over
 *
 * Returns: whether nothing was left out for lack of time or of a password, or
 *   because the run was stopped
 */
gboolean
mc_checkup_is_complete (McCheckup *self)
{
  static const char *const left_out[] = { MC_CODE_CANCELLED, MC_CODE_NO_TIME, MC_CODE_HOST_NOT_CONFIRMED, NULL };

  g_return_val_if_fail (MC_IS_CHECKUP (self), FALSE);

  if (self->secret == NULL)
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      McFinding  *finding = mc_check_item_get_finding (g_ptr_array_index (self->items, i));
      const char *code = finding != NULL ? mc_finding_get_code (finding) : NULL;

      if (code != NULL && g_strv_contains (left_out, code))
        return FALSE;
    }

  return TRUE;
}

/**
 * mc_checkup_list_findings:
 * @self: a checkup
 *
 * Returns: (transfer full) (element-type McFinding): what was found so far, in
 *   the order of the table
 */
GPtrArray *
mc_checkup_list_findings (McCheckup *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MC_IS_CHECKUP (self), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->items->len; i++)
    {
      McFinding *finding = mc_check_item_get_finding (g_ptr_array_index (self->items, i));

      if (finding != NULL)
        g_ptr_array_add (findings, g_object_ref (finding));
    }

  return findings;
}
