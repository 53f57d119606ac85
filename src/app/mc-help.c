/* mc-help.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-article-dialog.h"
#include "mc-article.h"
#include "mc-help.h"

/* GtkUriLauncher would ask the host, which does not have the articles of a Flatpak. */
static gboolean
show_in_viewer (GtkWindow  *parent,
                const char *article)
{
  g_autoptr (GAppInfo)            viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char                *uri = mc_article_dup_uri (article);

  if (viewer == NULL || !mc_article_is_installed (article))
    return FALSE;

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));
  return g_app_info_launch_default_for_uri (uri, G_APP_LAUNCH_CONTEXT (context), NULL);
}

/* Help that is on the screen already leads on to the article. */
static gboolean
show_in_same_dialog (GtkWindow  *parent,
                     const char *article)
{
  AdwDialog *dialog = ADW_IS_APPLICATION_WINDOW (parent)
                        ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (parent))
                        : NULL;

  return MC_IS_ARTICLE_DIALOG (dialog) && gtk_widget_activate_action (GTK_WIDGET (dialog), "article.open", "s", article);
}

/**
 * mc_help_show:
 * @parent: the window that the person is in
 * @article: (nullable): an article's id, or %NULL for the index
 *
 * Shows a help article in the help viewer, or where there is none, in a dialog.
 */
void
mc_help_show (GtkWindow  *parent,
              const char *article)
{
  const char *id = article != NULL && mc_article_exists (article) ? article : MC_ARTICLE_INDEX;

  if (!show_in_same_dialog (parent, id) && !show_in_viewer (parent, id))
    adw_dialog_present (mc_article_dialog_new (id), GTK_WIDGET (parent));
}
