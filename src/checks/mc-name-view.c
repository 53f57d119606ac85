/* mc-name-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-doh.h"
#include "mc-name-view.h"
#include "mc-public-name.h"

#define HERE_TIMEOUT_MS  8000
#define THERE_TIMEOUT_MS 4000
#define PLAIN_TIMEOUT_MS 1500
#define N_FAMILIES       2

/* RFC 6761 promises that the first does not exist; the second is asked since
 * name servers that make answers up know that, too. */
static const char *const impossible_suffixes[] = { "invalid", "com" };

/**
 * mc_name_view_new:
 * @host: a public host name in ASCII
 *
 * Returns: (transfer full): a view of it, with nothing known yet
 */
McNameView *
mc_name_view_new (const char *host)
{
  McNameView *self = g_new0 (McNameView, 1);

  self->host = g_strdup (host);
  self->lookup = MC_LOOKUP_FAILED;
  self->here = g_ptr_array_new_with_free_func (g_object_unref);
  self->there = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
mc_name_view_free (McNameView *self)
{
  g_free (self->host);
  g_ptr_array_unref (self->here);
  g_ptr_array_unref (self->there);
  g_free (self);
}

/* What programs on this computer see */

typedef struct
{
  McScope      *scope;
  const char   *host;
  GSocketFamily family;
  McLookup      lookup;
  GPtrArray    *addresses;
} HereRun;

static DexFuture *
here_fiber (gpointer data)
{
  HereRun *run = data;

  run->lookup = mc_resolver_lookup_addresses (run->scope, run->host, run->family, &run->addresses);
  return dex_future_new_for_boolean (TRUE);
}

static void
take_addresses (GPtrArray *to,
                GPtrArray *from)
{
  if (from != NULL)
    g_ptr_array_extend_and_steal (to, from);
}

/* Asks the name server itself why there is no answer; GResolver does not pass that on. */
static void
ask_why (McNameView *self,
         McScope    *scope)
{
  g_autoptr (McScope)     limit = mc_scope_new (scope, THERE_TIMEOUT_MS);
  g_autoptr (McDnsAnswer) answer = mc_dns_query (limit, NULL, self->host, MC_DNS_TYPE_A, MC_DNS_DEFAULT, NULL);

  self->is_filtered = answer != NULL && mc_dns_answer_is_filtered (answer);
}

static void
ask_here (McNameView *self,
          McScope    *scope)
{
  g_autoptr (McScope) limit = mc_scope_new (scope, HERE_TIMEOUT_MS);
  HereRun             runs[N_FAMILIES] = {
    { limit, self->host, G_SOCKET_FAMILY_IPV4, MC_LOOKUP_FAILED, NULL },
    { limit, self->host, G_SOCKET_FAMILY_IPV6, MC_LOOKUP_FAILED, NULL },
  };

  dex_await (dex_future_all (mc_fiber_spawn (here_fiber, &runs[0], NULL),
                             mc_fiber_spawn (here_fiber, &runs[1], NULL), NULL),
             NULL);

  for (guint i = 0; i < N_FAMILIES; i++)
    take_addresses (self->here, runs[i].addresses);

  if (self->here->len > 0)
    self->lookup = MC_LOOKUP_FOUND;
  else if (runs[0].lookup == MC_LOOKUP_NOT_FOUND && runs[1].lookup == MC_LOOKUP_NOT_FOUND)
    self->lookup = MC_LOOKUP_NOT_FOUND;
  else
    self->lookup = MC_LOOKUP_FAILED;

  if (self->here->len == 0)
    ask_why (self, scope);
}

/* What others see */

typedef struct
{
  const McResolverPoint *point;
  McDoh                 *doh;
  McScope               *scope;
  McNameView            *view;
} ThereRun;

typedef struct
{
  ThereRun    *run;
  McDnsType    type;
  McDnsFlags   flags;
  McDnsAnswer *answer;
} Question;

/* Over HTTPS, which nobody on the way can change; where that is blocked, plainly. */
static DexFuture *
question_fiber (gpointer data)
{
  Question           *self = data;
  const char         *host = self->run->view->host;
  GPtrArray          *addresses = self->run->point->addresses;
  g_autoptr (McScope) limit = mc_scope_new (self->run->scope, THERE_TIMEOUT_MS);

  self->answer = mc_doh_query (self->run->doh, limit, host, self->type, self->flags, NULL);
  for (guint i = 0; self->answer == NULL && i < addresses->len; i++)
    {
      g_autoptr (McScope) plain = mc_scope_new (self->run->scope, PLAIN_TIMEOUT_MS);

      self->answer = mc_dns_query (plain, g_ptr_array_index (addresses, i), host, self->type, self->flags, NULL);
    }

  return dex_future_new_for_boolean (TRUE);
}

/* Asks one of the others for both families, and returns how many of the answers
 * bring addresses, deny them, or say that there is none to give. */
static void
ask_both (ThereRun  *run,
          McDnsFlags flags,
          GPtrArray *addresses,
          gboolean  *is_denied,
          gboolean  *has_failed)
{
  Question questions[N_FAMILIES] = {
    { run, MC_DNS_TYPE_A, flags, NULL },
    { run, MC_DNS_TYPE_AAAA, flags, NULL },
  };

  *is_denied = FALSE;
  *has_failed = FALSE;
  dex_await (dex_future_all (mc_fiber_spawn (question_fiber, &questions[0], NULL),
                             mc_fiber_spawn (question_fiber, &questions[1], NULL), NULL),
             NULL);

  for (guint i = 0; i < N_FAMILIES; i++)
    {
      g_autoptr (McDnsAnswer) answer = g_steal_pointer (&questions[i].answer);

      /* Some of the others are filters themselves, and say so. */
      if (answer == NULL || mc_dns_answer_is_filtered (answer))
        continue;

      mc_dns_answer_add_addresses (answer, addresses);
      *is_denied |= mc_dns_answer_is_denial (answer);
      *has_failed |= answer->code == MC_DNS_CODE_SERVER_FAILURE;
    }
}

static DexFuture *
there_fiber (gpointer data)
{
  ThereRun             *run = data;
  McNameView           *view = run->view;
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) unchecked = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean              is_denied;
  gboolean              has_failed;
  gboolean              ignored;

  ask_both (run, MC_DNS_DEFAULT, addresses, &is_denied, &has_failed);
  if (addresses->len > 0)
    view->n_known++;
  else if (has_failed)
    {
      ask_both (run, MC_DNS_UNCHECKED, unchecked, &ignored, &ignored);
      view->n_failed++;
      view->n_unchecked += unchecked->len > 0;
    }
  else if (is_denied)
    view->n_denied++;

  take_addresses (view->there, g_steal_pointer (&addresses));
  return dex_future_new_for_boolean (TRUE);
}

static void
there_run_free (gpointer data)
{
  ThereRun *run = data;

  g_object_unref (run->doh);
  g_object_unref (run->scope);
  g_free (run);
}

/**
 * mc_name_view_ask:
 * @self: a view
 * @scope: the time it has
 *
 * Looks the name up as programs on this computer do, and asks the public name
 * servers in the points of comparison.
 */
void
mc_name_view_ask (McNameView *self,
                  McScope    *scope)
{
  g_autoptr (GPtrArray) points = mc_comparison_list_resolvers (mc_comparison_get_default ());
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);

  for (guint i = 0; i < points->len; i++)
    {
      ThereRun *run = g_new0 (ThereRun, 1);

      run->point = g_ptr_array_index (points, i);
      run->doh = mc_doh_new (run->point);
      run->scope = g_object_ref (scope);
      run->view = self;
      g_ptr_array_add (futures, mc_fiber_spawn (there_fiber, run, there_run_free));
    }

  ask_here (self, scope);

  /* Joined one by one, since the fibers write into the view. */
  for (guint i = 0; i < futures->len; i++)
    dex_await (dex_ref (g_ptr_array_index (futures, i)), NULL);
}

/* What it means */

static gboolean
share_address (GPtrArray *first,
               GPtrArray *second)
{
  for (guint i = 0; i < first->len; i++)
    {
      for (guint j = 0; j < second->len; j++)
        {
          if (g_inet_address_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, j)))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
all_are (GPtrArray *addresses,
         gboolean (*is) (GInetAddress *address))
{
  for (guint i = 0; i < addresses->len; i++)
    {
      if (!is (g_ptr_array_index (addresses, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_private (GInetAddress *address)
{
  return !mc_public_address_is_public (address);
}

static McNameVerdict
judge_found (const McNameView *self,
             GPtrArray        *made_up)
{
  gboolean is_public_there = self->there->len > 0 && !all_are (self->there, is_private);
  gboolean is_unknown_there = self->n_denied > 0 && self->n_failed == 0 && self->n_known == 0;

  if (share_address (self->here, self->there))
    return MC_NAME_SAME;
  if (is_public_there && all_are (self->here, mc_public_address_is_nowhere))
    return MC_NAME_FILTERED;
  if (share_address (self->here, made_up))
    return is_unknown_there ? MC_NAME_MADE_UP_UNKNOWN : MC_NAME_MADE_UP;
  if (is_public_there)
    return all_are (self->here, is_private) ? MC_NAME_PRIVATE_HERE : MC_NAME_DIFFERENT;
  if (self->n_unchecked > 0)
    return MC_NAME_NOT_VALID;

  return is_unknown_there ? MC_NAME_ONLY_HERE : MC_NAME_UNKNOWN;
}

/**
 * mc_name_view_judge:
 * @self: what is known
 * @made_up: (element-type GInetAddress): addresses this computer gets for names
 *   that cannot exist
 *
 * Addresses alone never prove a false answer: large operators and companies
 * honestly tell different askers different ones.
 *
 * Returns: what comes out
 */
McNameVerdict
mc_name_view_judge (const McNameView *self,
                    GPtrArray        *made_up)
{
  if (self->here->len > 0)
    return judge_found (self, made_up);

  if (self->n_known > 0 && self->is_filtered)
    return MC_NAME_FILTERED;
  if (self->n_known > 0)
    return self->lookup == MC_LOOKUP_NOT_FOUND ? MC_NAME_MISSING_HERE : MC_NAME_FAILS_HERE;
  if (self->n_unchecked > 0)
    return MC_NAME_NOT_VALID;
  if (self->n_denied > 0)
    return self->lookup == MC_LOOKUP_NOT_FOUND ? MC_NAME_MISSING_EVERYWHERE : MC_NAME_FAILS_HERE;

  return self->n_failed > 0 && self->lookup == MC_LOOKUP_FAILED ? MC_NAME_FAILS_EVERYWHERE : MC_NAME_UNKNOWN;
}

/* A name that nobody has registered; its dot at the end keeps search domains out. */
static char *
new_impossible_name (const char *suffix)
{
  return g_strdup_printf ("mc-%08x%08x%08x.%s.", g_random_int (), g_random_int (), g_random_int (), suffix);
}

/**
 * mc_name_view_list_made_up:
 * @scope: the time it has
 *
 * Looks names up that cannot exist.
 *
 * Returns: (transfer full) (element-type GInetAddress): the addresses that this
 *   computer's name server made up for them; none where it is honest
 */
GPtrArray *
mc_name_view_list_made_up (McScope *scope)
{
  g_autoptr (McScope)   limit = mc_scope_new (scope, HERE_TIMEOUT_MS);
  GPtrArray            *made_up = g_ptr_array_new_with_free_func (g_object_unref);
  HereRun               runs[G_N_ELEMENTS (impossible_suffixes) * N_FAMILIES] = { 0 };
  DexFuture            *futures[G_N_ELEMENTS (runs)];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      char *name = new_impossible_name (impossible_suffixes[i / N_FAMILIES]);

      g_ptr_array_add (names, name);
      runs[i].scope = limit;
      runs[i].host = name;
      runs[i].family = i % N_FAMILIES == 0 ? G_SOCKET_FAMILY_IPV4 : G_SOCKET_FAMILY_IPV6;
      futures[i] = mc_fiber_spawn (here_fiber, &runs[i], NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      dex_await (futures[i], NULL);
      take_addresses (made_up, runs[i].addresses);
    }

  return made_up;
}
