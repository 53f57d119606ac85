# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found, and what one can do about it."""

import re

from ui import accessibility, steps
from ui.journey import journey


@journey("The verdict: announced, with the focus, and all of it reached by the keyboard", scenario="expired-certificate")
def verdict(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    title = "The server’s certificate has expired"
    window.heard(title)
    window.find("heading", title, state="focused")
    window.says("Problem", "Your mail provider has to fix this", "What to Do")
    window.find("list item", "Step 2: If your mail program asks to make an exception, say no and wait for the renewal.")
    accessibility.walk(window)
    desktop.show("found-expired-certificate")


@journey("A test opens to what it saw, in words for people", scenario="expired-certificate")
def details(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.click(window.find("list item", "Certificate"))
    window.says("Valid until", "Issuer", "How It Was Tested", desktop.scenario.account.address.partition("@")[2])
    accessibility.inspect(window)
    desktop.show("found-details")
    window.press("Copy Details")
    window.says("Copied without personal details")
    window.key("Escape")
    window.gone("heading", "What Was Seen")
    window.find("button", "Copy Report…: step 1")


@journey("A step's button leads back to the password", scenario="wrong-password")
def password_again(desktop):
    window = steps.run(desktop, desktop.scenario.call.password)
    window.press("Try Password Here…: step 2")
    window.page(steps.ACCOUNT)
    window.find("text", "Password", state="focused")
    window.key("ctrl+a")
    window.type(desktop.scenario.account.password)
    steps.check(window)
    steps.result(window)
    window.says("No problem found", "What works")
    accessibility.walk(window)
    desktop.show("found-nothing")


@journey("Without a password, the page says what was not tested, and how to test it", scenario="all-well")
def without_password(desktop):
    window = steps.run(desktop)
    window.says("No problem found", "Sign-in was not tested, because no password was given.")
    window.click(window.find("list item", "Sign-in was not tested, because no password was given."))
    window.page(steps.ACCOUNT)
    window.find("text", "Password", state="focused")


@journey("The verdict is read first, then what was not tested, a question, what to do; Tab stops at what can be used")
def verdict_first(desktop):
    window = steps.run(desktop, desktop.scenario.account.password, "Mail cannot be sent")
    title, note = "No problem found", "Sending was not tested, because no outgoing mail server is known."
    window.button("Skip")
    names = [node.name for node in window.read().walk()]
    places = [names.index(name) for name in (title, note, "Skip", "What to Do")]
    assert places == sorted(places), places
    assert title not in [node.name for node in accessibility.stops(window)], "Tab stops at the heading"
    window.click(window.find("list item", note))
    window.page("Server Settings")


@journey("Changing an answer: the focus goes to the question that is asked again")
def change_answer(desktop):
    window = steps.run(desktop, desktop.scenario.account.password, "The mail program cannot connect")
    question = window.find("grouping", within=steps.RESULT, name=re.compile(r"\?$")).name
    window.go_to("Skip")
    window.key("space")
    window.go_to("Your Answers", key="shift+Tab")
    window.key("space")
    window.go_to(f"Change the answer to “{question}”")
    window.key("space")
    window.find("button", "Yes", within=question, state="focused")


@journey("On the account page, the key for Check Again checks what is typed there", scenario="wrong-password")
def check_what_is_typed(desktop):
    window = steps.run(desktop, desktop.scenario.call.password)
    window.says("The password is not accepted")
    steps.back(window, steps.ACCOUNT)
    steps.give_password(window, desktop.scenario.account.password)
    window.key("F5")
    steps.result(window)
    window.says("No problem found")


@journey("A website that cannot be opened: a sentence says so", scenario="gmail-app-password")
def no_browser(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.press("Open App Passwords: step 3")
    window.says("The website could not be opened")


@journey("What a server says is shown as it is: no markup, no link", scenario="markup-in-words")
def server_words(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.click(window.find("list item", "Sign-in"))
    window.says('<b>Wrong & old</i> <a href="https://elsewhere.example/reset">Reset it here</a> &lt; [Reset]')
    assert not window.all("link"), "there is a link"
    window.key("Escape")
    window.gone("heading", "What Was Seen")
    window.key("ctrl+shift+c")
    window.says("Report copied")
    html, markdown = desktop.clipboard("text/html"), desktop.clipboard()
    assert "&lt;a href=" in html and "<a href=\"https://elsewhere" not in html, html
    assert ": `<b>Wrong & old</i> <a href=" in markdown, markdown
