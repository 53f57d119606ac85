/* test-step-offer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-step-offer.h"

static McDiagnosis *
diagnosis_new (const char *cause,
               const char *placeholder,
               const char *value)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (placeholder != NULL)
    g_hash_table_insert (values, g_strdup (placeholder), g_strdup (value));

  return mc_diagnosis_new (mc_cause_find (cause), 1, NULL, NULL, NULL, values);
}

static guint
find_step (const char  *cause,
           McStepAction action)
{
  const McStepAction *actions = mc_cause_find (cause)->actions;

  for (guint i = 0; i < MC_CAUSE_MAX_STEPS; i++)
    {
      if (actions[i] == action)
        return i;
    }

  g_assert_not_reached ();
}

static gboolean
offer (McStepOffer      *offer,
       McDiagnosis      *diagnosis,
       McStepAction      action,
       const McProvider *provider,
       gboolean          has_settings)
{
  const char *cause = mc_diagnosis_get_cause (diagnosis)->id;

  return mc_step_offer_init (offer, diagnosis, find_step (cause, action), provider, has_settings);
}

/* The page of the person's own provider, or no button at all. */
static void
test_provider (void)
{
  g_autoptr (McDiagnosis) diagnosis = diagnosis_new ("login.app-password-required", NULL, NULL);
  const McProvider       *gmail = mc_provider_find ("gmail.com");
  McStepOffer             self;

  g_assert_true (offer (&self, diagnosis, MC_STEP_OPEN_APP_PASSWORDS, gmail, FALSE));
  g_assert_cmpstr (self.action, ==, "result.open");
  g_assert_cmpstr (self.target, ==, mc_provider_get_link (gmail, MC_PROVIDER_LINK_APP_PASSWORD));
  g_assert_false (offer (&self, diagnosis, MC_STEP_OPEN_APP_PASSWORDS, NULL, FALSE));
}

static void
test_setting (void)
{
  g_autoptr (McDiagnosis) known = diagnosis_new ("settings.wrong-port", "working", "port 993 with TLS");
  g_autoptr (McDiagnosis) unknown = diagnosis_new ("settings.wrong-port", NULL, NULL);
  McStepOffer             self;

  g_assert_true (offer (&self, known, MC_STEP_COPY_WORKING, NULL, FALSE));
  g_assert_cmpstr (self.action, ==, "result.copy");
  g_assert_cmpstr (self.target, ==, "port 993 with TLS");
  g_assert_false (offer (&self, unknown, MC_STEP_COPY_WORKING, NULL, FALSE));
}

static void
test_computer_settings (void)
{
  g_autoptr (McDiagnosis) diagnosis = diagnosis_new ("clock.wrong", NULL, NULL);
  McStepOffer             self;

  g_assert_false (offer (&self, diagnosis, MC_STEP_DATE_SETTINGS, NULL, FALSE));
  g_assert_true (offer (&self, diagnosis, MC_STEP_DATE_SETTINGS, NULL, TRUE));
  g_assert_cmpstr (self.action, ==, "result.open-settings");
  g_assert_cmpstr (self.target, ==, "datetime");
}

/* What needs nothing is always offered; a step that a person alone can take never is. */
static void
test_always_and_never (void)
{
  g_autoptr (McDiagnosis) diagnosis = diagnosis_new ("login.wrong-password", NULL, NULL);
  McStepOffer             self;

  g_assert_true (offer (&self, diagnosis, MC_STEP_EDIT_PASSWORD, NULL, FALSE));
  g_assert_cmpstr (self.action, ==, "win.edit");
  g_assert_cmpstr (self.target, ==, "password");
  g_assert_false (mc_step_offer_init (&self, diagnosis, 4, mc_provider_find ("gmail.com"), TRUE));
}

/* Each says what it does, and leads somewhere. */
static void
test_all (void)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      g_autoptr (McDiagnosis) diagnosis = diagnosis_new (cause->id, NULL, NULL);

      for (guint step = 0; step < MC_CAUSE_MAX_STEPS; step++)
        {
          McStepOffer self = { 0 };

          if (!mc_step_offer_init (&self, diagnosis, step, mc_provider_find ("gmail.com"), TRUE))
            continue;

          g_test_message ("%s, step %u: %s", cause->id, step, self.label);
          g_assert_cmpstr (self.label, !=, "");
          g_assert_true (g_str_has_prefix (self.action, "win.") || g_str_has_prefix (self.action, "result."));
          if (g_str_equal (self.action, "result.open"))
            g_assert_true (g_str_has_prefix (self.target, "https://"));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-offer/provider", test_provider);
  g_test_add_func ("/step-offer/setting", test_setting);
  g_test_add_func ("/step-offer/computer-settings", test_computer_settings);
  g_test_add_func ("/step-offer/always-and-never", test_always_and_never);
  g_test_add_func ("/step-offer/all", test_all);

  return g_test_run ();
}
