/* mc-step-offer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-step-offer.h"

/* What each action's button says and does. Its parameter is one of: @target, the diagnosis's value of @placeholder, the
 * provider's @link, or @panel of the computer's settings. */
static const struct
{
  const char    *label;
  const char    *action;
  const char    *target;
  const char    *placeholder;
  McProviderLink link;
  const char    *panel;
} offers[MC_N_STEP_ACTIONS] = {
  [MC_STEP_CHECK_AGAIN] = { .label = N_ ("Check Again"), .action = "win.check-again" },
  [MC_STEP_COPY_REPORT] = { .label = N_ ("Copy Report…"), .action = "win.preview-report" },
  [MC_STEP_COPY_HOST] = { .label = N_ ("Copy Name"), .action = "result.copy", .placeholder = "host" },
  [MC_STEP_COPY_WORKING] = { .label = N_ ("Copy Setting"), .action = "result.copy", .placeholder = "working" },
  [MC_STEP_EDIT_ADDRESS] = { .label = N_ ("Correct Address…"), .action = "win.edit", .target = "address" },
  [MC_STEP_EDIT_PASSWORD] = { .label = N_ ("Try Password Here…"), .action = "win.edit", .target = "password" },
  [MC_STEP_EDIT_SERVERS] = { .label = N_ ("Server Settings…"), .action = "win.edit", .target = "servers" },
  [MC_STEP_OPEN_WEBMAIL] = { .label = N_ ("Open Website"), .action = "result.open", .link = MC_PROVIDER_LINK_WEBMAIL },
  [MC_STEP_OPEN_APP_PASSWORDS] = { .label = N_ ("Open App Passwords"), .action = "result.open", .link = MC_PROVIDER_LINK_APP_PASSWORD },
  [MC_STEP_OPEN_ACCESS] = { .label = N_ ("Open Mail Settings"), .action = "result.open", .link = MC_PROVIDER_LINK_ACCESS },
  [MC_STEP_OPEN_STATUS] = { .label = N_ ("Open Status Page"), .action = "result.open", .link = MC_PROVIDER_LINK_STATUS },
  [MC_STEP_OPEN_BROWSER] = { .label = N_ ("Open Browser"), .action = "result.open-probe" },
  [MC_STEP_NETWORK_SETTINGS] = { .label = N_ ("Network Settings"), .action = "result.open-settings", .panel = "network" },
  [MC_STEP_DATE_SETTINGS] = { .label = N_ ("Date and Time Settings"), .action = "result.open-settings", .panel = "datetime" },
  [MC_STEP_ONLINE_ACCOUNTS] = { .label = N_ ("Online Accounts"), .action = "result.open-settings", .panel = "online-accounts" },
};

static const char *
find_target (McStepAction      action,
             McDiagnosis      *diagnosis,
             const McProvider *provider)
{
  if (offers[action].placeholder != NULL)
    return mc_diagnosis_find_value (diagnosis, offers[action].placeholder);
  if (offers[action].link != MC_PROVIDER_LINK_NONE)
    return provider != NULL ? mc_provider_get_link (provider, offers[action].link) : NULL;
  if (offers[action].panel != NULL)
    return offers[action].panel;

  return offers[action].target;
}

static gboolean
needs_target (McStepAction action)
{
  return offers[action].placeholder != NULL || offers[action].link != MC_PROVIDER_LINK_NONE;
}

/**
 * mc_step_offer_init:
 * @self: what to fill in
 * @diagnosis: a diagnosis; its values are used as long as it lives
 * @step: one of its steps, counted from 0
 * @provider: (nullable): the person's provider, where it is known
 * @has_settings: whether the computer's settings can be opened
 *
 * Returns: whether there is something that a button can do for the step
 */
gboolean
mc_step_offer_init (McStepOffer      *self,
                    McDiagnosis      *diagnosis,
                    guint             step,
                    const McProvider *provider,
                    gboolean          has_settings)
{
  McStepAction action;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (MC_IS_DIAGNOSIS (diagnosis), FALSE);
  g_return_val_if_fail (step < MC_CAUSE_MAX_STEPS, FALSE);

  action = mc_diagnosis_get_cause (diagnosis)->actions[step];
  if (action == MC_STEP_NONE || (offers[action].panel != NULL && !has_settings))
    return FALSE;

  self->label = _ (offers[action].label);
  self->action = offers[action].action;
  self->target = find_target (action, diagnosis, provider);

  return self->target != NULL || !needs_target (action);
}
