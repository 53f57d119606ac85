# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages to try the window in, whatever is installed.

The C library finds what a locale means in LOCPATH: there C.UTF-8 gets other names. The texts come from catalogues that
are written here, from the sentences in the sources, and lie where the program looks for them."""

import re
import subprocess
from pathlib import Path

from world import namespaces

_MODEL = Path("/usr/lib/locale/C.utf8")
_ROOT = Path(__file__).resolve().parents[3]
_DOMAIN = "mail-checkup"
# What must stay as it is in a text: placeholders, markup, line ends.
_FIXED = re.compile(r"(%%|%[-0-9$.]*l?[a-zA-Z]|\{[a-z0-9-]+\}|<[^>]*>|&[a-z]+;|\\.|\s+)")
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשתםןףץ"


def _longer(part):
    """Twice as long, with a vowel of each word dwelt on, and accents to see what is not translated."""
    accented = part.translate(str.maketrans("aeiouAEIOUcnsy", "áéíóúÁÉÍÓÚçñšý"))
    return accented + accented[-1:] * len(part.replace("_", ""))


def _hebrew(part):
    """The same length in letters that are written from right to left."""
    return "".join(_HEBREW[(ord(letter.lower()) - ord("a")) % 26] if letter.isascii() and letter.isalpha() else letter
                   for letter in part)


_HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

"""
# Language → how a word looks in it.
LANGUAGES = {"long": ("en_XA", _longer), "hebrew": ("he_IL", _hebrew)}


def speak(language, app, directory):
    """Set LANGUAGE up in this home and return the environment that asks for it."""
    if not language:
        return {}
    name, change = LANGUAGES[language]
    places = directory / "locales"
    places.mkdir()
    (places / f"{name}.UTF-8").symlink_to(_MODEL)
    catalogues = directory / "catalogues"
    _write_catalogue(directory, change, catalogues / name / "LC_MESSAGES" / f"{_DOMAIN}.mo")
    target = _locale_directory(app)
    target.mkdir(parents=True, exist_ok=True)
    namespaces.bind(catalogues, target)
    return {"LOCPATH": str(places), "LC_ALL": f"{name}.UTF-8", "LANGUAGE": name}


def translator(language):
    """A function that says a text of the window in this LANGUAGE."""
    return (lambda text: translated(text, LANGUAGES[language][1])) if language else None


def _locale_directory(app):
    """Where the program looks for its catalogues."""
    configuration = Path(app).resolve().parents[2] / "config.h"
    return Path(re.search(r'MC_LOCALE_DIR\s+"(.*)"', configuration.read_text())[1])


def translated(text, change):
    """TEXT with every word changed and all else kept."""
    return "".join(part if not part or _FIXED.fullmatch(part) else change(part) for part in _FIXED.split(text))


def _write_catalogue(directory, change, target):
    """Write the catalogue of all sentences in the sources, each changed."""
    sources = [line for line in (_ROOT / "po/POTFILES.in").read_text().splitlines()
               if line.endswith((".c", ".h", ".blp"))]
    template = subprocess.run(
        ["xgettext", "--files-from=-", f"--directory={_ROOT}", "--language=C", "--from-code=UTF-8", "--keyword=_",
         "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2", "--output=-"],
        input="\n".join(sources), check=True, capture_output=True, text=True).stdout
    _, *entries = template.split("\n\n")
    catalogue = directory / "all.po"
    catalogue.write_text(_HEADER + "\n\n".join(_translation(entry, change) for entry in entries), encoding="utf-8")
    target.parent.mkdir(parents=True)
    subprocess.run(["msgfmt", "--output-file", str(target), str(catalogue)], check=True, capture_output=True)


def _translation(entry, change):
    """An entry of a template with its texts filled in."""
    fields = {}
    for line in entry.splitlines():
        if match := re.fullmatch(r'(?:(msg[a-z_]+)(?:\[\d\])? )?"(.*)"', line):
            name = match[1] or name
            fields[name] = fields.get(name, "") + match[2]
    fields.pop("msgstr", None)
    singular, plural = fields["msgid"], fields.get("msgid_plural")
    fields |= {"msgstr": translated(singular, change)} if plural is None else {
        "msgstr[0]": translated(singular, change), "msgstr[1]": translated(plural, change)}
    return "".join(f'{name} "{text}"\n' for name, text in fields.items())
