#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each article that a cause names has a page of help, of a kind that every reader of it understands. Prints TAP."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

CLI, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = SOURCE / "help/C"
MALLARD = "{http://projectmallard.org/1.0/}"
PAGES = {path.stem: ElementTree.parse(path).getroot() for path in sorted(FOLDER.glob("*.page"))}
ARTICLES = {name: page for name, page in PAGES.items() if name != "index"}

# What src/report/mc-mallard.c reads; anything else would be missing where there is no help viewer.
BLOCKS = {"title", "p", "list", "steps", "item", "note", "section"}
INLINE = {"link", "gui", "code", "em"}
WORDS = range(120, 351)


def words(element):
    return " ".join("".join(element.itertext()).split())


def find(page, path):
    return page.find("/".join(f"{MALLARD}{name}" for name in path.split("/")))


def tags(page):
    found = {element.tag.removeprefix(MALLARD) for child in page if child.tag != f"{MALLARD}info" for element in child.iter()}
    return found


def causes():
    answer = subprocess.run([CLI, "causes", "--format", "json"], capture_output=True, text=True, check=True).stdout
    return json.loads(answer)["causes"]


def articles_of_causes():
    return {cause["article"] for cause in causes()} ^ set(ARTICLES)


def ids_of_program():
    """What the program has inside, told by its list, and what is in the folder."""
    index = subprocess.run([CLI, "article", "index", "--format", "markdown"], capture_output=True, text=True, check=True)
    return set(re.findall(r"help:mail-checkup/([a-z-]+)", index.stdout)) ^ set(ARTICLES)


def incomplete():
    return {name for name, page in PAGES.items()
            if page.get("id") != name or not words(find(page, "title")) or find(page, "info/desc") is None
            or not words(find(page, "info/desc"))}


def same_titles():
    titles = [words(find(page, "title")) for page in PAGES.values()]
    return {title for title in titles if titles.count(title) > 1}


def length_of_articles():
    return {f"{name}: {count}" for name, page in ARTICLES.items() if (count := len(words(page).split())) not in WORDS}


def unreadable():
    return {f"{name}: {tag}" for name, page in PAGES.items() for tag in tags(page) - BLOCKS - INLINE - {"page"}}


def links_without_text():
    return {name for name, page in PAGES.items() for link in page.iter(f"{MALLARD}link")
            if not link.get("type") and not words(link)}


def websites():
    """Addresses age: an article may only lead to those that the causes lead to as well."""
    sources = "".join(path.read_text() for path in (SOURCE / "src/diagnosis").glob("mc-causes-*.c"))
    return {f"{name}: {link.get('href')}" for name, page in PAGES.items() for link in page.iter(f"{MALLARD}link")
            if link.get("href") and f'"{link.get("href")}"' not in sources}


def without_help():
    return {name for name, page in ARTICLES.items()
            if not any(words(find(section, "title")) == "When to ask for help" for section in page.iter(f"{MALLARD}section"))}


def straight_quotes():
    return {f"{name}: {text}" for name, page in PAGES.items() for text in re.findall(r"\S*[\"']\S*", words(page))}


def yelp(command):
    run = subprocess.run(["yelp-check", command, *sorted(FOLDER.glob("*.page"))], capture_output=True, text=True)
    return set((run.stdout + run.stderr).splitlines()) | ({f"status {run.returncode}"} if run.returncode else set())


CHECKS = {
    "each article that a cause names has a page, and no other": articles_of_causes,
    "the program’s index leads to each page": ids_of_program,
    "each page has its id, a title and a description": incomplete,
    "no two pages have the same title": same_titles,
    "an article is neither too short nor too long": length_of_articles,
    "the program can show all that is in a page": unreadable,
    "each link within a text says where it leads": links_without_text,
    "websites are those of the causes": websites,
    "each article says when to ask for help": without_help,
    "quotation marks are typographic": straight_quotes,
    "pages are valid Mallard": lambda: yelp("validate"),
    "links between pages lead somewhere": lambda: yelp("links"),
    "each page can be reached from the index": lambda: yelp("orphans"),
}
NEEDS_YELP = list(CHECKS)[-3:]

print(f"1..{len(CHECKS)}")
failed = False
for number, (title, check) in enumerate(CHECKS.items(), 1):
    if title in NEEDS_YELP and not shutil.which("yelp-check"):
        print(f"ok {number} - {title} # SKIP yelp-check is not there")
        continue
    odd = sorted(check())
    failed |= bool(odd)
    print(f"{'not ok' if odd else 'ok'} {number} - {title}" + (f" # {'; '.join(odd)}" if odd else ""))
sys.exit(failed)
