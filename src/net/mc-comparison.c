/* mc-comparison.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "mc-comparison.h"
#include "mc-resources.h"

#define RESOURCE "/org/mailcheckup/MailCheckup/comparison.ini"

/**
 * McComparison:
 *
 * The points of comparison in `data/comparison.ini`: unrelated hosts that tell
 * a fault of one server from a fault of the network.
 */
struct _McComparison
{
  GObject   parent_instance;
  GKeyFile *file;
  char     *probe_uri;
  char     *answer;
};

G_DEFINE_FINAL_TYPE (McComparison, mc_comparison, G_TYPE_OBJECT)

static void
mc_comparison_finalize (GObject *object)
{
  McComparison *self = MC_COMPARISON (object);

  g_key_file_unref (self->file);
  g_free (self->probe_uri);
  g_free (self->answer);

  G_OBJECT_CLASS (mc_comparison_parent_class)->finalize (object);
}

static void
mc_comparison_class_init (McComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_comparison_finalize;
}

static void
mc_comparison_init (McComparison *self)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (mc_data_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  self->file = g_key_file_new ();
  g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, NULL);
  self->probe_uri = g_key_file_get_string (self->file, "Probe", "Uri", NULL);
  self->answer = g_key_file_get_string (self->file, "Probe", "Answer", NULL);
}

/**
 * mc_comparison_get_default:
 *
 * Returns: (transfer none): the comparison points
 */
McComparison *
mc_comparison_get_default (void)
{
  static McComparison *comparison = NULL;

  if (g_once_init_enter_pointer (&comparison))
    g_once_init_leave_pointer (&comparison, g_object_new (MC_TYPE_COMPARISON, NULL));

  return comparison;
}

/**
 * mc_comparison_get_probe_uri:
 * @self: the comparison points
 *
 * Returns: a plain http URI that always has the same answer
 */
const char *
mc_comparison_get_probe_uri (McComparison *self)
{
  return self->probe_uri;
}

const char *
mc_comparison_get_answer (McComparison *self)
{
  return self->answer;
}

static void
add_addresses (McComparison *self,
               const char   *group,
               GPtrArray    *addresses)
{
  g_auto (GStrv) list = g_key_file_get_string_list (self->file, group, "Addresses", NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      GInetAddress *address = g_inet_address_new_from_string (list[i]);

      if (address != NULL)
        g_ptr_array_add (addresses, address);
    }
}

/**
 * mc_comparison_list_addresses:
 * @self: the comparison points
 *
 * Returns: (transfer full) (element-type GInetAddress): addresses that take
 *   connections on port 443 and need no name server
 */
GPtrArray *
mc_comparison_list_addresses (McComparison *self)
{
  GPtrArray     *addresses = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    add_addresses (self, groups[i], addresses);

  return addresses;
}

static void
operator_free (gpointer data)
{
  McOperator *item = data;

  g_free (item->name);
  g_free (item->host);
  g_free (item->web_host);
  g_free (item);
}

/* Finds the host in a list of HOST:PORT,PORT that has the port. */
static char *
host_with_port (char  **hosts,
                guint16 port)
{
  g_autofree char *wanted = g_strdup_printf ("%u", port);

  for (guint i = 0; hosts != NULL && hosts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (hosts[i], ":", 2);
      g_auto (GStrv) ports = parts[0] != NULL && parts[1] != NULL ? g_strsplit (parts[1], ",", -1) : NULL;

      if (ports != NULL && g_strv_contains ((const char *const *) ports, wanted))
        return g_strdup (parts[0]);
    }

  return NULL;
}

/**
 * mc_comparison_list_operators:
 * @self: the comparison points
 * @port: a mail port
 *
 * Returns: (transfer full) (element-type McOperator): the operators, each with
 *   its host for @port if it has one
 */
GPtrArray *
mc_comparison_list_operators (McComparison *self,
                              guint16       port)
{
  GPtrArray     *operators = g_ptr_array_new_with_free_func (operator_free);
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv)   hosts = g_key_file_get_string_list (self->file, groups[i], "Hosts", NULL, NULL);
      g_autofree char *web = g_key_file_get_string (self->file, groups[i], "Web", NULL);
      g_auto (GStrv)   web_parts = web != NULL ? g_strsplit (web, ":", 2) : NULL;
      McOperator      *item;

      if (hosts == NULL || web_parts == NULL || g_strv_length (web_parts) != 2)
        continue;

      item = g_new0 (McOperator, 1);
      item->name = g_strdup (groups[i] + strlen ("Operator "));
      item->host = host_with_port (hosts, port);
      item->web_host = g_strdup (web_parts[0]);
      item->web_port = (guint16) strtoul (web_parts[1], NULL, 10);
      g_ptr_array_add (operators, item);
    }

  return operators;
}

static void
resolver_point_free (gpointer data)
{
  McResolverPoint *point = data;

  g_free (point->name);
  g_free (point->uri);
  g_ptr_array_unref (point->addresses);
  g_free (point);
}

/**
 * mc_comparison_list_resolvers:
 * @self: the comparison points
 *
 * Returns: (transfer full) (element-type McResolverPoint): the public name servers
 */
GPtrArray *
mc_comparison_list_resolvers (McComparison *self)
{
  GPtrArray     *points = g_ptr_array_new_with_free_func (resolver_point_free);
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      McResolverPoint *point;

      if (!g_str_has_prefix (groups[i], "Resolver "))
        continue;

      point = g_new0 (McResolverPoint, 1);
      point->name = g_strdup (groups[i] + strlen ("Resolver "));
      point->uri = g_key_file_get_string (self->file, groups[i], "Uri", NULL);
      point->addresses = g_ptr_array_new_with_free_func (g_object_unref);
      add_addresses (self, groups[i], point->addresses);
      g_ptr_array_add (points, point);
    }

  return points;
}

static void
comparison_point_free (gpointer data)
{
  McComparisonPoint *point = data;

  g_free (point->name);
  g_strfreev (point->hosts);
  g_free (point);
}

/* Adds the hosts of a list of HOST or HOST:PORT, each once. */
static void
add_hosts (McComparison *self,
           const char   *group,
           const char   *key,
           GPtrArray    *hosts)
{
  g_auto (GStrv) entries = g_key_file_get_string_list (self->file, group, key, NULL, NULL);

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (entries[i]);
      g_autofree char         *host = g_strndup (entries[i], address != NULL ? strlen (entries[i]) : strcspn (entries[i], ":"));

      if (!g_ptr_array_find_with_equal_func (hosts, host, g_str_equal, NULL))
        g_ptr_array_add (hosts, g_steal_pointer (&host));
    }
}

static char **
list_hosts (McComparison *self,
            const char   *group)
{
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autofree char      *uri = g_key_file_get_string (self->file, group, "Uri", NULL);
  g_autoptr (GUri)      parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;

  if (parsed != NULL)
    g_ptr_array_add (hosts, g_strdup (g_uri_get_host (parsed)));
  add_hosts (self, group, "Addresses", hosts);
  add_hosts (self, group, "Hosts", hosts);
  add_hosts (self, group, "Web", hosts);

  return (char **) g_ptr_array_free (g_steal_pointer (&hosts), FALSE);
}

/**
 * mc_comparison_list_points:
 * @self: the comparison points
 *
 * Returns: (transfer full) (element-type McComparisonPoint): all of them, for a
 *   person who wants to know who is contacted
 */
GPtrArray *
mc_comparison_list_points (McComparison *self)
{
  GPtrArray     *points = g_ptr_array_new_with_free_func (comparison_point_free);
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      McComparisonPoint *point = g_new0 (McComparisonPoint, 1);
      const char        *space = strchr (groups[i], ' ');

      point->hosts = list_hosts (self, groups[i]);
      point->name = g_strdup (space != NULL ? space + 1 : point->hosts[0]);
      if (g_str_has_prefix (groups[i], "Resolver "))
        point->kind = MC_COMPARISON_RESOLVER;
      else if (g_str_has_prefix (groups[i], "Operator "))
        point->kind = MC_COMPARISON_OPERATOR;
      g_ptr_array_add (points, point);
    }

  return points;
}
