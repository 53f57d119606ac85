/* mc-result-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-announce.h"
#include "mc-cause-rows.h"
#include "mc-comparison.h"
#include "mc-finding-groups.h"
#include "mc-help.h"
#include "mc-plain-row.h"
#include "mc-primary-menu.h"
#include "mc-question-card.h"
#include "mc-result-page.h"
#include "mc-status.h"
#include "mc-step-row.h"
#include "mc-system-settings.h"
#include "mc-text.h"
#include "mc-verdict-heading.h"
#include "mc-website.h"
#include "mc-window.h"

/* Values are cut shorter where they are read. */
#define MAX_CHARS 4000

/**
 * McResultPage:
 *
 * The last page: what was found, and what to do.
 */
struct _McResultPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;
  McSystemSettings *settings;

  GtkScrolledWindow   *scrolled_window;
  GtkListBox          *notes_before;
  McVerdictHeading    *heading;
  GtkLabel            *explanation;
  GtkWidget           *fixer_box;
  GtkLabel            *fixer;
  GtkWidget           *steps_group;
  GtkListBox          *steps;
  AdwPreferencesGroup *alternatives_group;
  GtkListBox          *alternatives;
  GtkListBox          *works;
  GtkListBox          *links;
  GtkListBox          *notes_after;
  GtkWidget           *others_group;
  GtkListBox          *others;
  GtkBox              *tests_box;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McResultPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McResultPage, mc_result_page, ADW_TYPE_NAVIGATION_PAGE)

/* With nothing wrong, where else to look depends on what brought the person here. */
static const char *const advice[] = {
  [MC_SYMPTOM_EVERYTHING] = NULL,
  [MC_SYMPTOM_CANNOT_CONNECT] = N_ ("Compare the settings of the account in your mail program with those in this "
                                    "report, letter by letter."),
  [MC_SYMPTOM_NOT_RECEIVING] = N_ ("Send a message to your own address. If it arrives, ask whoever wrote to you "
                                   "whether an error message came back."),
  [MC_SYMPTOM_CANNOT_SEND] = N_ ("Open the outbox, and look for a message with a large attachment or a wrong address. "
                                 "Move it to the drafts."),
  [MC_SYMPTOM_BOUNCED] = N_ ("Read the message that came back. It usually names the address that was refused, and the "
                             "reason."),
  [MC_SYMPTOM_MARKED_AS_SPAM] = N_ ("Ask recipients to mark your messages as not spam and to reply."),
  [MC_SYMPTOM_DELAYED] = N_ ("Before you send a late message again, ask whether it has arrived in the meantime."),
};

static void
show_text (GtkLabel   *label,
           const char *text)
{
  g_autofree char *safe = mc_text_make_safe (text != NULL ? text : "", -1, MAX_CHARS);

  gtk_label_set_label (label, safe);
  gtk_widget_set_visible (GTK_WIDGET (label), *safe != '\0');
}

static const McProvider *
find_provider (McResult *result)
{
  McAddress        *address = result->account != NULL ? mc_account_get_address (result->account) : NULL;
  const McProvider *provider = address != NULL ? mc_provider_find (mc_address_get_domain (address)) : NULL;

  if (provider == NULL && result->incoming != NULL)
    provider = mc_provider_find_by_host (mc_server_get_host (result->incoming));
  if (provider == NULL && result->outgoing != NULL)
    provider = mc_provider_find_by_host (mc_server_get_host (result->outgoing));

  return provider;
}

static void
show_rows (GtkListBox *list,
           GtkWidget  *whole,
           GPtrArray  *rows)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (list, g_ptr_array_index (rows, i));
  gtk_widget_set_visible (whole, rows->len > 0);
}

static GtkWidget *
new_row (McStatus    status,
         const char *title)
{
  GtkWidget *row = mc_plain_row_new (title);
  GtkWidget *image = mc_plain_row_new_image (NULL);

  mc_status_show (status, GTK_IMAGE (image));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);

  return row;
}

/* What the person can do about a note is behind its row. */
static void
add_edit (GtkWidget  *row,
          const char *subtitle,
          const char *what)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mc_plain_row_new_image ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", what);
}

static GtkWidget *
new_note (const McNote *note)
{
  GtkWidget *row = new_row (MC_STATUS_SKIPPED, note->text);

  if (note->kind == MC_NOTE_NOT_CONFIRMED)
    add_edit (row, _ ("If it is the right server, confirm it in the server settings"), "servers");
  else if (note->kind == MC_NOTE_NO_OUTGOING)
    add_edit (row, _ ("Enter the outgoing server in the server settings to test it too"), "servers");
  else if (note->kind == MC_NOTE_NO_PASSWORD)
    add_edit (row, _ ("Enter the password to test it too"), "password");

  return row;
}

static void
show_notes (GtkListBox *list,
            GPtrArray  *notes)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (rows, new_note (g_ptr_array_index (notes, i)));

  show_rows (list, GTK_WIDGET (list), rows);
}

static void
show_heading (McResultPage *self,
              McVerdict    *verdict)
{
  McDiagnosis     *diagnosis = mc_verdict_get_diagnosis (verdict);
  g_autofree char *explanation = diagnosis != NULL ? mc_diagnosis_dup_explanation (diagnosis) : NULL;
  const char      *fixer = diagnosis != NULL ? mc_fixer_get_title (mc_diagnosis_get_cause (diagnosis)->fixed_by) : NULL;

  mc_verdict_heading_show (self->heading, verdict);
  show_text (self->explanation, explanation);
  show_text (self->fixer, fixer);
  gtk_widget_set_visible (self->fixer_box, fixer != NULL);
}

/* A list made to stand within a sentence, on its own. */
static char *
dup_capitalized (const char *text)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* With nothing wrong, the reader wants to know how much that says. */
static void
show_what_works (McResultPage *self,
                 McVerdict    *verdict)
{
  const char           *works = mc_verdict_get_what_works (verdict);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (works != NULL)
    {
      g_autofree char *sentence = dup_capitalized (works);
      GtkWidget       *row = new_row (MC_STATUS_PASSED, _ ("What works"));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
      g_ptr_array_add (rows, row);
    }

  show_rows (self->works, GTK_WIDGET (self->works), rows);
}

static void
add_advice (GPtrArray         *rows,
            const char        *text,
            const McStepOffer *offer)
{
  g_ptr_array_add (rows, mc_step_row_new (rows->len + 1, text, offer));
}

static void
show_steps (McResultPage *self,
            McResult     *result,
            McVerdict    *verdict)
{
  const McStepOffer     explain = { .label = _ ("Explain It"), .action = "win.explain" };
  McDiagnosis          *diagnosis = mc_verdict_get_diagnosis (verdict);
  gboolean              has_settings = mc_system_settings_is_available (self->settings);
  g_autoptr (GPtrArray) rows = NULL;

  if (diagnosis != NULL)
    rows = mc_cause_rows_new_steps (diagnosis, find_provider (result), has_settings);
  else
    rows = g_ptr_array_new ();

  if (diagnosis == NULL)
    add_advice (rows, _ ("Run the checkup again and let it end by itself."), NULL);
  else if (mc_verdict_is_healthy (verdict) && advice[result->symptom] != NULL)
    add_advice (rows, _ (advice[result->symptom]), result->symptom == MC_SYMPTOM_BOUNCED ? &explain : NULL);

  show_rows (self->steps, self->steps_group, rows);
}

static void
show_alternatives (McResultPage *self,
                   McDiagnosis  *diagnosis)
{
  gboolean              is_unknown = g_str_equal (mc_diagnosis_get_cause (diagnosis)->id, "unknown");
  g_autofree char      *decided_by = mc_diagnosis_dup_decided_by (diagnosis);
  g_autofree char      *safe = mc_text_make_safe (decided_by != NULL ? decided_by : "", -1, MAX_CHARS);
  g_autoptr (GPtrArray) rows = mc_cause_rows_new_alternatives (diagnosis);
  g_autofree char      *text = NULL;

  /* Translators: %s is what would tell between several causes, such as “whether it works after an hour” */
  text = *safe != '\0' ? g_markup_printf_escaped (_ ("What would tell which it is: %s."), safe) : NULL;
  show_rows (self->alternatives, GTK_WIDGET (self->alternatives_group), rows);
  adw_preferences_group_set_title (self->alternatives_group,
                                   is_unknown ? _ ("Possible Causes") : _ ("Other Possible Causes"));
  adw_preferences_group_set_description (self->alternatives_group, text);
}

static void
show_others (McResultPage *self,
             McResult     *result,
             McVerdict    *verdict)
{
  GPtrArray            *others = mc_verdict_list_others (verdict);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (rows, mc_cause_row_new (g_ptr_array_index (others, i), find_provider (result),
                                             mc_system_settings_is_available (self->settings)));

  show_rows (self->others, self->others_group, rows);
}

static void
show_verdict (McResultPage *self,
              McResult     *result)
{
  g_autoptr (McVerdict) verdict = mc_verdict_new (result);
  McDiagnosis          *diagnosis = mc_verdict_get_diagnosis (verdict);

  show_notes (self->notes_before, mc_verdict_list_notes_before (verdict));
  show_heading (self, verdict);
  show_what_works (self, verdict);
  show_steps (self, result, verdict);
  show_notes (self->notes_after, mc_verdict_list_notes_after (verdict));
  show_others (self, result, verdict);

  gtk_widget_set_visible (GTK_WIDGET (self->alternatives_group), diagnosis != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->links), diagnosis != NULL);
  if (diagnosis != NULL)
    {
      g_autoptr (GPtrArray) links = mc_cause_rows_new_links (diagnosis);

      show_rows (self->links, GTK_WIDGET (self->links), links);
      show_alternatives (self, diagnosis);
    }
}

/* The first child is the heading. */
static void
show_tests (McResultPage *self,
            McResult     *result)
{
  g_autoptr (GPtrArray) groups = mc_finding_groups_new (result);
  GtkWidget            *heading = gtk_widget_get_first_child (GTK_WIDGET (self->tests_box));
  GtkWidget            *group;

  while ((group = gtk_widget_get_next_sibling (heading)) != NULL)
    gtk_box_remove (self->tests_box, group);

  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (self->tests_box, g_ptr_array_index (groups, i));

  gtk_widget_set_visible (GTK_WIDGET (self->tests_box), result->findings->len > 0);
}

static void
announce (McResultPage *self)
{
  mc_announce (GTK_WIDGET (self), mc_verdict_heading_get_title (self->heading),
               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_journey_result_cb (McResultPage *self)
{
  McResult        *result = mc_journey_get_result (self->journey);
  g_autofree char *title = g_strdup (mc_verdict_heading_get_title (self->heading));

  if (result == NULL)
    return;

  show_verdict (self, result);
  show_tests (self, result);

  /* An answer can change the verdict while it is read. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !g_str_equal (title, mc_verdict_heading_get_title (self->heading)))
    announce (self);
}

/* Whether there are settings may be known a moment later than the result. */
static void
on_settings_available_cb (McResultPage *self)
{
  McResult *result = self->journey != NULL ? mc_journey_get_result (self->journey) : NULL;

  if (result != NULL)
    show_verdict (self, result);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mc_website_open (widget, g_variant_get_string (parameter, NULL));
}

/* Any page that is not encrypted makes a network show its own; this one is asked in the checkup too. */
static void
open_probe_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  mc_website_open (widget, mc_comparison_get_probe_uri (mc_comparison_get_default ()));
}

static void
open_settings_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  mc_system_settings_open (MC_RESULT_PAGE (widget)->settings, g_variant_get_string (parameter, NULL));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  if (MC_IS_WINDOW (window))
    mc_window_add_toast (MC_WINDOW (window), adw_toast_new (_ ("Copied")));
}

static void
help_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mc_help_show (GTK_WINDOW (gtk_widget_get_root (widget)), g_variant_get_string (parameter, NULL));
}

static void
mc_result_page_shown (AdwNavigationPage *page)
{
  McResultPage  *self = MC_RESULT_PAGE (page);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
  announce (self);
}

static void
set_journey (McResultPage *self,
             McJourney    *journey)
{
  if (!g_set_object (&self->journey, journey) || journey == NULL)
    return;

  g_signal_connect_object (journey, "notify::result", G_CALLBACK (on_journey_result_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNEY]);
}

static void
mc_result_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  McResultPage *self = MC_RESULT_PAGE (object);

  switch ((McResultPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_result_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  McResultPage *self = MC_RESULT_PAGE (object);

  switch ((McResultPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      set_journey (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_result_page_dispose (GObject *object)
{
  McResultPage *self = MC_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_RESULT_PAGE);
  g_clear_object (&self->journey);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mc_result_page_parent_class)->dispose (object);
}

static void
mc_result_page_class_init (McResultPageClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  object_class->get_property = mc_result_page_get_property;
  object_class->set_property = mc_result_page_set_property;
  object_class->dispose = mc_result_page_dispose;
  page_class->shown = mc_result_page_shown;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MC_TYPE_PRIMARY_MENU);
  g_type_ensure (MC_TYPE_QUESTION_CARD);
  g_type_ensure (MC_TYPE_VERDICT_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McResultPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, notes_before);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, heading);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, fixer_box);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, fixer);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, steps);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, alternatives_group);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, alternatives);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, works);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, links);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, notes_after);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, others_group);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, others);
  gtk_widget_class_bind_template_child (widget_class, McResultPage, tests_box);

  gtk_widget_class_install_action (widget_class, "result.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "result.open-probe", NULL, open_probe_action);
  gtk_widget_class_install_action (widget_class, "result.open-settings", "s", open_settings_action);
  gtk_widget_class_install_action (widget_class, "result.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "result.help", "s", help_action);
}

static void
mc_result_page_init (McResultPage *self)
{
  GApplication    *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  mc_verdict_heading_set_details (self->heading, self->explanation, self->fixer);

  self->settings = mc_system_settings_new (bus);
  g_signal_connect_object (self->settings, "notify::available", G_CALLBACK (on_settings_available_cb), self,
                           G_CONNECT_SWAPPED);
}
