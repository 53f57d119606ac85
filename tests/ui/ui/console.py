# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window writes on its console: a person who starts it from a terminal should see nothing."""

import re

# Lines that are not the window's to avoid, each with its reason.
_KNOWN = (
    (r"\(mail-checkup:\d+\): Gtk-WARNING \*\*: [\d:.]+: Locale not supported by C library\.",
     "GTK's own word about a locale that is not installed"),
    (r"Using the fallback 'C' locale\.", "its second line"),
    (r"Failed to create \S+/\.cache/mesa_shader_cache\w* for shader cache \(Read-only file system\)---disabling\.",
     "Mesa's, where the home is read-only"),
    (r"\*\* Message: [\d:.]+: Couldn't connect to D-Bus system bus, avahi printers will not be available: .*",
     "GTK's print dialog, where there is no system bus"),
    (r"\(mail-checkup:\d+\): Gtk-WARNING \*\*: [\d:.]+: Trying to snapshot GtkGizmo 0x[0-9a-f]+ without a current allocation",
     "GTK's scroll bar, when the text of the report's preview changes under it"),
)


def judge(text):
    """The lines that have no excuse."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not any(re.fullmatch(pattern, line) for pattern, _ in _KNOWN)]
