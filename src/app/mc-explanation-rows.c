/* mc-explanation-rows.c
 *
 * What is known of a notice or a reply, as rows of a list. All of it is foreign text: never markup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-explanation-rows.h"
#include "mc-plain-row.h"
#include "mc-refusal.h"

/* A notice can name thousands of recipients; nobody reads as many. */
#define MAX_SHOWN 50
#define MAX_NAMED 3
#define MAX_LINES 4

static void
add_property (GPtrArray  *rows,
              const char *title,
              const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;

  row = mc_plain_row_new (title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  g_ptr_array_add (rows, row);
}

static char *
dup_time (gint64      seconds,
          const char *format)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, format) : NULL;
}

static void
add_time (GPtrArray  *rows,
          const char *title,
          gint64      seconds)
{
  /* Translators: a date and a time, in the way of g_date_time_format() */
  g_autofree char *text = dup_time (seconds, _ ("%-e %B %Y, %H:%M"));

  add_property (rows, title, text);
}

/* “550 5.1.1” and, below it, what that says. */
static void
add_codes (GPtrArray  *rows,
           int         reply_code,
           const char *enhanced_code,
           const char *response_code,
           const char *meaning)
{
  g_autofree char *codes = mc_explanation_dup_codes (reply_code, enhanced_code, response_code);
  g_autofree char *text = *codes != '\0' && meaning != NULL ? g_strconcat (codes, "\n", meaning, NULL) : g_strdup (codes);

  add_property (rows, _ ("Code"), text);
}

/**
 * mc_explanation_status_of_action:
 * @action: what became of a delivery
 *
 * Returns: how that stands
 */
McStatus
mc_explanation_status_of_action (McDeliveryAction action)
{
  switch (action)
    {
    case MC_DELIVERY_FAILED:
      return MC_STATUS_FAILED;
    case MC_DELIVERY_DELAYED:
      return MC_STATUS_WARNING;
    case MC_DELIVERY_DELIVERED:
    case MC_DELIVERY_RELAYED:
    case MC_DELIVERY_EXPANDED:
    default:
      return MC_STATUS_PASSED;
    }
}

static GtkWidget *
new_recipient (const McDelivery *delivery,
               gboolean          has_same_words)
{
  GtkWidget *row = mc_plain_row_new (delivery->recipient != NULL ? delivery->recipient : _ ("Recipient not named"));

  if (!has_same_words && delivery->diagnostic != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), delivery->diagnostic);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MAX_LINES);
    }
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);

  return row;
}

static char *
dup_left (guint n_left)
{
  return g_strdup_printf (ngettext ("%u more is not shown here, but copied", "%u more are not shown here, but copied",
                                    n_left),
                          n_left);
}

static GtkWidget *
new_recipients (const McDeliveryGroup *group)
{
  GPtrArray       *deliveries = group->deliveries;
  gboolean         has_same_words = mc_delivery_group_has_same_words (group);
  g_autofree char *title = g_strdup_printf (ngettext ("%u Recipient", "%u Recipients", deliveries->len), deliveries->len);
  g_autofree char *named = mc_delivery_group_dup_recipients (group, MAX_NAMED);
  GtkWidget       *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "subtitle-lines", MAX_LINES, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), named != NULL ? named : "");
  for (guint i = 0; i < deliveries->len && i < MAX_SHOWN; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_recipient (g_ptr_array_index (deliveries, i), has_same_words));
  if (deliveries->len > MAX_SHOWN)
    {
      g_autofree char *left = dup_left (deliveries->len - MAX_SHOWN);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), mc_plain_row_new (left));
    }

  return row;
}

/**
 * mc_explanation_rows_new_recipients:
 * @group: deliveries
 *
 * Returns: (transfer full) (element-type GtkWidget): to whom, floating
 */
GPtrArray *
mc_explanation_rows_new_recipients (const McDeliveryGroup *group)
{
  const McDelivery *first = mc_delivery_group_get_first (group);
  GPtrArray        *rows = g_ptr_array_new ();

  if (group->deliveries->len > 1)
    {
      g_ptr_array_add (rows, new_recipients (group));
      return rows;
    }

  add_property (rows, _ ("Recipient"), first->recipient);
  add_property (rows, _ ("You Wrote To"), mc_delivery_group_get_written_to (group));

  return rows;
}

static const char *
find_provider (const McDelivery *delivery)
{
  const McRefusal refusal = { .text = delivery->diagnostic, .host = delivery->remote_host };

  return mc_refusal_name_provider (&refusal);
}

/**
 * mc_explanation_rows_new_server:
 * @group: deliveries
 * @code_meaning: (nullable): what the codes of the first say
 *
 * Returns: (transfer full) (element-type GtkWidget): what the servers said, floating
 */
GPtrArray *
mc_explanation_rows_new_server (const McDeliveryGroup *group,
                                const char            *code_meaning)
{
  const McDelivery *delivery = mc_delivery_group_get_first (group);
  GPtrArray        *rows = g_ptr_array_new ();

  add_property (rows, mc_delivery_group_has_same_words (group) ? _ ("Words") : _ ("Words About the First Recipient"),
                delivery->diagnostic);
  add_codes (rows, delivery->reply_code, delivery->enhanced_code, NULL, code_meaning);
  add_property (rows, _ ("Answer to the Command"), delivery->smtp_command);
  add_property (rows, _ ("Provider"), find_provider (delivery));
  add_property (rows, delivery->action == MC_DELIVERY_FAILED ? _ ("Server That Refused") : _ ("Server That Was Asked"),
                delivery->remote_host);
  add_property (rows, _ ("Server That Wrote the Notice"), delivery->reporting_host);
  add_time (rows, _ ("Last Attempt"), delivery->last_attempt);

  return rows;
}

/**
 * mc_explanation_rows_new_reply:
 * @reply: what a server said
 * @code_meaning: (nullable): what its codes say
 *
 * Returns: (transfer full) (element-type GtkWidget): what the server said, floating
 */
GPtrArray *
mc_explanation_rows_new_reply (const McReplyReading *reply,
                               const char           *code_meaning)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_property (rows, _ ("Words"), reply->words);
  add_codes (rows, reply->reply_code, reply->enhanced_code, reply->response_code, code_meaning);
  add_property (rows, _ ("Provider"), reply->provider);

  return rows;
}

/**
 * mc_explanation_rows_new_original:
 * @original: what is known of a message
 *
 * Returns: (transfer full) (element-type GtkWidget): that, floating
 */
GPtrArray *
mc_explanation_rows_new_original (const McOriginal *original)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_property (rows, _ ("Subject"), original->subject);
  add_property (rows, _ ("From"), original->from);
  add_property (rows, _ ("To"), original->to);
  add_time (rows, _ ("Date"), original->date);

  return rows;
}

static GtkWidget *
new_link (const char *title,
          const char *action)
{
  GtkWidget *row = mc_plain_row_new (title);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mc_plain_row_new_image ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);

  return row;
}

/**
 * mc_explanation_rows_new_links:
 * @explained: what is told
 *
 * Returns: (transfer full) (element-type GtkWidget): where to go on from here, floating
 */
GPtrArray *
mc_explanation_rows_new_links (const McExplained *explained)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *row;

  if (explained->wants_checkup)
    g_ptr_array_add (rows, new_link (_ ("Run a Checkup"), "explanation.check"));
  if (explained->article != NULL)
    {
      row = new_link (_ ("Learn More"), "explanation.help");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", explained->article);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* What tells one of several from the others. */
static char *
dup_subtitle (const McDeliveryGroup *group,
              gboolean               with_original)
{
  const McOriginal *original = &group->notice->original;
  g_autofree char  *outcome = mc_delivery_group_dup_outcome (group);
  g_autofree char  *recipients = mc_delivery_group_dup_recipients (group, MAX_NAMED);
  /* Translators: a date, in the way of g_date_time_format() */
  g_autofree char    *date = dup_time (original->date, _ ("%-e %B %Y"));
  g_autoptr (GString) text = g_string_new (NULL);

  add_line (text, outcome);
  add_line (text, recipients);
  if (with_original)
    {
      add_line (text, original->subject);
      add_line (text, date);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mc_explanation_row_new_group:
 * @group: deliveries
 * @position: which one of several
 * @with_original: whether to tell which message it is about
 *
 * Returns: (transfer floating): a row that leads to all that is known about them
 */
GtkWidget *
mc_explanation_row_new_group (const McDeliveryGroup *group,
                              guint                  position,
                              gboolean               with_original)
{
  g_autoptr (McExplained) explained = mc_delivery_group_explain (group);
  g_autofree char        *subtitle = dup_subtitle (group, with_original);
  GtkWidget              *row = mc_plain_row_new (explained->title);
  GtkWidget              *image = mc_plain_row_new_image (NULL);

  mc_status_show (mc_explanation_status_of_action (mc_delivery_group_get_first (group)->action), GTK_IMAGE (image));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MAX_LINES + 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mc_plain_row_new_image ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "explanation.show-group");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", position);

  return row;
}
