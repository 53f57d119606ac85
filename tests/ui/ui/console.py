# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window writes on its console: a person who starts it from a terminal should see nothing."""

import re

# Lines that are not the window's to avoid, each with its reason.
_KNOWN = (
    (r"\(mail-checkup:\d+\): Gtk-WARNING \*\*: [\d:.]+: Locale not supported by C library\.",
     "GTK's own word about a locale that is not installed"),
    (r"Using the fallback 'C' locale\.", "its second line"),
    (r"Failed to create \S+/\.cache\S* for shader cache \(Read-only file system\)---disabling\.",
     "Mesa's, where the home is read-only"),
    (r"\*\* Message: [\d:.]+: Couldn't connect to D-Bus system bus, avahi printers will not be available: .*",
     "GTK's print dialog, where there is no system bus"),
    (r"\(mail-checkup:\d+\): Gdk-WARNING \*\*: [\d:.]+: (\(\S*gdkframetimings\.c:\d+\):)?gdk_frame_timings_\w+"
     r"(\(\) called on submitted frame\.|: runtime check failed: .*)",
     "GTK 4.24's own count of frames, on a screen without a compositor"),
    (r"\(mail-checkup:\d+\): Gtk-WARNING \*\*: [\d:.]+: "
     r"(Unable to retrieve the Flatpak portal version|Creating a portal monitor failed): GDBus\.Error:.*",
     "GTK's, in a sandbox where the desktop has no portals"),
    (r"libEGL warning: .*", "Mesa's, where the help viewer looks for a graphics card and there is none"),
    (r"\*\* \(yelp:\d+\): WARNING \*\*: [\d:.]+: Disabled hardware acceleration .*", "the help viewer's own word about it"),
    (r"\(yelp:\d+\): Gtk-WARNING \*\*: [\d:.]+: Error embedding AT-SPI socket: .*",
     "the help viewer's, whose page a screen reader cannot reach from outside its sandbox"),
    (r"\*\* \(process:\d+\): WARNING \*\*: [\d:.]+: Error writing credentials to socket: .*",
     "that of the proxy of a sandbox, when the desktop ends"),
)


def judge(text):
    """The lines that have no excuse."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not any(re.fullmatch(pattern, line) for pattern, _ in _KNOWN)]
