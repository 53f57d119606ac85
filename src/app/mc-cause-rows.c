/* mc-cause-rows.c
 *
 * What a cause says, as rows of a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-cause-rows.h"
#include "mc-plain-row.h"
#include "mc-status.h"
#include "mc-step-row.h"
#include "mc-text.h"

/* Values are cut shorter where they are read. */
#define MAX_CHARS 4000

static GtkWidget *
new_link (const char *title,
          const char *icon_name,
          const char *action,
          const char *target)
{
  GtkWidget *row = mc_plain_row_new (title);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mc_plain_row_new_image (icon_name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);

  return row;
}

/* A sentence or more; what servers said may stand in it. */
static GtkWidget *
new_text (const char *text)
{
  g_autofree char *safe = mc_text_make_safe (text, -1, MAX_CHARS);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL,
                                         "label", safe,
                                         "wrap", TRUE,
                                         "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                         "xalign", 0.0,
                                         "margin-top", 12,
                                         "margin-bottom", 12,
                                         "margin-start", 12,
                                         "margin-end", 12,
                                         NULL);
  GtkWidget       *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, safe, -1);
  return row;
}

/**
 * mc_cause_rows_new_steps:
 * @diagnosis: a diagnosis
 * @provider: (nullable): the person's provider, where it is known
 * @has_settings: whether the computer's settings can be opened
 *
 * Returns: (transfer full) (element-type GtkWidget): what to do, floating
 */
GPtrArray *
mc_cause_rows_new_steps (McDiagnosis      *diagnosis,
                         const McProvider *provider,
                         gboolean          has_settings)
{
  g_auto (GStrv) steps = mc_diagnosis_dup_steps (diagnosis);
  GPtrArray     *rows = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    {
      McStepOffer      offer;
      gboolean         is_offered = mc_step_offer_init (&offer, diagnosis, i, provider, has_settings);
      g_autofree char *safe = mc_text_make_safe (steps[i], -1, MAX_CHARS);

      g_ptr_array_add (rows, mc_step_row_new (i + 1, safe, is_offered ? &offer : NULL));
    }

  return rows;
}

/**
 * mc_cause_rows_new_alternatives:
 * @diagnosis: a diagnosis
 *
 * Returns: (transfer full) (element-type GtkWidget): what else it could be, floating
 */
GPtrArray *
mc_cause_rows_new_alternatives (McDiagnosis *diagnosis)
{
  const char *const *alternatives = mc_diagnosis_get_alternatives (diagnosis);
  GPtrArray         *rows = g_ptr_array_new ();

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      const McCause *cause = mc_cause_find (alternatives[i]);

      if (cause != NULL)
        g_ptr_array_add (rows, new_link (mc_cause_get_title (cause), "go-next-symbolic", "result.help", cause->article));
    }

  return rows;
}

/**
 * mc_cause_rows_new_links:
 * @diagnosis: a diagnosis
 *
 * Returns: (transfer full) (element-type GtkWidget): where to read on, floating
 */
GPtrArray *
mc_cause_rows_new_links (McDiagnosis *diagnosis)
{
  const McCause *cause = mc_diagnosis_get_cause (diagnosis);
  GPtrArray     *rows = g_ptr_array_new ();

  g_ptr_array_add (rows, new_link (_ ("Learn More"), "go-next-symbolic", "result.help", cause->article));
  for (guint i = 0; cause->links[i].title != NULL; i++)
    g_ptr_array_add (rows, new_link (_ (cause->links[i].title), "adw-external-link-symbolic", "result.open",
                                     cause->links[i].uri));

  return rows;
}

static void
add_all (AdwExpanderRow *row,
         GPtrArray      *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (row, g_ptr_array_index (rows, i));
}

/**
 * mc_cause_row_new:
 * @diagnosis: a diagnosis
 * @provider: (nullable): the person's provider, where it is known
 * @has_settings: whether the computer's settings can be opened
 *
 * Returns: (transfer floating): a row that opens to all that is known about the cause
 */
GtkWidget *
mc_cause_row_new (McDiagnosis      *diagnosis,
                  const McProvider *provider,
                  gboolean          has_settings)
{
  gboolean              is_problem = mc_diagnosis_is_problem (diagnosis);
  const char           *fixer = mc_fixer_get_title (mc_diagnosis_get_cause (diagnosis)->fixed_by);
  g_autofree char      *title = mc_diagnosis_dup_title (diagnosis);
  g_autofree char      *explanation = mc_diagnosis_dup_explanation (diagnosis);
  g_autoptr (GPtrArray) steps = mc_cause_rows_new_steps (diagnosis, provider, has_settings);
  g_autoptr (GPtrArray) links = mc_cause_rows_new_links (diagnosis);
  AdwExpanderRow       *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);
  GtkWidget            *image = mc_plain_row_new_image (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, fixer != NULL ? fixer : "");
  mc_status_show (is_problem ? MC_STATUS_FAILED : MC_STATUS_WARNING, GTK_IMAGE (image));
  adw_expander_row_add_prefix (row, image);
  if (explanation != NULL)
    adw_expander_row_add_row (row, new_text (explanation));
  add_all (row, steps);
  add_all (row, links);

  return GTK_WIDGET (row);
}
