# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found, and what one can do about it."""

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
