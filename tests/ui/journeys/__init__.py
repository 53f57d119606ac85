# SPDX-License-Identifier: GPL-3.0-or-later
"""The journeys, by what they are about."""
