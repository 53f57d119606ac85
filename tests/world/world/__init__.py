# SPDX-License-Identifier: GPL-3.0-or-later
"""A small Internet of real servers in which the product is tested."""
