/* mc-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-account-list.h"
#include "mc-account-page.h"
#include "mc-address-group.h"
#include "mc-keyring.h"
#include "mc-password-group.h"
#include "mc-typed.h"
#include "mc-window.h"

/**
 * McAccountPage:
 *
 * The second page: whose mail, and how to sign in.
 */
struct _McAccountPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;
  McMemory         *memory;
  McServerPage     *server_page;
  gboolean          is_waiting; /* for the keyring, before the checkup begins */
  GtkWidget        *focus_next; /* (unowned): what gets the focus when the page is shown */

  McAddressGroup  *address_group;
  McPasswordGroup *password_group;
  AdwActionRow    *server_row;
  GtkWidget       *check_button;
};

typedef enum
{
  PROP_JOURNEY = 1,
  PROP_MEMORY,
  PROP_SERVER_PAGE,
} McAccountPageProperty;

static GParamSpec *properties[PROP_SERVER_PAGE + 1];

G_DEFINE_FINAL_TYPE (McAccountPage, mc_account_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (McAccountPage *self)
{
  g_autofree char *summary = NULL;

  if (self->server_page == NULL)
    return;

  summary = mc_server_page_dup_summary (self->server_page);
  adw_action_row_set_subtitle (self->server_row, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.check",
                                 mc_address_group_is_valid (self->address_group) &&
                                   mc_password_group_is_valid (self->password_group) &&
                                   mc_server_page_is_valid (self->server_page) && !self->is_waiting);
}

static McAccount *
new_account (McAccountPage *self)
{
  McAccount *account = mc_account_new (mc_address_group_get_address (self->address_group));

  mc_server_page_fill_account (self->server_page, account);

  return account;
}

static void
begin (McAccountPage *self,
       McAccount     *account)
{
  g_autoptr (McSecret) secret = mc_password_group_dup_secret (self->password_group);

  mc_journey_set_account (self->journey, account);
  mc_journey_set_secret (self->journey, secret);
  mc_memory_keep_password (self->memory, mc_password_group_wants_keeping (self->password_group));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.check", NULL);
}

typedef struct
{
  McAccountPage *page;
  McAccount     *account;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_object_unref (start->page);
  g_object_unref (start->account);
  g_free (start);
}

/* Who left the keyring locked may want to type the password, and can still check without. */
static DexFuture *
on_looked_up_cb (DexFuture *future,
                 gpointer   user_data)
{
  Start             *start = user_data;
  McAccountPage     *self = start->page;
  g_autoptr (GError) error = NULL;

  self->is_waiting = FALSE;
  update (self);
  dex_future_get_value (future, &error);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return dex_ref (future);

  if (g_error_matches (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_LOCKED))
    gtk_widget_grab_focus (GTK_WIDGET (self->password_group));
  else
    begin (self, start->account);

  return dex_ref (future);
}

static void
look_up_first (McAccountPage *self,
               McAccount     *account)
{
  Start *start = g_new0 (Start, 1);

  start->page = g_object_ref (self);
  start->account = g_object_ref (account);
  self->is_waiting = TRUE;
  update (self);
  dex_future_disown (dex_future_finally (mc_password_group_look_up (self->password_group, account), on_looked_up_cb,
                                         start, start_free));
}

static gboolean
are_in_one_domain (McAccount *account,
                   McAccount *other)
{
  McAddress *address = mc_account_get_address (account);
  McAddress *other_address = mc_account_get_address (other);

  return address != NULL && other_address != NULL &&
         g_str_equal (mc_address_get_domain (address), mc_address_get_domain (other_address));
}

/* Whether what is typed is still the password that another provider took. */
static gboolean
has_password_from_elsewhere (McAccountPage *self,
                             McAccount     *account)
{
  McAccount           *last = mc_journey_get_account (self->journey);
  McResult            *result = mc_journey_get_result (self->journey);
  McSecret            *secret = mc_journey_get_secret (self->journey);
  g_autoptr (McSecret) typed = mc_password_group_dup_typed (self->password_group);

  return last != NULL && result != NULL && secret != NULL && typed != NULL && mc_secret_equal (typed, secret) &&
         mc_result_has_signed_in (result) && !are_in_one_domain (last, account);
}

static void
ask_for_password (McAccountPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  mc_password_group_clear (self->password_group);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_group));
  if (MC_IS_WINDOW (root))
    mc_window_add_toast (MC_WINDOW (root), adw_toast_new (_ ("Enter the password of this account")));
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  McAccountPage        *self = MC_ACCOUNT_PAGE (widget);
  g_autoptr (McAccount) account = NULL;

  mc_address_group_tidy (self->address_group);
  account = new_account (self);
  if (has_password_from_elsewhere (self, account))
    ask_for_password (self);
  else if (mc_password_group_is_known (self->password_group))
    begin (self, account);
  else
    look_up_first (self, account);
}

static void
on_address_changed_cb (McAccountPage *self)
{
  const char *address = mc_address_group_get_address (self->address_group);

  mc_password_group_set_address (self->password_group,
                                 mc_address_group_is_valid (self->address_group) ? address : NULL);
  update (self);
}

/* Nothing of the account that was there before is left. */
static void
show_account (McAccountPage *self,
              McAccount     *account)
{
  mc_password_group_clear (self->password_group);
  mc_address_group_set_address (self->address_group, mc_account_get_address_text (account));
  mc_server_page_show_account (self->server_page, account);
}

static void
on_account_chosen_cb (McAccountPage *self,
                      McAccount     *account)
{
  show_account (self, account);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_group));
  dex_future_disown (mc_password_group_look_up (self->password_group, account));
}

/* Whoever has a notice at hand need not run a checkup. */
static gboolean
came_back (McAccountPage *self,
           int            symptom)
{
  return symptom == MC_SYMPTOM_BOUNCED;
}

/* Enter in any row begins the checkup. */
static void
set_default_widget (McAccountPage *self,
                    GtkWidget     *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_default_widget (GTK_WINDOW (root), widget);
}

static void
on_shown_cb (McAccountPage *self)
{
  set_default_widget (self, self->check_button);
  if (self->focus_next == NULL && *mc_address_group_get_address (self->address_group) == '\0')
    self->focus_next = GTK_WIDGET (self->address_group);
  if (self->focus_next != NULL)
    gtk_widget_grab_focus (self->focus_next);
  self->focus_next = NULL;
}

static void
on_hiding_cb (McAccountPage *self)
{
  set_default_widget (self, NULL);
}

static void
set_server_page (McAccountPage *self,
                 McServerPage  *page)
{
  if (!g_set_object (&self->server_page, page))
    return;

  if (page != NULL)
    g_signal_connect_object (page, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
mc_account_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  McAccountPage *self = MC_ACCOUNT_PAGE (object);

  switch ((McAccountPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    case PROP_MEMORY:
      g_value_set_object (value, self->memory);
      break;
    case PROP_SERVER_PAGE:
      g_value_set_object (value, self->server_page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_account_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  McAccountPage *self = MC_ACCOUNT_PAGE (object);

  switch ((McAccountPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_set_object (&self->journey, g_value_get_object (value));
      break;
    case PROP_MEMORY:
      g_set_object (&self->memory, g_value_get_object (value));
      break;
    case PROP_SERVER_PAGE:
      set_server_page (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_account_page_dispose (GObject *object)
{
  McAccountPage *self = MC_ACCOUNT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->journey);
  g_clear_object (&self->memory);
  g_clear_object (&self->server_page);

  G_OBJECT_CLASS (mc_account_page_parent_class)->dispose (object);
}

static void
mc_account_page_class_init (McAccountPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_account_page_get_property;
  object_class->set_property = mc_account_page_set_property;
  object_class->dispose = mc_account_page_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEMORY] = g_param_spec_object ("memory", NULL, NULL, MC_TYPE_MEMORY,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SERVER_PAGE] = g_param_spec_object ("server-page", NULL, NULL, MC_TYPE_SERVER_PAGE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MC_TYPE_ACCOUNT_LIST);
  g_type_ensure (MC_TYPE_ADDRESS_GROUP);
  g_type_ensure (MC_TYPE_PASSWORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McAccountPage, address_group);
  gtk_widget_class_bind_template_child (widget_class, McAccountPage, password_group);
  gtk_widget_class_bind_template_child (widget_class, McAccountPage, server_row);
  gtk_widget_class_bind_template_child (widget_class, McAccountPage, check_button);
  gtk_widget_class_bind_template_callback (widget_class, came_back);
  gtk_widget_class_bind_template_callback (widget_class, on_account_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hiding_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "account.check", NULL, check_action);
}

static void
mc_account_page_init (McAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_account_page_set_address:
 * @self: the page
 * @address: an email address
 *
 * Fills the address in. What was typed for another one goes.
 */
void
mc_account_page_set_address (McAccountPage *self,
                             const char    *address)
{
  g_autofree char      *taken = NULL;
  g_autofree char      *valid = NULL;
  g_autoptr (McAccount) account = NULL;

  g_return_if_fail (MC_IS_ACCOUNT_PAGE (self));

  valid = g_utf8_make_valid (address, -1);
  taken = mc_typed_take_address (valid);
  if (g_str_equal (taken, mc_address_group_get_address (self->address_group)))
    return;

  account = mc_account_new (valid);
  show_account (self, account);
}

/**
 * mc_account_page_focus_password:
 * @self: the page
 *
 * Has the person type the password, now or when the page is shown.
 */
void
mc_account_page_focus_password (McAccountPage *self)
{
  g_return_if_fail (MC_IS_ACCOUNT_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->password_group));
  else
    self->focus_next = GTK_WIDGET (self->password_group);
}
