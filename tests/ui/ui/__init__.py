# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys through the window, as a person makes them."""
