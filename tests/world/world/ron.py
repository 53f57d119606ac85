# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads Rusty Object Notation, as far as recorded attacks are written in it."""

import json
import re

_TOKEN = re.compile(r'\s+|//[^\n]*|(?P<text>"(?:[^"\\]|\\.)*")|(?P<word>[\w.+-]+)|(?P<mark>[()\[\]{}:,])')
_COMMENTED = re.compile(r"^\s*//\s?(?P<text>.*)$")


class RonError(ValueError):
    pass


class Named(dict):
    """A struct or enumeration value such as Some(1) or Tag(inner: "x"): a name, parts in order, parts by name."""

    def __init__(self, name, parts=(), fields=()):
        super().__init__(fields)
        self.name, self.parts = name, list(parts)

    def __repr__(self):
        return f"{self.name}({self.parts}, {dict(self)})"


class _Reader:
    def __init__(self, text):
        self.tokens = []
        place = 0
        while place < len(text):
            found = _TOKEN.match(text, place)
            if not found:
                raise RonError(f"cannot read “{text[place:place + 20]}”")
            place = found.end()
            if found.lastgroup:
                self.tokens.append((found.lastgroup, found[found.lastgroup]))
        self.tokens.append(("end", ""))
        self.place = 0

    def peek(self, ahead=0):
        return self.tokens[min(self.place + ahead, len(self.tokens) - 1)]

    def take(self, mark=None):
        token = self.peek()
        if mark is not None and token[1] != mark:
            raise RonError(f"“{token[1]}” where “{mark}” is due")
        self.place += 1
        return token

    def value(self):
        kind, text = self.peek()
        if kind == "text":
            self.take()
            return json.loads(text)
        if text == "[":
            return self.sequence("[", "]", self.value)
        if text == "{":
            return dict(self.sequence("{", "}", self.pair))
        if text == "(":
            return self.struct("")
        if kind != "word":
            raise RonError(f"“{text}” is no value")
        self.take()
        if self.peek()[1] == "(":
            named = self.struct(text)
            return named.parts[0] if text == "Some" else named
        if text in ("true", "false", "None"):
            return {"true": True, "false": False, "None": None}[text]
        return int(text) if text.isdigit() else Named(text)

    def sequence(self, start, end, read):
        self.take(start)
        values = []
        while self.peek()[1] != end:
            values.append(read())
            if self.peek()[1] != end:
                self.take(",")
        self.take(end)
        return values

    def pair(self):
        key = self.value()
        self.take(":")
        return key, self.value()

    def part(self):
        if self.peek()[0] == "word" and self.peek(1)[1] == ":":
            name = self.take()[1]
            self.take(":")
            return name, self.value()
        return None, self.value()

    def struct(self, name):
        named = Named(name)
        for key, value in self.sequence("(", ")", self.part):
            if key is None:
                named.parts.append(value)
            else:
                named.setdefault(key, value)   # what a variant puts first wins
        return named


def read(text):
    """The one value TEXT holds."""
    reader = _Reader(text)
    value = reader.value()
    reader.take("")
    return value


def variants(text):
    """The value TEXT holds, then one for each run of settings that are commented out: authors leave attacks so."""
    yield read(text)
    lines = text.splitlines()
    for start, end in _commented_settings(lines):
        uncommented = [_COMMENTED.match(line)["text"] for line in lines[start:end]]
        try:
            yield read("\n".join([*lines[:start], *uncommented, *lines[end:]]))
        except RonError:
            pass   # prose that looks like a setting


def _commented_settings(lines):
    """Line ranges of commented settings; neighbours belong together."""
    ranges = []
    number = 0
    while number < len(lines):
        found = _COMMENTED.match(lines[number])
        start = number
        number += 1
        if not found or not re.match(r"\w+: [^a-z]*[\[({\"A-Z]", found["text"]):
            continue
        depth = _depth(found["text"])
        while depth > 0 and number < len(lines) and (more := _COMMENTED.match(lines[number])):
            depth += _depth(more["text"])
            number += 1
        if depth == 0 and found["text"].split(":")[0] != "TODO":
            if ranges and ranges[-1][1] == start:
                ranges[-1] = ranges[-1][0], number
            else:
                ranges.append((start, number))
    return ranges


def _depth(text):
    text = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    return sum(text.count(mark) for mark in "([{") - sum(text.count(mark) for mark in ")]}")
