/* mc-server-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-server-group.h"
#include "mc-server-line.h"
#include "mc-server-page.h"

/**
 * McServerPage:
 *
 * The page behind the account’s: the settings of both servers, for those whose
 * settings cannot be found or shall be tested as they are.
 */
struct _McServerPage
{
  AdwNavigationPage parent_instance;

  McServerGroup *incoming_group;
  McServerGroup *outgoing_group;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McServerPage, mc_server_page, ADW_TYPE_NAVIGATION_PAGE)

static McServerGroup *
get_group (McServerPage *self,
           McDirection   direction)
{
  return direction == MC_DIRECTION_OUTGOING ? self->outgoing_group : self->incoming_group;
}

static void
on_changed_cb (McServerPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "server.reset",
                                 !mc_server_group_is_empty (self->incoming_group) ||
                                   !mc_server_group_is_empty (self->outgoing_group));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  McServerPage *self = MC_SERVER_PAGE (widget);

  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      mc_server_group_set_server (get_group (self, i), NULL);
      mc_server_group_set_user (get_group (self, i), NULL);
    }

  /* There is nothing to reset any more, so the button cannot keep the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self->incoming_group));
}

static void
mc_server_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_SERVER_PAGE);

  G_OBJECT_CLASS (mc_server_page_parent_class)->dispose (object);
}

static void
mc_server_page_class_init (McServerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_server_page_dispose;

  /**
   * McServerPage::changed:
   *
   * Other settings will be used.
   */
  signals[CHANGED] = g_signal_new ("changed", MC_TYPE_SERVER_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_SERVER_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-server-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McServerPage, incoming_group);
  gtk_widget_class_bind_template_child (widget_class, McServerPage, outgoing_group);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "server.reset", NULL, reset_action);
}

static void
mc_server_page_init (McServerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_changed_cb (self);
}

/**
 * mc_server_page_dup_summary:
 * @self: the page
 *
 * Returns: (transfer full): in one line, which servers will be used
 */
char *
mc_server_page_dup_summary (McServerPage *self)
{
  g_autoptr (McServer) incoming = NULL;
  g_autoptr (McServer) outgoing = NULL;

  g_return_val_if_fail (MC_IS_SERVER_PAGE (self), NULL);

  if (!mc_server_page_is_valid (self))
    return g_strdup (_ ("There is a mistake in the settings"));

  incoming = mc_server_group_dup_server (self->incoming_group);
  outgoing = mc_server_group_dup_server (self->outgoing_group);

  return mc_server_line_new (incoming, outgoing);
}

/**
 * mc_server_page_is_valid:
 * @self: the page
 *
 * Returns: whether a checkup can use the settings
 */
gboolean
mc_server_page_is_valid (McServerPage *self)
{
  g_return_val_if_fail (MC_IS_SERVER_PAGE (self), FALSE);

  return mc_server_group_is_valid (self->incoming_group) && mc_server_group_is_valid (self->outgoing_group);
}

/**
 * mc_server_page_fill_account:
 * @self: the page
 * @account: an account nobody else has yet
 *
 * Gives the account the settings of the page.
 */
void
mc_server_page_fill_account (McServerPage *self,
                             McAccount    *account)
{
  g_autofree char *user = NULL;
  g_autofree char *outgoing_user = NULL;

  g_return_if_fail (MC_IS_SERVER_PAGE (self));
  g_return_if_fail (MC_IS_ACCOUNT (account));

  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      g_autoptr (McServer) server = mc_server_group_dup_server (get_group (self, i));

      mc_account_set_server (account, i, server);
    }

  user = mc_server_group_dup_user (self->incoming_group);
  outgoing_user = mc_server_group_dup_user (self->outgoing_group);
  mc_account_set_user (account, user);
  mc_account_set_outgoing_user (account, outgoing_user);
}

/**
 * mc_server_page_show_account:
 * @self: the page
 * @account: an account
 *
 * Shows the account’s settings.
 */
void
mc_server_page_show_account (McServerPage *self,
                             McAccount    *account)
{
  g_return_if_fail (MC_IS_SERVER_PAGE (self));
  g_return_if_fail (MC_IS_ACCOUNT (account));

  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      mc_server_group_set_server (get_group (self, i), mc_account_get_server (account, i));
      mc_server_group_set_user (get_group (self, i), mc_account_get_own_user (account, i));
    }
}
