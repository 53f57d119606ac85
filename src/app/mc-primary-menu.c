/* mc-primary-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-primary-menu.h"

/**
 * McPrimaryMenu:
 *
 * The main menu’s button, the same in the header bar of each page.
 */
struct _McPrimaryMenu
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (McPrimaryMenu, mc_primary_menu, ADW_TYPE_BIN)

static void
mc_primary_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PRIMARY_MENU);

  G_OBJECT_CLASS (mc_primary_menu_parent_class)->dispose (object);
}

static void
mc_primary_menu_class_init (McPrimaryMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_primary_menu_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/mailcheckup/MailCheckup/mc-primary-menu.ui");
}

static void
mc_primary_menu_init (McPrimaryMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
