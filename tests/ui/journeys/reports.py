# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving the report to somebody: copied, saved, printed."""

import json
import subprocess

from ui import accessibility, steps
from ui.journey import journey
from ui.patience import until

_HOST = "imap.birkenhain.example"
_PERSONAL = ("clara", "birkenhain", "192.168.1.2")
_TITLE = "The server’s certificate has expired"
# What the contract promises of the JSON of a checkup.
_KEYS = {"schema", "kind", "program", "started", "duration_ms", "complete", "cancelled", "personal", "clock_offset_ms",
         "account", "symptom", "answers", "diagnosis", "findings"}
_EXPIRED = {"scenario": "expired-certificate"}


def _begin(desktop):
    return _open_report(steps.run(desktop, desktop.scenario.account.password))


def _open_report(window):
    # The one further up: no toast covers it.
    window.press("Copy Report…: step 1")
    window.find("dialog", "Report")
    until(lambda: _TITLE in window.value("Text of the report"), "the preview shows the report")
    return window


def _hide_personal(window, hide):
    row = window.find("check box", "Hide Personal Details")
    assert ("checked" in row.states) != hide, "personal details are hidden already, or shown already"
    window.click(row)
    window.find("check box", "Hide Personal Details", state="checked") if hide else until(
        lambda: not window.all("check box", "Hide Personal Details", "checked"), "the switch is off")


def _assert_hidden(text):
    shown = [word for word in _PERSONAL if word in text]
    assert not shown, f"{shown} can be read"
    assert "Sonnenblume" not in text, "the password can be read"


@journey("The report is copied as it is shown, without personal details or with them", **_EXPIRED)
def copy_report(desktop):
    window = _begin(desktop)
    accessibility.walk(window)
    desktop.show("report")
    _assert_hidden(window.value("Text of the report"))
    window.press("Copy")
    window.says("Report copied")
    window.heard("Report copied")
    plain, html = desktop.clipboard(), desktop.clipboard("text/html")
    for text in (plain, html):
        assert _TITLE in text and "host-1" in text, text
        _assert_hidden(text)
    assert plain.startswith("# ") and "<h1>" in html, "it is Markdown as text, and HTML"
    _open_report(window)
    _hide_personal(window, False)
    until(lambda: _HOST in window.value("Text of the report"), "the preview shows the name of the server")
    window.press("Copy")
    until(lambda: _HOST in desktop.clipboard() and _HOST in desktop.clipboard("text/html"), "the name is copied")
    assert "Sonnenblume" not in desktop.clipboard() + desktop.clipboard("text/html"), "the password is copied"


def _save(window, desktop, name, choice=None):
    """Save the report under NAME; CHOICE is the key of a format in the menu."""
    _open_report(window)
    if choice:
        window.click(window.find("toggle button", "Choose a Format"))
        window.find("menu item")
        window.key(choice)
    else:
        window.press("Save…")
    window.find("text", "Name:", within="Save Report", state="focused")
    window.key("ctrl+a")
    window.type(name)
    window.press("Save", within="Save Report")
    path = desktop.home / name
    until(lambda: path.exists() and path.stat().st_size > 0, f"{name} is saved")
    window.gone("dialog", ("Save Report", "Report"))
    assert path.stat().st_mode & 0o777 == 0o600, "others can read the file"
    return path.read_text()


@journey("The report is saved with the file chooser, as text, Markdown, a web page and data", **_EXPIRED)
def save_report(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    text = _save(window, desktop, "a.txt")
    assert _TITLE in text and "# " not in text.splitlines()[0], text
    assert _save(window, desktop, "b.md", "m").startswith("# ")
    assert _save(window, desktop, "c.html", "w").lstrip().startswith("<!")
    data = json.loads(_save(window, desktop, "d.json", "d"))
    assert set(data) == _KEYS, sorted(set(data) ^ _KEYS)
    assert data["diagnosis"][0]["cause"] == "tls.expired" and data["personal"] == "hidden"
    for name in ("a.txt", "b.md", "c.html", "d.json"):
        _assert_hidden((desktop.home / name).read_text())


@journey("The report cannot be saved there: a sentence says so", **_EXPIRED)
def save_report_nowhere(desktop):
    window = _begin(desktop)
    window.press("Save…")
    window.find("text", "Name:", within="Save Report", state="focused")
    window.key("ctrl+a")
    window.type("/proc/report.txt")
    window.press("Save", within="Save Report")
    window.find("alert", "Report Not Saved")
    window.button("Choose Another Place")


@journey("The report is printed: to a file, and it can be read there", **_EXPIRED)
def print_report(desktop):
    window = _begin(desktop)
    window.press("Print…")
    window.click(window.find("table row", "Print to File"), down=0.5)
    window.find("radio button", "PDF")
    window.press("Print", within="Print")
    printed = until(lambda: [path for path in desktop.home.glob("mail-checkup-*.pdf") if path.stat().st_size > 0],
                    "the file is printed")
    window.gone("dialog", "Print")
    text = subprocess.run(["pdftotext", "-layout", printed[0], "-"], capture_output=True, text=True, check=True).stdout
    assert _TITLE in " ".join(text.split()), text
    _assert_hidden(text)
