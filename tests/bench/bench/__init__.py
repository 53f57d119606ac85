# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast and how frugal the product is, measured in the practice world against peers and against the network."""
