#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `explain` makes of real bounces, against what they should be read as. Prints TAP; without the corpus it is skipped.

The corpus (`../shared/corpora/bounces`, its README says what the columns are) is another program's reading, and sometimes
wrong: bounce-differences.tsv lists each difference in the reason, and who is right and why. An empty code there says nothing."""

import csv
import email
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import defaultdict

CLI, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
CORPUS = SOURCE.parent / "shared/corpora/bounces"
CLASSES = {
    "recipient": "recipient-unknown filtered mailbox-disabled recipient-moved suppressed address-invalid recipient-restricted",
    "quota": "mailbox-full system-full",
    "size": "message-too-large",
    "reputation": "blocked bad-reputation reverse-dns sender-suspended greylisted",
    "content": "spam virus content-rejected not-compliant not-supported",
    "policy": "policy sender-rejected sign-in-required recipient-restricted sender-suspended not-supported",
    "authentication": "authentication-failed reverse-dns",
    "domain": "host-unknown",
    "network": "network-error expired no-mail-service tls-failed mail-loop delayed",
    "relay": "relay-denied",
    "rate": "rate-limited greylisted sender-suspended delayed",
    "system": "system-error mailer-error protocol-error address-invalid not-supported mail-loop",
    "unknown": "unknown delayed greylisted",
    "complaint": "complaint",
    "vacation": "vacation",
    "delivered": "delivered",
}
# Ordinary messages that speak of what bounces speak of.
SUBJECTS = ("Lunch", "Re: Undeliverable: Hello", "Delivery failed: your parcel", "Your invoice could not be delivered", "Out of office plans",
            "Fwd: holiday", "Returned goods", "Failure notice for the lift", "Mailbox full of apples", "Delivery notification", "Vacation photos",
            "Warning: storm on Sunday", "Automatic door repaired", "Bounce rate of our newsletter", "Postmaster meeting")
SENDERS = ("Anna <anna@example.org>", "noreply@parcels.example.com", "News <news@example.com>", "support@example.com", "postmaster@example.org")
BODIES = ("See you at one.\n", "Your parcel could not be delivered to the following address: Main Street 1. Write to help@parcels.example.com.\n",
          "My server said 550 5.1.1 User unknown. What does that mean?\n\nAnna\n",
          "> Hi. This is the qmail-send program at mx.example.net.\n> <ben@example.net>:\n> 550 no such user\n\nI got this, can you help?\n")


def explain(files):
    """The objects of each file, in order."""
    lines = subprocess.run([CLI, "explain", "--format", "json", *files], capture_output=True, text=True, check=False).stdout
    found = defaultdict(list)
    for line in lines.splitlines():
        answer = json.loads(line)
        found[pathlib.Path(answer["file"]).name].append(answer)
    return found


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def compare():
    expected = rows(CORPUS / "expected.tsv")
    found = explain(sorted(map(str, (CORPUS / "mail").glob("*.eml"))))
    known = {(row["file"], row["delivery"]): row for row in rows(SOURCE / "tests/unit/bounce-differences.tsv")}
    right = by_contract = codes = right_codes = 0
    notes, unjudged = [], set(known)
    for row in expected:
        deliveries = [delivery for answer in found[row["file"]] for delivery in answer.get("deliveries", [])]
        position = int(row["delivery"]) - 1
        mine = deliveries[position] if position < len(deliveries) else {}
        for key in ("enhanced_code", "reply_code"):
            if row[key]:
                codes += 1
                right_codes += str(mine.get(key)) == row[key]
                if str(mine.get(key)) != row[key]:
                    notes.append(f"code: {row['file']} {row['delivery']}: {mine.get(key)}, not {row[key]}")
        reason = mine.get("reason", "none")
        place = (row["file"], row["delivery"])
        agrees = reason in CLASSES[row["class"]].split()
        right += agrees
        if reason == row["reason"]:
            continue
        if known.get(place, {}).get("reason") == reason:
            unjudged.discard(place)
            by_contract += not agrees and known[place]["right"] == "ours"
        else:
            unjudged.add(place)
            notes.append(f"not judged: {row['file']} {row['delivery']}: {reason}, not {row['reason']}: {mine.get('diagnostic')}")
    total = len(expected)
    notes.append(f"class as the corpus has it {right}/{total} = {100 * right / total:.1f} %, with {by_contract} where its label is wrong "
                 f"by the contract {100 * (right + by_contract) / total:.1f} %; codes {right_codes}/{codes} = {100 * right_codes / codes:.1f} %")
    return 100 * right / total, 100 * (right + by_contract) / total, 100 * right_codes / codes, sorted(unjudged), notes


def ordinary_messages(folder):
    """The messages that came back, and some of our own."""
    number = 0
    for file in sorted((CORPUS / "mail").glob("*.eml")):
        for part in email.message_from_bytes(file.read_bytes()).walk():
            if part.get_content_type() == "message/rfc822" and part.is_multipart() and "MAILER-DAEMON" not in part.get_payload(0).get("From", "MAILER-DAEMON"):
                (folder / f"{number}.eml").write_bytes(part.get_payload(0).as_bytes())
                number += 1
    for sender in SENDERS:
        for subject in SUBJECTS:
            for body in BODIES:
                text = f"From: {sender}\nTo: ben@example.net\nSubject: {subject}\nDate: Thu, 1 Jan 2026 10:00:00 +0100\n\n{body}"
                if not (sender.startswith("postmaster") and ("qmail" in body or "parcel" in body)):
                    (folder / f"{number}.eml").write_text(text, encoding="utf-8")
                    number += 1
    return sorted(map(str, folder.glob("*.eml")))


def taken_for_bounces():
    with tempfile.TemporaryDirectory() as name:
        files = ordinary_messages(pathlib.Path(name))
        found = explain(files)
        return len(files), [f"{file}: {pathlib.Path(file).read_text(errors='replace')[:300]!r}" for file in files
                            if any(answer["what"] == "bounce" for answer in found[pathlib.Path(file).name])]


def main():
    if not (CORPUS / "expected.tsv").is_file():
        print("1..0 # SKIP the corpus of bounces is not there")
        return 0
    raw, judged, codes, unjudged, notes = compare()
    ordinary, mistaken = taken_for_bounces()
    for note in notes + mistaken:
        print("# " + note)
    notes += [f"bounce-differences.tsv does not fit: {file} {delivery}" for file, delivery in unjudged]
    checks = {"class of the reason": judged >= 97 and raw >= 94, "codes": codes >= 98, "each difference in the reason is judged": not unjudged,
              f"no ordinary message among {ordinary} is taken for a bounce": ordinary >= 200 and not mistaken}
    print(f"1..{len(checks)}")
    for number, (title, holds) in enumerate(checks.items(), 1):
        print(f"{'ok' if holds else 'not ok'} {number} - {title}")
    return int(not all(checks.values()))


sys.exit(main())
