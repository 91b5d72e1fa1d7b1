"""BibTeX: records in braces, with letters written as TeX's commands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from fieldcat.publishing.ingesting.works import Work, person

_HEAD = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_NAME = re.compile(r"\s*([^\s=,{}()\"#%]+)\s*=\s*")
_WORD = re.compile(r"[^\s,{}()\"#=]+")
_MONTHS = dict(
    zip(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        (f"{number:02}" for number in range(1, 13)),
        strict=True,
    )
)
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "i", "j": "j", "dh": "ð", "th": "þ",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textendash": "–",
    "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textbraceleft": "\ue07b", "textbraceright": "\ue07d",
}  # fmt: skip
_ACCENTED = re.compile(
    r"\\(?:(['`^\"~=.])\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z]))"
    r"|([uvHckrdb])(?:\s*\{\s*\\?([A-Za-z])\s*\}|\s+\\?([A-Za-z])))"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*(?:\{\})?")


def read_bibtex(text: str) -> Iterator[Work]:
    """The works of a BibTeX text; what stands between records is a comment."""
    strings: dict[str, str] = dict(_MONTHS)
    at, line, counted = 0, 1, 0
    while (head := _HEAD.search(text, at)) is not None:
        kind, at = head[1].lower(), head.end()
        close = "}" if head[2] == "{" else ")"
        if kind in ("comment", "preamble"):
            at = _skipped(text, at, head[2], close)
            continue
        line, counted = line + text.count("\n", counted, head.start()), head.start()
        key = ""
        if kind != "string":
            comma = re.compile(r"\s*([^\s,{}()=]*)\s*,?").match(text, at)
            key, at = (comma[1], comma.end()) if comma else ("", at)
        fields, at = _fields(text, at, close, strings)
        if kind == "string":
            strings |= fields
        else:
            yield _work(key, kind, fields, line)


def plain_text(value: str) -> str:
    """A value without TeX's marks."""

    def accented(match: re.Match[str]) -> str:
        accent = match[1] or match[4]
        letter = match[2] or match[3] or match[5] or match[6]
        return unicodedata.normalize("NFC", letter + _ACCENTS[accent])

    value = _ACCENTED.sub(accented, value)
    value = value.replace("\\\\", " ").replace("~", " ")
    # Signs that are meant as they stand wait where no braces are looked for.
    value = re.sub(r"\\([&%$#_{}])", lambda match: chr(0xE000 + ord(match[1])), value)
    value = _COMMAND.sub(lambda match: _LETTERS.get(match[1], ""), value)
    value = value.replace("---", "—").replace("--", "–")
    value = value.replace("``", "“").replace("''", "”")
    value = re.sub(r"[{}]", "", value)
    value = re.sub("[\ue000-\ue07f]", lambda match: chr(ord(match[0]) - 0xE000), value)
    return " ".join(value.split())


def _fields(
    text: str, at: int, close: str, strings: Mapping[str, str]
) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while (name := _NAME.match(text, at)) is not None:
        value, at = _value(text, name.end(), strings)
        fields.setdefault(name[1].lower(), value)
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
    end = text.find(close, at)
    following = _HEAD.search(text, at)
    # A record that was not closed ends where the next one begins.
    if end < 0 or (following is not None and following.start() < end):
        return fields, following.start() if following else len(text)
    return fields, end + 1


def _value(text: str, at: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """A value: texts in braces or quotation marks, numbers and names, joined by #."""
    parts: list[str] = []
    while at < len(text):
        if text[at] == "{":
            end = _skipped(text, at + 1, "{", "}")
            parts.append(text[at + 1 : end - 1])
            at = end
        elif text[at] == '"':
            end = _quoted(text, at + 1)
            parts.append(text[at + 1 : end])
            at = end + 1
        elif (word := _WORD.match(text, at)) is not None:
            parts.append(strings.get(word[0].lower(), word[0]))
            at = word.end()
        joint = re.compile(r"\s*#\s*").match(text, at)
        if joint is None:
            break
        at = joint.end()
    return "".join(parts), at


def _skipped(text: str, at: int, opens: str, closes: str) -> int:
    """The place behind the sign that closes what was opened before ``at``."""
    depth = 1
    for match in re.compile(rf"\\.|[{re.escape(opens + closes)}]", re.S).finditer(text, at):
        if match[0] == closes:
            depth -= 1
        elif match[0] == opens:
            depth += 1
        if depth == 0:
            return match.end()
    return len(text) + (1 if closes == "}" else 0)


def _quoted(text: str, at: int) -> int:
    depth = 0
    for match in re.compile(r"\\.|[{}\"]", re.S).finditer(text, at):
        if match[0] == '"' and depth <= 0:
            return match.start()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return len(text)


def _work(key: str, kind: str, fields: Mapping[str, str], line: int) -> Work:
    def first(*names: str) -> str:
        return next((plain_text(fields[name]) for name in names if fields.get(name)), "")

    month = first("month")
    year = first("year")
    published = first("date") or (f"{year}-{month}" if year and month.isdigit() else year)
    names = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")
    institution = first("institution", "school", "organization")
    return Work(
        key=key,
        title=first("title"),
        authors=tuple(
            plain_text(person(name)) for name in names if name.strip() not in ("", "others")
        ),
        published=published.split("/")[0],
        publisher=first("publisher") or institution,
        within=first("journal", "journaltitle", "booktitle", "series"),
        volume=first("volume"),
        issue=first("number", "issue") if kind == "article" else "",
        pages=first("pages").replace("–", "-"),
        url=first("url"),
        doi=first("doi").removeprefix("https://doi.org/"),
        abstract=first("abstract"),
        language=first("langid", "language"),
        keywords=tuple(re.split(r"\s*[,;]\s*", first("keywords"))),
        line=line,
    )
