/* mc-journey.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-checklist.h"
#include "mc-journey.h"

#define TIMEOUT_MS 60000
#define TRUST      "trust-interception"

/**
 * McJourney:
 *
 * What the person said so far and what was found: the state behind the pages of
 * the window, which only show it. Going back and forth between pages keeps it.
 */
struct _McJourney
{
  GObject           parent_instance;
  McPhase           phase;
  McSymptom         symptom;
  McAccount        *account;
  McSecret         *secret;
  gboolean          third_party;
  GHashTable       *answers;
  GHashTable       *skipped; /* set of ids of questions */
  char             *asked_again;
  const McQuestion *asking;
  GHashTable       *budgets; /* McSignInBudget by address: refusals count over all checkups */
  McCheckup        *checkup;
  McResult         *result;
  guint             n_running; /* a checkup that was left takes a moment to end */
};

typedef enum
{
  PROP_PHASE = 1,
  PROP_SYMPTOM,
  PROP_ACCOUNT,
  PROP_SECRET,
  PROP_THIRD_PARTY,
  PROP_CHECKUP,
  PROP_RESULT,
} McJourneyProperty;

static GParamSpec *properties[PROP_RESULT + 1];

enum
{
  ANSWERS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McJourney, mc_journey, G_TYPE_OBJECT)

typedef struct
{
  McJourney    *journey;
  McCheckup    *checkup;
  GApplication *application; /* stays until the run has ended, also without a window */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->journey);
  g_object_unref (run->checkup);
  if (run->application != NULL)
    g_application_release (run->application);
  g_free (run);
}

static void
set_phase (McJourney *self,
           McPhase    phase)
{
  if (self->phase == phase)
    return;

  self->phase = phase;
  self->asking = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
}

static void
set_result (McJourney *self,
            McResult  *result)
{
  if (self->result == result)
    return;

  g_clear_pointer (&self->result, mc_result_unref);
  self->result = result != NULL ? mc_result_ref (result) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

static void
diagnose (McJourney *self)
{
  g_autoptr (McResult) result = mc_result_new_from_checkup (self->checkup);

  set_result (self, result);
}

static DexFuture *
on_checkup_over_cb (DexFuture *future,
                    gpointer   user_data)
{
  Run       *run = user_data;
  McJourney *self = run->journey;

  self->n_running--;
  if (self->checkup == run->checkup && self->phase == MC_PHASE_CHECKING)
    {
      diagnose (self);
      set_phase (self, MC_PHASE_OVER);
    }

  return dex_ref (future);
}

/* The same for every way to write the address. */
static char *
dup_key (McAccount *account)
{
  char *key = mc_address_fold (mc_account_get_address_text (account));

  return key != NULL ? key : g_strdup (mc_account_get_address_text (account));
}

static gboolean
is_same (McAccount *account,
         McAccount *other)
{
  g_autofree char *key = dup_key (account);
  g_autofree char *other_key = dup_key (other);

  return g_str_equal (key, other_key);
}

static McSignInBudget *
budget_of (McJourney *self)
{
  g_autofree char *key = dup_key (self->account);
  McSignInBudget  *budget = g_hash_table_lookup (self->budgets, key);

  if (budget == NULL)
    {
      budget = mc_sign_in_budget_new ();
      g_hash_table_insert (self->budgets, g_steal_pointer (&key), budget);
    }

  return budget;
}

static void
run (McJourney         *self,
     const char *const *first)
{
  g_autoptr (McCheckup) checkup = mc_checkup_new (self->account, self->secret);
  Run                  *data = g_new0 (Run, 1);
  GHashTableIter        iter;
  gpointer              question, answer;

  mc_checkup_set_symptom (checkup, self->symptom);
  mc_checkup_set_third_party (checkup, self->third_party);
  mc_checkup_set_budget (checkup, budget_of (self));
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    mc_checkup_set_answer (checkup, question, answer);
  if (first != NULL)
    mc_checkup_set_first (checkup, first);

  set_result (self, NULL);
  data->journey = g_object_ref (self);
  data->checkup = g_object_ref (checkup);
  data->application = g_application_get_default ();
  if (data->application != NULL)
    g_application_hold (data->application);
  self->n_running++;
  dex_future_disown (dex_future_finally (mc_checkup_run (checkup, TIMEOUT_MS), on_checkup_over_cb, data, run_free));

  g_set_object (&self->checkup, checkup);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKUP]);
  set_phase (self, MC_PHASE_CHECKING);
}

static void
mc_journey_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  McJourney *self = MC_JOURNEY (object);

  switch ((McJourneyProperty) prop_id)
    {
    case PROP_PHASE:
      g_value_set_int (value, self->phase);
      break;
    case PROP_SYMPTOM:
      g_value_set_int (value, self->symptom);
      break;
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_SECRET:
      g_value_set_boxed (value, self->secret);
      break;
    case PROP_THIRD_PARTY:
      g_value_set_boolean (value, self->third_party);
      break;
    case PROP_CHECKUP:
      g_value_set_object (value, self->checkup);
      break;
    case PROP_RESULT:
      g_value_set_boxed (value, self->result);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_journey_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  McJourney *self = MC_JOURNEY (object);

  switch ((McJourneyProperty) prop_id)
    {
    case PROP_SYMPTOM:
      mc_journey_set_symptom (self, (McSymptom) g_value_get_int (value));
      break;
    case PROP_ACCOUNT:
      mc_journey_set_account (self, g_value_get_object (value));
      break;
    case PROP_SECRET:
      mc_journey_set_secret (self, g_value_get_boxed (value));
      break;
    case PROP_THIRD_PARTY:
      mc_journey_set_third_party (self, g_value_get_boolean (value));
      break;
    case PROP_PHASE:
    case PROP_CHECKUP:
    case PROP_RESULT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_journey_dispose (GObject *object)
{
  McJourney *self = MC_JOURNEY (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->asked_again, g_free);
  g_clear_pointer (&self->budgets, g_hash_table_unref);
  g_clear_object (&self->checkup);
  g_clear_pointer (&self->result, mc_result_unref);

  G_OBJECT_CLASS (mc_journey_parent_class)->dispose (object);
}

static void
mc_journey_class_init (McJourneyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_journey_get_property;
  object_class->set_property = mc_journey_set_property;
  object_class->dispose = mc_journey_dispose;

  properties[PROP_PHASE] =
    g_param_spec_int ("phase", NULL, NULL, MC_PHASE_ASKING, MC_PHASE_OVER, MC_PHASE_ASKING,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SYMPTOM] =
    g_param_spec_int ("symptom", NULL, NULL, MC_SYMPTOM_EVERYTHING, MC_SYMPTOM_DELAYED, MC_SYMPTOM_EVERYTHING,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, MC_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SECRET] =
    g_param_spec_boxed ("secret", NULL, NULL, MC_TYPE_SECRET,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_THIRD_PARTY] =
    g_param_spec_boolean ("third-party", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECKUP] =
    g_param_spec_object ("checkup", NULL, NULL, MC_TYPE_CHECKUP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESULT] =
    g_param_spec_boxed ("result", NULL, NULL, MC_TYPE_RESULT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * McJourney::answers-changed:
   *
   * The person answered or skipped a question, or took that back.
   */
  signals[ANSWERS_CHANGED] = g_signal_new ("answers-changed", MC_TYPE_JOURNEY, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_journey_init (McJourney *self)
{
  self->third_party = TRUE;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->budgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * mc_journey_new:
 *
 * Returns: (transfer full): a journey at its beginning
 */
McJourney *
mc_journey_new (void)
{
  return g_object_new (MC_TYPE_JOURNEY, NULL);
}

McPhase
mc_journey_get_phase (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), MC_PHASE_ASKING);

  return self->phase;
}

McSymptom
mc_journey_get_symptom (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), MC_SYMPTOM_EVERYTHING);

  return self->symptom;
}

void
mc_journey_set_symptom (McJourney *self,
                        McSymptom  symptom)
{
  g_return_if_fail (MC_IS_JOURNEY (self));

  if (self->symptom == symptom)
    return;

  self->symptom = symptom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYMPTOM]);
}

/**
 * mc_journey_get_account:
 * @self: a journey
 *
 * Returns: (transfer none) (nullable): the account to check
 */
McAccount *
mc_journey_get_account (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), NULL);

  return self->account;
}

/**
 * mc_journey_set_account:
 * @self: a journey
 * @account: (nullable): the account to check; it must not change any more
 *
 * Answers are about one account: another address begins without any.
 */
void
mc_journey_set_account (McJourney *self,
                        McAccount *account)
{
  gboolean is_another;

  g_return_if_fail (MC_IS_JOURNEY (self));
  g_return_if_fail (account == NULL || MC_IS_ACCOUNT (account));

  is_another = self->account != NULL && account != NULL && !is_same (self->account, account);
  if (!g_set_object (&self->account, account))
    return;

  if (is_another)
    {
      g_hash_table_remove_all (self->answers);
      g_hash_table_remove_all (self->skipped);
      g_clear_pointer (&self->asked_again, g_free);
      g_signal_emit (self, signals[ANSWERS_CHANGED], 0);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

/**
 * mc_journey_get_secret:
 * @self: a journey
 *
 * Returns: (transfer none) (nullable): the password, where one was given
 */
McSecret *
mc_journey_get_secret (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), NULL);

  return self->secret;
}

void
mc_journey_set_secret (McJourney *self,
                       McSecret  *secret)
{
  g_return_if_fail (MC_IS_JOURNEY (self));

  if (self->secret == secret)
    return;

  g_clear_pointer (&self->secret, mc_secret_unref);
  self->secret = secret != NULL ? mc_secret_ref (secret) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECRET]);
}

gboolean
mc_journey_get_third_party (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), FALSE);

  return self->third_party;
}

/**
 * mc_journey_set_third_party:
 * @self: a journey
 * @allowed: whether checkups may ask others than the person's own network and provider
 */
void
mc_journey_set_third_party (McJourney *self,
                            gboolean   allowed)
{
  g_return_if_fail (MC_IS_JOURNEY (self));

  if (self->third_party == !!allowed)
    return;

  self->third_party = !!allowed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THIRD_PARTY]);
}

/**
 * mc_journey_get_answer:
 * @self: a journey
 * @question: id of a question
 *
 * Returns: (transfer none) (nullable): the answer, where one was given
 */
const char *
mc_journey_get_answer (McJourney  *self,
                       const char *question)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), NULL);

  return g_hash_table_lookup (self->answers, question);
}

/**
 * mc_journey_set_answer:
 * @self: a journey
 * @question: id of a question
 * @answer: (nullable): the answer, or %NULL to take it back
 *
 * What was found is diagnosed anew; nothing is tested again.
 */
void
mc_journey_set_answer (McJourney  *self,
                       const char *question,
                       const char *answer)
{
  g_return_if_fail (MC_IS_JOURNEY (self));
  g_return_if_fail (question != NULL);

  g_hash_table_remove (self->skipped, question);
  if (g_strcmp0 (self->asked_again, question) == 0)
    g_clear_pointer (&self->asked_again, g_free);

  if (answer != NULL)
    g_hash_table_insert (self->answers, g_strdup (question), g_strdup (answer));
  else
    g_hash_table_remove (self->answers, question);
  if (self->checkup != NULL)
    mc_checkup_set_answer (self->checkup, question, answer);

  g_signal_emit (self, signals[ANSWERS_CHANGED], 0);
  if (self->phase == MC_PHASE_OVER)
    diagnose (self);
}

/**
 * mc_journey_forget_trust:
 * @self: a journey
 *
 * Takes back that the person trusts what looks into secure connections: it was
 * said of one network, and another one may have somebody else in it.
 */
void
mc_journey_forget_trust (McJourney *self)
{
  g_return_if_fail (MC_IS_JOURNEY (self));

  if (mc_journey_get_answer (self, TRUST) != NULL)
    mc_journey_set_answer (self, TRUST, NULL);
}

/**
 * mc_journey_ask_again:
 * @self: a journey
 * @question: id of a question that was answered or skipped
 *
 * Takes back what the person said and makes it the next question.
 */
void
mc_journey_ask_again (McJourney  *self,
                      const char *question)
{
  g_return_if_fail (MC_IS_JOURNEY (self));
  g_return_if_fail (question != NULL);

  mc_journey_set_answer (self, question, NULL);
  g_set_str (&self->asked_again, question);
  g_signal_emit (self, signals[ANSWERS_CHANGED], 0);
}

/**
 * mc_journey_skip_question:
 * @self: a journey
 * @question: id of a question
 *
 * Does not ask it any more.
 */
void
mc_journey_skip_question (McJourney  *self,
                          const char *question)
{
  g_return_if_fail (MC_IS_JOURNEY (self));
  g_return_if_fail (question != NULL);

  if (g_strcmp0 (self->asked_again, question) == 0)
    g_clear_pointer (&self->asked_again, g_free);
  g_hash_table_add (self->skipped, g_strdup (question));
  g_signal_emit (self, signals[ANSWERS_CHANGED], 0);
}

gboolean
mc_journey_is_skipped (McJourney  *self,
                       const char *question)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), FALSE);

  return g_hash_table_contains (self->skipped, question);
}

/* For the checklist, what was skipped is answered. */
static GHashTable *
list_answers_and_skipped (McJourney *self)
{
  GHashTable    *answers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer       question, answer;

  g_hash_table_iter_init (&iter, self->skipped);
  while (g_hash_table_iter_next (&iter, &question, NULL))
    g_hash_table_insert (answers, question, (gpointer) MC_ANSWER_UNKNOWN);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    g_hash_table_insert (answers, question, answer);

  return answers;
}

/**
 * mc_journey_find_question:
 * @self: a journey
 *
 * Returns: (transfer none) (nullable): what to ask the person now
 */
const McQuestion *
mc_journey_find_question (McJourney *self)
{
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (GPtrArray)  findings = NULL;

  g_return_val_if_fail (MC_IS_JOURNEY (self), NULL);

  if (self->checkup == NULL || self->phase == MC_PHASE_ASKING)
    return NULL;
  if (self->asked_again != NULL)
    return mc_question_find (self->asked_again);

  answers = list_answers_and_skipped (self);
  findings = mc_checkup_list_findings (self->checkup);
  self->asking = mc_checklist_next (self->symptom, findings, self->phase == MC_PHASE_OVER, self->account, answers,
                                    self->asking);

  return self->asking;
}

/**
 * mc_journey_get_checkup:
 * @self: a journey
 *
 * Returns: (transfer none) (nullable): the checkup that runs, or ran last
 */
McCheckup *
mc_journey_get_checkup (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), NULL);

  return self->checkup;
}

/**
 * mc_journey_get_result:
 * @self: a journey
 *
 * Returns: (transfer none) (nullable): what was found, once the checkup is over
 */
McResult *
mc_journey_get_result (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), NULL);

  return self->result;
}

/**
 * mc_journey_check:
 * @self: a journey with an account, where no checkup runs
 *
 * Begins a checkup.
 */
void
mc_journey_check (McJourney *self)
{
  g_return_if_fail (MC_IS_JOURNEY (self));
  g_return_if_fail (self->account != NULL);
  g_return_if_fail (self->phase != MC_PHASE_CHECKING);

  run (self, NULL);
}

/**
 * mc_journey_check_again:
 * @self: a journey that is over
 *
 * Begins a checkup with what went wrong, or could not be tested, in the last one.
 */
void
mc_journey_check_again (McJourney *self)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (McResult)  last = NULL;

  g_return_if_fail (MC_IS_JOURNEY (self));
  g_return_if_fail (self->phase == MC_PHASE_OVER);

  last = mc_result_ref (self->result);
  for (guint i = 0; i < last->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (last->findings, i);

      if (mc_finding_get_outcome (finding) != MC_OUTCOME_PASS)
        g_ptr_array_add (first, (gpointer) mc_finding_get_check (finding));
    }
  g_ptr_array_add (first, NULL);

  run (self, (const char *const *) first->pdata);
}

/**
 * mc_journey_stop:
 * @self: a journey
 *
 * Ends a checkup that runs; what was found by then becomes the result.
 */
void
mc_journey_stop (McJourney *self)
{
  g_return_if_fail (MC_IS_JOURNEY (self));

  if (self->phase == MC_PHASE_CHECKING)
    mc_checkup_cancel (self->checkup);
}

/**
 * mc_journey_leave:
 * @self: a journey
 *
 * Ends a checkup that runs, without a result.
 */
void
mc_journey_leave (McJourney *self)
{
  g_return_if_fail (MC_IS_JOURNEY (self));

  if (self->phase != MC_PHASE_CHECKING)
    return;

  set_phase (self, MC_PHASE_ASKING);
  mc_checkup_cancel (self->checkup);
}

/**
 * mc_journey_is_busy:
 * @self: a journey
 *
 * Returns: whether a checkup runs, or one that was left has not ended yet
 */
gboolean
mc_journey_is_busy (McJourney *self)
{
  g_return_val_if_fail (MC_IS_JOURNEY (self), FALSE);

  return self->n_running > 0;
}
