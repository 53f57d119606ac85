# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back, pasted, dropped or opened, in plain words."""

import os
import re

from ui import accessibility, drag, lease, steps
from ui.journey import journey
from ui.patience import until

_EXPLAIN = "Explain a message or an error"
_INPUT = "Explain a Message"
_RESULT = "What It Means"
_ENTRY = "Message or error"
_REPLY = "550 5.7.26 This mail is unauthenticated, which poses a security risk to the sender and Gmail users"
_TITLE = "The message could not prove that it is from you"
_UNKNOWN_USER = "There is no such mailbox"
_SMALL = (360, 640)

# RFC 3464 sections 2.2 and 2.3: the fields of a notice, and those of each recipient.
_NOTICE = """From: Mail Delivery System <MAILER-DAEMON@mx.birkenhain.example>
To: anna@birkenhain.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/html

<img src="http://203.0.113.1/seen.png"><b>Not delivered</b>

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.birkenhain.example

{}
--b
Content-Type: message/rfc822

From: Anna <anna@birkenhain.example>
To: Friends <friends@example.net>
Subject: {}
Date: Mon, 1 Jun 2026 08:58:30 +0000

Hello
--b--
"""
_FIELDS = """Final-Recipient: rfc822; {0}
Action: {1}
Status: {2}
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; {3}

"""
_AUTO_REPLY = """From: Bruno <bruno@example.net>
To: anna@birkenhain.example
Subject: Automatic reply: Party
Auto-Submitted: auto-replied
Date: Mon, 1 Jun 2026 09:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain

I am on holiday until 12 June.
"""


def _unknown(address):
    return _FIELDS.format(address, "failed", "5.1.1", f"550 5.1.1 <{address}>: User unknown")


def _notice(*recipients, subject="Party"):
    return _NOTICE.format("".join(recipients), subject)


_ONE = _notice(_unknown("bruno@example.net"))
_SEVERAL = _notice(_FIELDS.format("dora@example.net", "delayed", "4.4.1", "connection timed out"),
                   *(_unknown(f"person{number}@example.net") for number in range(60)),
                   _FIELDS.format("carla@example.net", "failed", "5.2.2", "552 5.2.2 <carla@example.net>: Mailbox full"))


def _begin(desktop):
    window = desktop.open()
    window.click(window.find("list item", _EXPLAIN))
    window.page(_INPUT)
    return window


def _paste(desktop, window, text):
    desktop.copy(text)
    window.press("Paste")
    until(lambda: window.value(_ENTRY).strip() == text.strip(), "the text is pasted")
    window.press("Explain")
    window.page(_RESULT)


def _open(window, name):
    """With GTK's own file chooser, which begins in the person's home."""
    window.key("ctrl+o")
    window.click(window.find("list item", "Open your personal folder", within="Open a Message"), down=0.5)
    window.click(window.find("table row", re.compile(f"^{re.escape(name)} "), within="Open a Message"), down=0.5)
    window.press("Open", within="Open a Message")
    window.gone("dialog", "Open a Message")


@journey("An error text is pasted: what it means, what to do, and a text to send on")
def explain_reply(desktop):
    window = _begin(desktop)
    accessibility.walk(window)
    desktop.show("explain")
    _paste(desktop, window, _REPLY)
    window.find("heading", _TITLE)
    window.heard(_TITLE)
    until(lambda: window.focused() is not None and window.focused().name == _TITLE, "the focus is on the verdict")
    window.says("Refused; trying the same again will not help", "Whoever looks after your domain, or your provider, has to fix this", "Step 1",
                "A Text to Send", _REPLY)
    window.find("list item", "Code")
    window.says("5.7.26 means: ")
    accessibility.walk(window)
    desktop.show("explanation")
    window.press("Copy Text")
    window.says("Text copied")
    assert _REPLY in desktop.clipboard(), "the text to send lacks the server's words"
    window.press("Copy Explanation")
    window.says("Explanation copied")
    assert _TITLE in desktop.clipboard()
    assert _TITLE in desktop.clipboard("text/html")
    window.click(window.find("list item", "Learn More"))
    window.find("dialog")
    window.key("Escape")
    until(lambda: window.focused() is not None and window.focused().name == "Learn More", "the focus is back")
    # What was pasted is still there, and goes when something else is pasted. (Escape takes away what was said first.)
    window.key("alt+Left")
    window.page(_INPUT)
    assert window.value(_ENTRY) == _REPLY
    desktop.copy("451 4.7.1 Greylisted, please try again")
    window.key("ctrl+v")
    until(lambda: window.value(_ENTRY).startswith("451"), "the new text takes the place of the old")
    window.press("Explain")
    window.says("Refused for now; it may work later")
    steps.back(window, _INPUT)
    window.press("Clear")
    until(lambda: window.value(_ENTRY) == "", "the text is gone")


@journey("Something else is pasted: the window says what to paste instead; then markup, which is only text")
def explain_other(desktop):
    window = _begin(desktop)
    window.press("Paste")
    window.says("There is no text to paste")
    window.heard("There is no text to paste")
    _paste(desktop, window, "The weather is fine today.\n")
    window.find("heading", "This was not recognized")
    window.says("Give Mail Checkup the whole message that came back")
    accessibility.inspect(window)
    desktop.show("explanation-unknown", schemes=("light",))
    steps.back(window, _INPUT)
    _paste(desktop, window, "550 5.1.1 <b>nobody</b> & <a href='https://evil.example'>here</a>: User unknown")
    window.says("<b>nobody</b>")
    assert not window.all("link"), "a link in a server's words can be clicked"
    steps.back(window, _INPUT)
    _paste(desktop, window, _AUTO_REPLY)
    window.says("An automatic reply", "Good to Know", "bruno@example.net", "There is nothing to do")
    assert "Not delivered" not in window.words()
    desktop.show("explanation-auto-reply", schemes=("light",))


@journey("The error of a mail program is about the own account: nobody else is blamed, and a checkup is offered")
def explain_program(desktop):
    window = _begin(desktop)
    _paste(desktop, window, "Could not connect to “imap.example.org:993”: Connection refused")
    window.find("heading", "The mail program could not reach its server")
    window.says("What the Mail Program Said")
    words = window.words()
    assert "recipient" not in words and "Refused" not in words
    accessibility.walk(window)
    desktop.show("explanation-program")
    window.click(window.find("list item", "Run a Checkup"))
    window.page("Mail Checkup")
    steps.choose(window)


@journey("A saved message is opened: to whom, whether it is final, what the code means, which message it was")
def explain_file(desktop):
    desktop.furnish("notice.eml", _ONE)
    window = _begin(desktop)
    _open(window, "notice.eml")
    window.page(_RESULT)
    window.find("heading", _UNKNOWN_USER)
    window.says("Not delivered, and nobody will try again", "bruno@example.net", "You can fix this yourself",
                "5.1.1 means: ", "mx.example.net", "Party", "anna@birkenhain.example", "1 June 2026")
    assert "<img" not in window.words() and not window.all("image", "seen.png")
    accessibility.walk(window)
    desktop.show("explanation-notice")


@journey("A notice about many recipients: each reason once, and behind it what to do")
def explain_several(desktop):
    desktop.furnish("several.eml", _SEVERAL)
    window = _begin(desktop)
    _open(window, "several.eml")
    window.page(_RESULT)
    window.heard("Not delivered to 61 of 62 recipients")
    window.says("There are different reasons", "Party")
    rows = [window.find("list item", title) for title in
            (_UNKNOWN_USER, "The recipient’s mailbox is full", "The recipient’s mail server could not be reached")]
    window.says("person0@example.net, person1@example.net, person2@example.net and 57 more")
    accessibility.walk(window)
    desktop.show("explanation-several")
    window.click(rows[0])
    window.heard(_UNKNOWN_USER)
    window.find("heading", _UNKNOWN_USER)
    window.click(window.find(name="60 Recipients"))
    window.says("person49@example.net", "10 more are not shown here")
    window.press("Copy Explanation")
    window.says("Explanation copied")
    copied = desktop.clipboard()
    assert "person59@example.net" in copied and "carla@example.net" not in copied
    steps.back(window, _RESULT)
    window.find("heading", "Not delivered to 61 of 62 recipients")
    until(lambda: window.focused() is not None and window.focused().name == rows[0].name, "the focus is where it was")


@journey("Several notices in one file: each can be told from the others")
def explain_mbox(desktop):
    desktop.furnish("returned.mbox", "".join(f"From MAILER-DAEMON Mon Jun  1 09:00:00 2026\n{text}\n" for text in (
        _ONE, _notice(_unknown("emil@example.net"), subject="Holiday"), _AUTO_REPLY)))
    window = _begin(desktop)
    _open(window, "returned.mbox")
    window.page(_RESULT)
    window.find("heading", "3 notices were found")
    window.says("Party", "Holiday", "emil@example.net")
    accessibility.inspect(window)
    desktop.show("explanation-mbox", schemes=("light",))


@journey("A notice longer than anybody reads: the window says that it did not read all of it")
def explain_long(desktop):
    desktop.furnish("long.eml", _notice(*(_unknown(f"person{number}@example.net") for number in range(501))))
    window = _begin(desktop)
    _open(window, "long.eml")
    window.page(_RESULT)
    window.says("Only its beginning was read")
    desktop.show("explanation-long")


@journey("What cannot be read: a sentence that stays says why, and what to do; then it goes")
def explain_unreadable(desktop):
    (desktop.home / "mails").mkdir()
    os.mkfifo(desktop.home / "pipe")
    desktop.furnish("empty.eml", "")
    (desktop.home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR 550 5.1.1 User unknown")
    with open(desktop.home / "large.mbox", "wb") as large:
        large.truncate(101 * 1024 * 1024)
    window = _begin(desktop)
    for name, words in (("empty.eml", "“empty.eml” is empty"), ("large.mbox", "“large.mbox” is larger than 100 MB")):
        _open(window, name)
        window.says(words)
        window.heard(words)
    for name, words in (("picture.png", "“picture.png” is no text"), ("mails", "“mails” is a folder"),
                        ("pipe", "“pipe” is no ordinary file")):
        drag.carry(desktop, window, window.entry(_ENTRY), desktop.home / name)
        window.says(words)
    accessibility.walk(window)
    desktop.show("explain-unreadable")
    window.click(window.entry(_ENTRY))
    window.type("x")
    window.gone(name="“pipe” is no ordinary file. Save the message as a file, and open that.")


@journey("A message and a text are dropped on the page; several files are told to come one at a time")
def explain_drop(desktop):
    first, second = (desktop.furnish(name, _ONE) for name in ("first.eml", "second.eml"))
    window = _begin(desktop)
    drag.carry(desktop, window, window.entry(_ENTRY), first, second)
    window.says("Mail Checkup explains one at a time")
    drag.carry(desktop, window, window.entry(_ENTRY), first, look="explain-drop")
    window.page(_RESULT)
    window.find("heading", _UNKNOWN_USER)
    steps.back(window, _INPUT)
    drag.carry(desktop, window, window.entry(_ENTRY), _REPLY)
    window.page(_RESULT)
    window.find("heading", _TITLE)


@journey("A file takes its time: the window says so, can be used, and Escape gives up and keeps what was typed")
def explain_slow(desktop):
    slow = desktop.furnish("slow.eml", _ONE)
    window = _begin(desktop)
    window.click(window.entry(_ENTRY))
    window.type("kept")
    with lease.held(slow):
        drag.carry(desktop, window, window.entry(_ENTRY), slow)
        window.heard("Reading “slow.eml”")
        window.button("Cancel")
        accessibility.inspect(window)
        desktop.remember("explain-reading", desktop.picture())
        window.key("Escape")
        window.entry(_ENTRY)
        assert window.value(_ENTRY) == "kept"
    _open(window, "slow.eml")
    window.page(_RESULT)


@journey("By keyboard alone, and by ear: paste, explain, copy, back")
def explain_keyboard(desktop):
    desktop.copy(_REPLY)
    window = desktop.open()
    window.go_to(_EXPLAIN)
    window.key("Return")
    window.page(_INPUT)
    until(lambda: window.focused() is not None and window.focused().name == _ENTRY, "the text has the focus")
    window.key("ctrl+v")
    until(lambda: window.value(_ENTRY) == _REPLY, "the text is pasted")
    window.key("ctrl+Return")
    window.heard(_TITLE)
    heading = window.focused()
    assert heading.name == _TITLE, heading.name
    read = " ".join(window.reader.details(heading))
    assert "trying the same again" in read and "could not confirm" in read and "has to fix this" in read, read
    window.go_to("Copy Text")
    window.key("Return")
    window.heard("Text copied")
    window.key("alt+Left")
    window.page(_INPUT)
    until(lambda: window.focused() is not None and window.focused().name == _ENTRY, "the text has the focus again")
    assert window.value(_ENTRY) == _REPLY


@journey("A text too long to be shown is explained all the same")
def explain_long_text(desktop):
    window = _begin(desktop)
    desktop.copy(_ONE + "x" * 75 * 8000)
    window.press("Paste")
    window.page(_RESULT)
    window.find("heading", _UNKNOWN_USER)


@journey("Whoever says that a message came back is led to the explanation, before a checkup and after it")
def explain_instead(desktop):
    window = desktop.open()
    steps.choose(window)
    assert not window.all("list item", "Explain the Message That Came Back")
    steps.back(window, "Mail Checkup")
    steps.choose(window, "A message came back")
    window.click(window.find("list item", "Explain the Message That Came Back"))
    window.page(_INPUT)
    steps.back(window, steps.ACCOUNT)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    steps.check(window)
    steps.result(window)
    window.press(re.compile("^Explain It: step"))
    window.page(_INPUT)
    _paste(desktop, window, _REPLY)
    # From the menu of the explanation it is the same page, not a second one.
    window.key("F10", "Return")
    window.page(_INPUT)
    steps.back(window, steps.RESULT)


@journey("The explanation on the smallest screen, with large text and in high contrast")
def explain_looks(desktop):
    desktop.enlarge(1.5)
    desktop.choose("org/gnome/desktop/a11y/interface", "high-contrast", "true")
    desktop.furnish("several.eml", _SEVERAL)
    window = _begin(desktop)
    for size in (_SMALL, (360, 294)):
        window.resize(*size)
        desktop.remember(f"explain-large-text-{size[1]}", desktop.settled())
        accessibility.inspect(window)
    window.resize(*_SMALL)
    _paste(desktop, window, _REPLY)
    desktop.remember("explanation-large-text", desktop.settled())
    accessibility.walk(window)
    window.resize(360, 294)
    steps.back(window, _INPUT)
    window.resize(*_SMALL)
    _open(window, "several.eml")
    window.page(_RESULT)
    desktop.remember("explanation-several-large-text", desktop.settled())
    accessibility.inspect(window)
