/* mc-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-account.h"

/**
 * McAccount:
 *
 * What a mail program knows of a mail account, but never its password. The
 * address may be invalid: that is for a check to say.
 */
struct _McAccount
{
  GObject    parent_instance;
  char      *address_text;
  McAddress *address; /* NULL when the text is none */
  char      *user;
  char      *outgoing_user; /* NULL when it is the same */
  McServer  *incoming;
  McServer  *outgoing;
};

typedef enum
{
  PROP_ADDRESS_TEXT = 1,
  PROP_USER,
} McAccountProperty;

static GParamSpec *properties[PROP_USER + 1];

G_DEFINE_FINAL_TYPE (McAccount, mc_account, G_TYPE_OBJECT)

static void
mc_account_finalize (GObject *object)
{
  McAccount *self = MC_ACCOUNT (object);

  g_free (self->address_text);
  g_clear_pointer (&self->address, mc_address_unref);
  g_free (self->user);
  g_free (self->outgoing_user);
  g_clear_pointer (&self->incoming, mc_server_unref);
  g_clear_pointer (&self->outgoing, mc_server_unref);

  G_OBJECT_CLASS (mc_account_parent_class)->finalize (object);
}

static void
mc_account_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  McAccount *self = MC_ACCOUNT (object);

  switch ((McAccountProperty) property_id)
    {
    case PROP_ADDRESS_TEXT:
      g_value_set_string (value, self->address_text);
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mc_account_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  McAccount *self = MC_ACCOUNT (object);

  switch ((McAccountProperty) property_id)
    {
    case PROP_ADDRESS_TEXT:
      self->address_text = g_value_dup_string (value);
      if (self->address_text != NULL)
        self->address = mc_address_new (self->address_text, NULL);
      break;
    case PROP_USER:
      mc_account_set_user (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mc_account_class_init (McAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mc_account_finalize;
  object_class->get_property = mc_account_get_property;
  object_class->set_property = mc_account_set_property;

  properties[PROP_ADDRESS_TEXT] =
    g_param_spec_string ("address-text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_USER] =
    g_param_spec_string ("user", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mc_account_init (McAccount *self)
{
}

/**
 * mc_account_new:
 * @address: what the person typed as the address, valid or not
 *
 * Returns: (transfer full): a new account
 */
McAccount *
mc_account_new (const char *address)
{
  g_return_val_if_fail (address != NULL, NULL);

  return g_object_new (MC_TYPE_ACCOUNT, "address-text", address, NULL);
}

const char *
mc_account_get_address_text (McAccount *self)
{
  g_return_val_if_fail (MC_IS_ACCOUNT (self), NULL);

  return self->address_text;
}

/**
 * mc_account_get_address:
 * @self: an account
 *
 * Returns: (transfer none) (nullable): the address, or %NULL when the text is none
 */
McAddress *
mc_account_get_address (McAccount *self)
{
  g_return_val_if_fail (MC_IS_ACCOUNT (self), NULL);

  return self->address;
}

/**
 * mc_account_get_user:
 * @self: an account
 * @direction: the server to sign in to
 *
 * Returns: (transfer none): the sign-in name: the one set for the server, else
 *   the one set for both, else the address
 */
const char *
mc_account_get_user (McAccount  *self,
                     McDirection direction)
{
  const char *user;

  g_return_val_if_fail (MC_IS_ACCOUNT (self), NULL);

  user = mc_account_get_own_user (self, direction);
  if (user == NULL)
    user = self->user;
  if (user != NULL)
    return user;

  return self->address != NULL ? mc_address_get_text (self->address) : self->address_text;
}

/**
 * mc_account_get_own_user:
 * @self: an account
 * @direction: the server to sign in to
 *
 * Returns: (nullable): the sign-in name as it was set: for outgoing, only where
 *   it is one of its own
 */
const char *
mc_account_get_own_user (McAccount  *self,
                         McDirection direction)
{
  g_return_val_if_fail (MC_IS_ACCOUNT (self), NULL);

  return direction == MC_DIRECTION_OUTGOING ? self->outgoing_user : self->user;
}

/**
 * mc_account_set_user:
 * @self: an account
 * @user: (nullable): the sign-in name for both servers, %NULL when it is the address
 */
void
mc_account_set_user (McAccount  *self,
                     const char *user)
{
  g_return_if_fail (MC_IS_ACCOUNT (self));

  if (g_set_str (&self->user, user))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USER]);
}

/**
 * mc_account_set_outgoing_user:
 * @self: an account
 * @user: (nullable): the sign-in name for the outgoing server, %NULL when it is the same as for the other
 */
void
mc_account_set_outgoing_user (McAccount  *self,
                              const char *user)
{
  g_return_if_fail (MC_IS_ACCOUNT (self));

  g_set_str (&self->outgoing_user, user);
}

/**
 * mc_account_get_server:
 * @self: an account
 * @direction: incoming or outgoing
 *
 * Returns: (transfer none) (nullable): the server as far as it is known
 */
McServer *
mc_account_get_server (McAccount  *self,
                       McDirection direction)
{
  g_return_val_if_fail (MC_IS_ACCOUNT (self), NULL);

  return direction == MC_DIRECTION_OUTGOING ? self->outgoing : self->incoming;
}

void
mc_account_set_server (McAccount  *self,
                       McDirection direction,
                       McServer   *server)
{
  McServer **slot;

  g_return_if_fail (MC_IS_ACCOUNT (self));
  g_return_if_fail (direction != MC_DIRECTION_NONE);

  slot = direction == MC_DIRECTION_OUTGOING ? &self->outgoing : &self->incoming;
  g_clear_pointer (slot, mc_server_unref);
  if (server != NULL)
    *slot = mc_server_ref (server);
}
