"""Mending what can be mended without a decision: how things are written, never what is said.

A fix replaces words in one line of one file, and only where they stand there once. What a text file
hides from the eye (marks of byte order, line breaks of other systems, invisible characters, spaces
at the ends of lines) is cleared for a whole file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fieldcat.domain.taxonomy import Concept
from fieldcat.publishing import collection, tables, values, vocabularies
from fieldcat.publishing.files import write_new
from fieldcat.publishing.manuscripts import Manuscript
from fieldcat.publishing.nodes import Listing, Node, Scalar
from fieldcat.publishing.text_files import MAX_BYTES, NOT_TEXT, is_link
from fieldcat.publishing.typed_values import read_country, read_day, read_region
from fieldcat.publishing.workspace import ENTRIES, Workspace

_DATES = ("source_date", "started", "published", "opens", "closes", "last_checked")
_FILED = ("topics", "audiences", "capabilities", "risks", "approaches", "evidence")
_ENDINGS = {".md", ".yaml", ".csv"}


@dataclass(frozen=True, slots=True)
class Fix:
    """Words in a line that are to be others; ``line`` is 0 where a whole file is tidied."""

    file: str
    line: int
    old: str
    new: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.new}"
        return f"{self.file}:{self.line}: {self.old} → {self.new}"


def fixes(workspace: Workspace) -> tuple[Fix, ...]:
    """What can be mended in the fields of entries.

    Names of countries and regions become their codes, words of a vocabulary its ids, dates as
    people type them ISO 8601, where there is one way only to read them.
    """
    readers = _readers(workspace)
    found = (fix for draft in workspace.drafts for fix in _of(draft.manuscript, readers))
    return tuple(dict.fromkeys(found))


def mend(folder: Path, wanted: Iterable[Fix]) -> tuple[Fix, ...]:
    """Carry out fixes in a workspace, and tidy its text files; gives what was done.

    Each file is written whole, or stays as it was.

    Raises:
        OSError: a file cannot be read or written; those before it are mended.
    """
    by_file: dict[str, list[Fix]] = {}
    for fix in wanted:
        by_file.setdefault(fix.file, []).append(fix)
    done: list[Fix] = []
    for path in _text_files(folder):
        name = path.relative_to(folder).as_posix()
        before = path.read_bytes()
        if len(before) > MAX_BYTES:
            continue
        try:
            text = before.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        tidy = tidied(text, table=path.suffix == ".csv")
        lines = tidy.split("\n")
        mended = [fix for fix in by_file.get(name, ()) if _carry_out(fix, lines)]
        after = "\n".join(lines).encode()
        if after != before:
            write_new(path, after)
            if tidy.encode() != before:
                done.append(Fix(name, 0, "", "tidied what cannot be seen"))
            done += mended
    return tuple(done)


def _of(manuscript: Manuscript, readers: Mapping[str, Callable[[str], str]]) -> Iterator[Fix]:
    for name, read in readers.items():
        for scalar in _scalars(manuscript.fields.fields.get(name)):
            typed = scalar.text.strip()
            new = read(typed) if typed else ""
            if new and new != typed:
                yield Fix(manuscript.file, scalar.line, typed, new)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        yield from (item for item in node.items if isinstance(item, Scalar))


def _readers(workspace: Workspace) -> dict[str, Callable[[str], str]]:
    """By field: what gives the id or code for what people write, or nothing."""
    readers: dict[str, Callable[[str], str]] = dict.fromkeys(_DATES, _day)
    readers |= {"countries": read_country, "regions": read_region}
    for name in _FILED:
        vocabulary = workspace.vocabularies.get(name)
        readers[name] = partial(_concept, vocabulary.concepts if vocabulary else ())
    return readers


def _day(typed: str) -> str:
    return typed if values.is_date(typed) else read_day(typed)


def _concept(concepts: Iterable[Concept], typed: str) -> str:
    """The one word of a vocabulary that is written so, by its id or its label."""
    word = typed.casefold()
    found = {concept.id for concept in concepts if word in (concept.id, concept.label.casefold())}
    return min(found) if len(found) == 1 else ""


def _carry_out(fix: Fix, lines: list[str]) -> bool:
    """Replace the words of a fix in its line, where they stand there once and as whole words."""
    if not 0 < fix.line <= len(lines):
        return False
    line = lines[fix.line - 1]
    places = list(re.finditer(rf"(?<![\w-]){re.escape(fix.old)}(?![\w-])", line))
    if len(places) != 1:
        return False
    start, end = places[0].span()
    lines[fix.line - 1] = line[:start] + fix.new + line[end:]
    return True


def tidied(text: str, *, table: bool) -> str:
    """A text file without what cannot be seen in it; ``table`` leaves spaces in cells alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", NOT_TEXT.sub("", text))
    # In a table a space may stand within quotation marks, and lines end within cells.
    if not table:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text.rstrip("\n") + "\n" if text.strip() else text


def _text_files(folder: Path) -> Iterator[Path]:
    """The text files of a workspace, none behind links."""
    paths = [folder / collection.FILE]
    for name in (vocabularies.FOLDER, tables.FOLDER, ENTRIES):
        below = folder / name
        if below.is_dir() and not is_link(below):
            paths += sorted(below.rglob("*"))
    for path in paths:
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        if (
            path.suffix in _ENDINGS
            and not hidden
            and path.is_file()
            and not _leads_away(path, folder)
        ):
            yield path


def _leads_away(path: Path, folder: Path) -> bool:
    """Whether a file, or a folder that it lies in, is a link."""
    within = (path, *path.parents)
    return any(is_link(part) for part in within if part != folder and part.is_relative_to(folder))
