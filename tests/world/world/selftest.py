# SPDX-License-Identifier: GPL-3.0-or-later
"""The world looked at with other programs than the product: is everything broken that should be, and nothing else?"""
def run(jobs):
    return 0
