/* fuzz-dns-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-dns-answer.h"
#include "replay.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (McDnsAnswer) answer = mc_dns_answer_parse (data, size, NULL);
  g_autoptr (McDnsAnswer) copy = NULL;
  g_autoptr (GPtrArray)   addresses = g_ptr_array_new_with_free_func (g_object_unref);

  if (answer == NULL)
    return 0;

  copy = mc_dns_answer_copy (answer);
  mc_dns_answer_add_addresses (copy, addresses);
  g_assert_cmpuint (addresses->len, <=, copy->records->len);
  g_assert_false (mc_dns_answer_is_denial (copy) && addresses->len > 0 && copy->code == MC_DNS_CODE_OK);
  mc_dns_answer_is_filtered (copy);

  return 0;
}
