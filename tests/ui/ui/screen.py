# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the screen nobody sees: Xvfb keeps it as a file in the format of xwd."""

import struct
from pathlib import Path

from PIL import Image, ImageStat

_WORDS = 25


def read(path):
    """The picture in the file of a 24 bit screen."""
    content = Path(path).read_bytes()
    header = struct.unpack(f">{_WORDS}I", content[:4 * _WORDS])
    size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + 12 * colours
    return Image.frombuffer("RGB", (width, height), content[start:start + line * height], "raw", "BGRX", line, 1)


def brightness(picture):
    """How bright a picture is in the middle of its parts, from 0 to 255."""
    return ImageStat.Stat(picture.convert("L")).median[0]


def same(one, other):
    """Whether two pictures show the same."""
    return one.size == other.size and one.tobytes() == other.tobytes()
