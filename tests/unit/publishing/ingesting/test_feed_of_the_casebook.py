"""The feed that the casebook is written from: every word of it has its place.

The feed itself is no part of the repository; where it is not at hand, this is skipped.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.unit.publishing.conftest import Publisher

from fieldcat.domain.entry import Entry, ListBlock, Quotation, SectionRole
from fieldcat.publishing.ingesting.desk import Desk, Taken
from fieldcat.publishing.ingesting.feeds import read_feed
from fieldcat.publishing.ingesting.headings import in_short
from fieldcat.publishing.ingesting.items import Item, Remark, Why

from .conftest import setting

WORD = re.compile(r"[^\W\d_]+|\d+")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


@pytest.fixture(scope="session")
def feed(shared: Path) -> Path:
    return shared / "casebook" / "weprotect-feed.xml"


@dataclass
class Taking:
    """What became of the feed: files and remarks by the titles of items."""

    files: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


@pytest.fixture
def taking(feed: Path, publisher: Publisher) -> Taking:
    done = Taking()
    with Desk(publisher.folder, in_short=in_short) as desk:
        for read in read_feed(feed, setting()):
            for result in desk.take(read) if isinstance(read, Item) else [read]:
                if isinstance(result, Taken):
                    text = (publisher.folder / result.file).read_text(encoding="utf-8")
                    done.files[result.item.title] = text
                else:
                    done.remarks.append(result)
    return done


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.replace("\u200b", "").casefold()))


def unescaped(markdown: str) -> str:
    return html.unescape(re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", markdown))


def test_every_word_is_in_an_entry_or_in_the_report(feed: Path, taking: Taking) -> None:
    items = list(ET.parse(feed).iter("item"))
    assert len(taking.files) == len(items) == 10
    for item in items:
        title = (item.findtext("title") or "").strip()
        markup = item.findtext(CONTENT) or ""
        content = html.unescape(re.sub(r"<[^>]+>", " ", markup))
        said = words(" ".join([title, content, item.findtext("description") or ""]))
        # What is said of the source repeats the title, what is suggested the text.
        text = re.sub(r"^source_.*$", "", taking.files[title], flags=re.M)
        text = re.sub(r"^suggested:\n(?:  .*\n)+", "", text, flags=re.M)
        there = words(unescaped(text))
        told = words(" ".join(r.text for r in taking.remarks if r.item == title))

        assert said - there - told == Counter()


def test_every_word_of_the_channel_is_told(feed: Path, taking: Taking) -> None:
    channel = ET.parse(feed).find("channel")
    assert channel is not None
    said = words(f"{channel.findtext('title')} {channel.findtext('description')}")
    told = words(" ".join(r.text for r in taking.remarks if r.why is Why.OF_SOURCE))

    assert said - told == Counter()


@pytest.fixture
def entries(taking: Taking, publisher: Publisher) -> dict[str, Entry]:
    assert taking.files
    return {entry.head.source.title[:12]: entry for entry in publisher.build().entries}


def test_all_ten_are_drafts_that_a_build_takes(entries: dict[str, Entry]) -> None:
    assert len(entries) == 10


def test_headings_tell_the_roles_of_sections(entries: dict[str, Entry]) -> None:
    role = SectionRole
    assert [section.role for section in entries["Red PaPaz br"].sections] == [
        role.KEY_POINTS,
        role.PROBLEM,
        role.SOLUTION,
        role.IMPACT,
        role.LESSONS,
        role.ABOUT,
    ]
    assert [section.role for section in entries["Project Shad"].sections] == [
        role.BACKGROUND,
        role.TIMELINE,
        role.IMPACT,
        role.CHALLENGES,
        role.IMPACT,
    ]
    others = [
        section.title
        for entry in entries.values()
        for section in entry.sections
        if section.role is role.OTHER
    ]
    assert len(others) <= 10


def test_every_list_is_one(feed: Path, entries: dict[str, Entry]) -> None:
    markup = feed.read_text(encoding="utf-8")
    lists = [
        block
        for entry in entries.values()
        for section in entry.sections
        for block in section.blocks
        if isinstance(block, ListBlock)
    ]
    # One list is a list of notes; two are paragraphs that begin with numbers and dashes.
    assert len(lists) == markup.count("<ul>") + markup.count("<ol>") - 1 + 2
    items = sum(len(block.items) for block in lists)
    assert items == markup.count("<li>") - 7 + 4 + 2


def test_notes_are_joined_to_where_they_are_cited(entries: dict[str, Entry]) -> None:
    scale = entries["Scale of Har"].references
    assert [note.id for note in scale if note.id.startswith("note-")] == [
        f"note-{number}" for number in range(2, 12)
    ]
    assert [note.text for note in scale if note.id.startswith("star-")] == [
        "Pseudonym",
        "OSEC is online sexual exploitation of children",
        "Pseudonym",
    ]
    sneh = entries["SnehAI – an "].references
    assert {note.id for note in sneh} == {*(f"note-{n}" for n in range(1, 8)), "footnote-1"}


def test_a_note_that_nothing_cites_stays_among_the_notes(entries: dict[str, Entry]) -> None:
    (notes,) = (
        section for section in entries["Scale of Har"].sections if section.title == "End Notes"
    )
    assert len(notes.blocks) == 1
    assert not isinstance(notes.blocks[0], Quotation)


def test_hidden_addresses_are_flagged_and_not_published(taking: Taking) -> None:
    flagged = [remark.text for remark in taking.remarks if remark.why is Why.OBFUSCATED]
    assert len(flagged) == 3
    assert not any(address in text for address in flagged for text in taking.files.values())
