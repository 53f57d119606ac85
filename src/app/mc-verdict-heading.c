/* mc-verdict-heading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-text.h"
#include "mc-verdict-heading.h"

/* Values are cut shorter where they are read. */
#define MAX_CHARS 4000

/**
 * McVerdictHeading:
 *
 * What was found, in a picture, a word and a sentence. It has the focus when a page
 * comes up, so that screen readers begin to read here; Tab passes it by.
 */
struct _McVerdictHeading
{
  GtkBox parent_instance;

  GtkImage *image;
  GtkLabel *severity;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (McVerdictHeading, mc_verdict_heading, GTK_TYPE_BOX)

static gboolean
mc_verdict_heading_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_PAGE);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean   is_on_page = page == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, page));

  return !is_on_page && gtk_widget_grab_focus (widget);
}

static void
mc_verdict_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_VERDICT_HEADING);

  G_OBJECT_CLASS (mc_verdict_heading_parent_class)->dispose (object);
}

static void
mc_verdict_heading_class_init (McVerdictHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_verdict_heading_dispose;
  widget_class->focus = mc_verdict_heading_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-verdict-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, McVerdictHeading, image);
  gtk_widget_class_bind_template_child (widget_class, McVerdictHeading, severity);
  gtk_widget_class_bind_template_child (widget_class, McVerdictHeading, title);
}

static void
mc_verdict_heading_init (McVerdictHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_verdict_heading_show:
 * @self: the heading
 * @verdict: what to show
 */
void
mc_verdict_heading_show (McVerdictHeading *self,
                         McVerdict        *verdict)
{
  McDiagnosis     *diagnosis = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (MC_IS_VERDICT_HEADING (self));

  diagnosis = mc_verdict_get_diagnosis (verdict);
  title = mc_verdict_dup_title (verdict);
  if (diagnosis == NULL)
    mc_verdict_heading_show_words (self, MC_STATUS_SKIPPED, _ ("Not Finished"), title);
  else if (mc_verdict_is_healthy (verdict))
    mc_verdict_heading_show_words (self, MC_STATUS_PASSED, NULL, title);
  else if (mc_diagnosis_is_problem (diagnosis))
    mc_verdict_heading_show_words (self, MC_STATUS_FAILED, _ ("Problem"), title);
  else
    mc_verdict_heading_show_words (self, MC_STATUS_WARNING, _ ("Good to Know"), title);
}

/**
 * mc_verdict_heading_show_words:
 * @self: the heading
 * @status: the picture
 * @severity: (nullable): a word or two for the picture, translated
 * @title: the sentence
 *
 * Shows something else than the verdict on a checkup.
 */
void
mc_verdict_heading_show_words (McVerdictHeading *self,
                               McStatus          status,
                               const char       *severity,
                               const char       *title)
{
  g_autofree char *safe = mc_text_make_safe (title, -1, MAX_CHARS);

  g_return_if_fail (MC_IS_VERDICT_HEADING (self));

  mc_status_show (status, self->image);
  gtk_label_set_label (self->severity, severity != NULL ? severity : "");
  gtk_widget_set_visible (GTK_WIDGET (self->severity), severity != NULL);
  gtk_label_set_label (self->title, safe);
}

/**
 * mc_verdict_heading_set_details:
 * @self: the heading
 * @explanation: a label that says more
 * @fixer: a label that says who can do something
 *
 * Has screen readers read these where they read the heading.
 */
void
mc_verdict_heading_set_details (McVerdictHeading *self,
                                GtkLabel         *explanation,
                                GtkLabel         *fixer)
{
  g_return_if_fail (MC_IS_VERDICT_HEADING (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->severity,
                                  explanation, fixer, NULL, -1);
}

/**
 * mc_verdict_heading_get_title:
 * @self: the heading
 *
 * Returns: the sentence that is shown, empty before there is one
 */
const char *
mc_verdict_heading_get_title (McVerdictHeading *self)
{
  g_return_val_if_fail (MC_IS_VERDICT_HEADING (self), NULL);

  return gtk_label_get_label (self->title);
}
