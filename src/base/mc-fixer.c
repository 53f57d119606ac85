/* mc-fixer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-fixer.h"

typedef struct
{
  const char *id;
  const char *title;
} Fixer;

static const Fixer fixers[] = {
  [MC_FIXER_NONE] = { NULL, NULL },
  [MC_FIXER_YOU] = { "you", N_ ("You can fix this yourself") },
  [MC_FIXER_ADMINISTRATOR] = { "your-administrator", N_ ("Your administrator has to fix this") },
  [MC_FIXER_PROVIDER] = { "your-provider", N_ ("Your mail provider has to fix this") },
  [MC_FIXER_NETWORK] = { "your-network", N_ ("Whoever runs this network has to fix this") },
  [MC_FIXER_SENDER] = { "sender", N_ ("The sender has to fix this") },
  [MC_FIXER_RECIPIENT] = { "recipient", N_ ("The recipient has to fix this") },
  [MC_FIXER_WAIT] = { "wait", N_ ("It passes by itself after a while") },
};

/**
 * mc_fixer_get_id:
 * @fixer: a fixer
 *
 * Returns: (transfer none) (nullable): the public id (contract section 3), %NULL for %MC_FIXER_NONE
 */
const char *
mc_fixer_get_id (McFixer fixer)
{
  g_return_val_if_fail ((gsize) fixer < G_N_ELEMENTS (fixers), NULL);

  return fixers[fixer].id;
}

/**
 * mc_fixer_get_title:
 * @fixer: a fixer
 *
 * Returns: (transfer none) (nullable): a translated phrase, %NULL for %MC_FIXER_NONE
 */
const char *
mc_fixer_get_title (McFixer fixer)
{
  g_return_val_if_fail ((gsize) fixer < G_N_ELEMENTS (fixers), NULL);

  return fixers[fixer].title != NULL ? _ (fixers[fixer].title) : NULL;
}
