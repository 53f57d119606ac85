/* mc-question-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-announce.h"
#include "mc-provider.h"
#include "mc-question-card.h"
#include "mc-website.h"
#include "mc-window.h"

/* While tests run, what they find may answer a question or bring one up; not more often than a person reads. */
#define RECONSIDER_MS 300

/**
 * McQuestionCard:
 *
 * Asks what a person alone can know, one question at a time, and shows the
 * answers so far. It hides itself when there is neither.
 */
struct _McQuestionCard
{
  GtkBox            parent_instance;
  McJourney        *journey;
  const McQuestion *question;
  GPtrArray        *rows; /* AdwActionRow, one an answer */
  guint             timeout_id;

  GtkWidget      *card;
  GtkLabel       *text;
  GtkLabel       *detail;
  GtkWidget      *link_button;
  AdwWrapBox     *options;
  GtkWidget      *answer_list;
  AdwExpanderRow *answers_row;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McQuestionCardProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McQuestionCard, mc_question_card, GTK_TYPE_BOX)

static const char *
find_link (McQuestionCard *self)
{
  McAddress        *address = mc_account_get_address (mc_journey_get_account (self->journey));
  const McProvider *provider = address != NULL ? mc_provider_find (mc_address_get_domain (address)) : NULL;

  return provider != NULL ? mc_provider_get_link (provider, self->question->link) : NULL;
}

static void
on_link_clicked_cb (McQuestionCard *self)
{
  mc_website_open (GTK_WIDGET (self), find_link (self));
}

/* The answer says what the next checkup may do; this one is over. */
static void
offer_check_again (McQuestionCard *self)
{
  GtkRoot  *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwToast *toast = adw_toast_new (_ ("Check again to use this answer"));

  adw_toast_set_button_label (toast, _ ("_Check Again"));
  adw_toast_set_action_name (toast, "win.check-again");
  mc_window_add_toast (MC_WINDOW (root), toast);
}

static void
on_option_clicked_cb (McQuestionCard *self,
                      GtkButton      *button)
{
  const McQuestion *question = self->question;
  const char       *answer = g_object_get_data (G_OBJECT (button), "answer");

  if (question->changes_run && g_str_equal (answer, MC_ANSWER_YES) &&
      mc_journey_get_phase (self->journey) == MC_PHASE_OVER)
    offer_check_again (self);
  mc_journey_set_answer (self->journey, question->id, answer);
}

static void
on_skip_clicked_cb (McQuestionCard *self)
{
  mc_journey_skip_question (self->journey, self->question->id);
}

static void
add_option (McQuestionCard *self,
            const McOption *option)
{
  GtkWidget *button = gtk_button_new_with_label (mc_option_get_title (option));

  g_object_set_data (G_OBJECT (button), "answer", (gpointer) option->id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_option_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->options, button);
}

static void
add_skip (McQuestionCard *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Skip"));

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_skip_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->options, button);
}

static void
remove_options (McQuestionCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    adw_wrap_box_remove (self->options, child);
}

static void
show_question (McQuestionCard *self)
{
  const char     *detail = mc_question_get_detail (self->question);
  const McOption *option;

  gtk_label_set_label (self->text, mc_question_get_text (self->question));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_widget_set_visible (self->link_button, find_link (self) != NULL);

  remove_options (self);
  for (guint i = 0; (option = mc_question_get_option (self->question, i)) != NULL; i++)
    add_option (self, option);
  add_skip (self);
}

/* Only on the page that is seen. */
static void
announce (McQuestionCard *self)
{
  if (gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    mc_announce (GTK_WIDGET (self), mc_question_get_text (self->question), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
set_question (McQuestionCard   *self,
              const McQuestion *question)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean   had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->card);

  if (self->question == question)
    return;

  self->question = question;
  if (question != NULL)
    {
      show_question (self);
      announce (self);
    }

  gtk_widget_set_visible (self->card, question != NULL);
  if (had_focus)
    gtk_widget_child_focus (question != NULL ? GTK_WIDGET (self->options) : self->answer_list, GTK_DIR_TAB_FORWARD);
}

static void
on_change_clicked_cb (McQuestionCard *self,
                      GtkButton      *button)
{
  mc_journey_ask_again (self->journey, g_object_get_data (G_OBJECT (button), "question"));
  gtk_widget_child_focus (GTK_WIDGET (self->options), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_change_button (McQuestionCard   *self,
                   const McQuestion *question)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: %s is a question */
  g_autofree char *name = g_strdup_printf (_ ("Change the answer to “%s”"), mc_question_get_text (question));

  gtk_widget_set_tooltip_text (button, _ ("Change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "question", (gpointer) question->id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_change_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_answer (McQuestionCard   *self,
            const McQuestion *question,
            const char       *answer)
{
  /* Markup is off only once the row is made. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mc_question_get_text (question));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), answer);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_change_button (self, question));
  adw_expander_row_add_row (self->answers_row, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_answers (McQuestionCard *self)
{
  const McQuestion *question;
  g_autofree char  *subtitle = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->answers_row, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      const char     *answer = mc_journey_get_answer (self->journey, question->id);
      const McOption *option = answer != NULL ? mc_question_find_option (question, answer) : NULL;

      if (option != NULL)
        add_answer (self, question, mc_option_get_title (option));
      else if (mc_journey_is_skipped (self->journey, question->id))
        add_answer (self, question, _ ("Skipped"));
    }

  subtitle = g_strdup_printf (ngettext ("%u question", "%u questions", self->rows->len), self->rows->len);
  adw_expander_row_set_subtitle (self->answers_row, subtitle);
  gtk_widget_set_visible (self->answer_list, self->rows->len > 0);
}

static void
update (McQuestionCard *self)
{
  const McQuestion *question = mc_journey_find_question (self->journey);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), question != NULL || self->rows->len > 0);
  set_question (self, question);
}

static void
on_timeout_cb (gpointer user_data)
{
  McQuestionCard *self = user_data;

  self->timeout_id = 0;
  update (self);
}

static void
reconsider (McQuestionCard *self)
{
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add_once (RECONSIDER_MS, on_timeout_cb, self);
}

static void
on_journey_answers_cb (McQuestionCard *self)
{
  show_answers (self);
  update (self);
}

static void
on_journey_checkup_cb (McQuestionCard *self)
{
  GListModel *checkup = G_LIST_MODEL (mc_journey_get_checkup (self->journey));

  for (guint i = 0; i < g_list_model_get_n_items (checkup); i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (checkup, i);

      g_signal_connect_object (item, "notify::state", G_CALLBACK (reconsider), self, G_CONNECT_SWAPPED);
    }
  reconsider (self);
}

static void
set_journey (McQuestionCard *self,
             McJourney      *journey)
{
  if (!g_set_object (&self->journey, journey) || journey == NULL)
    return;

  g_signal_connect_object (journey, "answers-changed", G_CALLBACK (on_journey_answers_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journey, "notify::checkup", G_CALLBACK (on_journey_checkup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journey, "notify::phase", G_CALLBACK (reconsider), self, G_CONNECT_SWAPPED);
}

static void
mc_question_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  McQuestionCard *self = MC_QUESTION_CARD (object);

  switch ((McQuestionCardProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_question_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  McQuestionCard *self = MC_QUESTION_CARD (object);

  switch ((McQuestionCardProperty) prop_id)
    {
    case PROP_JOURNEY:
      set_journey (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_question_card_dispose (GObject *object)
{
  McQuestionCard *self = MC_QUESTION_CARD (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_QUESTION_CARD);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (mc_question_card_parent_class)->dispose (object);
}

static void
mc_question_card_class_init (McQuestionCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_question_card_get_property;
  object_class->set_property = mc_question_card_set_property;
  object_class->dispose = mc_question_card_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, card);
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, text);
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, detail);
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, link_button);
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, options);
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, answer_list);
  gtk_widget_class_bind_template_child (widget_class, McQuestionCard, answers_row);
  gtk_widget_class_bind_template_callback (widget_class, on_link_clicked_cb);
}

static void
mc_question_card_init (McQuestionCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
