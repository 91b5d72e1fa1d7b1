"""Where items become entries: each is written into the workspace as a draft, or beside it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from fieldcat.domain.entry import Kind
from fieldcat.errors import IngestError
from fieldcat.publishing import collection as settings
from fieldcat.publishing import tables
from fieldcat.publishing.block_ids import slug_of
from fieldcat.publishing.body import LONGEST_TEXT
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.files import write_new
from fieldcat.publishing.ingesting.cleaning import without_unseen
from fieldcat.publishing.ingesting.fields_writing import written_fields
from fieldcat.publishing.ingesting.fitting import fitted
from fieldcat.publishing.ingesting.items import Block, Item, Picture, Remark, Section, Why
from fieldcat.publishing.ingesting.known import Known
from fieldcat.publishing.ingesting.markdown import written_sections
from fieldcat.publishing.ingesting.memory import Kept, hash_of, read_memory, write_memory
from fieldcat.publishing.ingesting.merging import Decision, Outcome, decide
from fieldcat.publishing.ingesting.shelf import Shelf
from fieldcat.publishing.ingesting.suggesting import suggestions
from fieldcat.publishing.nodes import MAX_YAML
from fieldcat.publishing.suggestions import FIELD as SUGGESTED
from fieldcat.publishing.values import is_slug
from fieldcat.publishing.workspace import ENTRIES

CONFLICTS = "ingest-conflicts"
"""The folder for texts whose entries a person has changed; nothing is read from it."""

_LONGEST_SLUG = 80
_PROPOSALS = re.compile(rb"^suggested:\n(?:  [- ] .*\n)*", re.M)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an item: ``file`` is its entry, relative to the workspace.

    ``beside`` is the file with its newer text where a person had changed the entry.
    """

    item: Item
    outcome: Outcome
    file: str
    beside: str = ""


class Desk:
    """Writes items into one workspace; to be used as a context, for it keeps them in mind at last.

    Every file is whole before it bears its name. Where a run is cut short, the next one finds what
    it wrote: the same text in the same place is taken for its own.
    """

    def __init__(
        self, workspace: Path, *, in_short: Callable[[str], str], known: Known | None = None
    ) -> None:
        """``in_short`` gives the heading of a section that sums up, in a language.

        ``known`` is what the workspace knows, to propose things by; what is taken is added to it.

        Raises:
            IngestError: there is no workspace, or what it kept in mind cannot be read.
            OSError: it cannot be read.
        """
        log = FaultLog(settings.FILE)
        read = settings.read_settings(workspace, log)
        if read is None:
            detail = "; ".join(map(str, log.found))
            raise IngestError(detail, reason="no-workspace", path=str(workspace))
        self.language = read.collection.language
        self._workspace = workspace
        self._in_short = in_short
        self._known = known or Known()
        self._kept = read_memory(workspace)
        self._shelf = Shelf(workspace)
        self._files = {kept.file: source for source, kept in self._kept.items()}
        self._in_tables = set(_slugs_in_tables(workspace))
        self._seen: set[str] = set()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._seen:
            write_memory(self._workspace, self._kept)

    def take(self, item: Item) -> Iterator[Taken | Remark]:
        """Write an item: what was done to make it fit, then what became of it.

        Raises:
            OSError: something cannot be written; what was written before stands.
        """
        if item.source in self._seen:
            yield Remark(Why.TWICE, item.source, item.title)
            return
        self._seen.add(item.source)
        kept = self._kept.get(item.source)
        if kept is not None:
            # An entry keeps its kind: another kind would be another entry.
            item = replace(item, kind=Kind(Path(kept.file).parent.name))
        fit = fitted(item, self.language, self._in_short(_language(item) or self.language))
        pictures: dict[str, bytes] = {}
        sections, unfit = self._with_pictures(fit.sections, pictures, item.title)
        text = written_sections(sections, lambda picture: picture.name)
        yield from (*fit.remarks, *unfit)
        fields = ""
        if len(text) <= LONGEST_TEXT:
            proposed = suggestions(item, self._known)
            fields = written_fields({**fit.fields, SUGGESTED: proposed}, fit.notes)
        if not fields or len(fields) > MAX_YAML:
            yield Remark(Why.TOO_LONG, f"{len(text)}", item.title)
            return
        content = without_unseen(f"---\n{fields}---\n{text}").encode("utf-8", "replace")
        file = kept.file if kept is not None else self._free(item, content)
        source = hash_of(_without_proposals(content))
        decision = self._decide(file, content, source, kept)
        self._known.entry(item.kind, Path(file).stem, {**item.fields, "title": item.title})
        beside = self._carry_out(decision, file, content, pictures)
        self._kept[item.source] = decision.keep
        self._files[file] = item.source
        yield Taken(item, decision.outcome, file, beside)

    def _with_pictures(
        self, sections: tuple[Section, ...], pictures: dict[str, bytes], title: str
    ) -> tuple[tuple[Section, ...], list[Remark]]:
        """The same text with the names that its pictures get, which are added to ``pictures``."""
        unfit: list[Remark] = []
        made: list[Section] = []
        for section in sections:
            blocks: list[Block] = []
            for block in section.blocks:
                if not isinstance(block, Picture):
                    blocks.append(block)
                    continue
                prepared = self._shelf.prepared(block)
                if prepared is None:
                    told = " ".join(filter(None, (block.name, block.alternative, block.caption)))
                    unfit.append(Remark(Why.PICTURE_UNFIT, told, title))
                    continue
                name, content = prepared
                pictures[name] = content
                blocks.append(replace(block, name=name, content=b""))
            if blocks:
                made.append(replace(section, blocks=tuple(blocks)))
        return tuple(made), unfit

    def _decide(self, file: str, content: bytes, source: str, kept: Kept | None) -> Decision:
        there = self._read(file)
        if kept is None and there is not None and hash_of(_without_proposals(there)) == source:
            # A run that was cut short wrote it, and proposed less or more.
            return Decision(Outcome.UNCHANGED, Kept(file, hash_of(there), source=source))
        found = None if there is None else hash_of(there)
        return decide(file, hash_of(content), found, kept, source=source)

    def _carry_out(
        self, decision: Decision, file: str, content: bytes, pictures: dict[str, bytes]
    ) -> str:
        if decision.write:
            for name, data in pictures.items():
                self._shelf.put(name, data)
            self._write(file, content)
        if not decision.offer:
            return ""
        beside = file.replace(ENTRIES, CONFLICTS, 1)
        self._write(beside, content)
        return beside

    def _free(self, item: Item, content: bytes) -> str:
        """A file for an item that has none: one that is free, or that holds this very work."""
        proposed = item.slug if is_slug(item.slug) else slug_of(item.title)
        base = proposed or item.kind.value
        number = 1
        while True:
            ending = f"-{number}" if number > 1 else ""
            slug = base[: _LONGEST_SLUG - len(ending)].strip("-") + ending
            file = f"{ENTRIES}/{item.kind.value}/{slug}.md"
            if self._may_be(file, item, content) and (item.kind, slug) not in self._in_tables:
                return file
            number += 1

    def _may_be(self, file: str, item: Item, content: bytes) -> bool:
        if file in self._files:
            return False
        with suppress(FileNotFoundError):
            there = (self._workspace / file).read_bytes()
            address = item.fields.get("source_url", "")
            same = isinstance(address, str) and address and _names(there, address)
            return there == content or bool(same)
        return True

    def _read(self, file: str) -> bytes | None:
        with suppress(FileNotFoundError):
            return (self._workspace / file).read_bytes()
        return None

    def _write(self, file: str, content: bytes) -> None:
        path = self._workspace / file
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, content)


def _without_proposals(content: bytes) -> bytes:
    """An entry's text without what is proposed for it."""
    front, end, text = content.partition(b"\n---\n")
    return _PROPOSALS.sub(b"", front + b"\n") + end + text


def _language(item: Item) -> str:
    named = item.fields.get("language", "")
    return named if isinstance(named, str) else ""


def _names(there: bytes, address: str) -> bool:
    """Whether an entry's file states an address as its source."""
    lines = there[:20_000].decode("utf-8", "replace").splitlines()
    return any(
        line.partition(":")[2].strip().strip("\"'") == address
        for line in lines
        if line.startswith("source_url:")
    )


def _slugs_in_tables(workspace: Path) -> Iterator[tuple[Kind, str]]:
    """The entries that are rows: no file may take their ids."""
    for name, kind in tables.KINDS.items():
        path = workspace / tables.FOLDER / name
        # A table that cannot be read is told of by the check of the workspace.
        with (
            suppress(OSError, UnicodeDecodeError, csv.Error),
            path.open(encoding="utf-8-sig", newline="") as rows,
        ):
            yield from ((kind, row.get("slug") or "") for row in csv.DictReader(rows))
