"""What is mended without asking: how things are written, never what is said."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.publishing.fixing import Fix, fixes, mend
from fieldcat.publishing.workspace import read_workspace

from .conftest import Publisher


def mended(publisher: Publisher) -> tuple[Fix, ...]:
    return mend(publisher.folder, fixes(read_workspace(publisher.folder)))


def written(publisher: Publisher, name: str = "entries/tool/hammer.md") -> str:
    return (publisher.folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("countries", "[Colombia, tz]", "[CO, TZ]"),
        ("countries", "[Tanzania, Kenia]", "[TZ, KE]"),
        ("topics", "[Grooming]", "[grooming]"),
        ("regions", '["2"]', '["002"]'),
        ("source_date", "11 October 2024", "2024-10-11"),
        ("source_date", '"25/10/2024"', '"2024-10-25"'),
    ],
)
def test_what_people_write_becomes_what_is_meant(
    publisher: Publisher, field: str, before: str, after: str
) -> None:
    publisher.entry(**{field: before})
    assert publisher.faults()

    done = mended(publisher)

    assert f"\n{field}: {after}\n" in written(publisher)
    assert publisher.faults() == ()
    assert {fix.line for fix in done} == {6 if field == "source_date" else 7}


def test_a_date_that_can_be_read_two_ways_stays(publisher: Publisher) -> None:
    publisher.entry(source_date="3/4/2024")

    assert mended(publisher) == ()


def test_a_word_that_stands_twice_in_its_line_stays(publisher: Publisher) -> None:
    header = "slug,title,summary,source_url,source_date,countries"
    row = "a,Work in Kenya,S.,https://example.org/,2024,Kenya"
    publisher.table("tools", header, row)

    assert mended(publisher) == ()
    assert row in written(publisher, "tables/tools.csv")


def test_a_row_of_a_table_is_mended(publisher: Publisher) -> None:
    header = "slug,title,summary,source_url,source_date,countries"
    publisher.table("tools", header, "a,Work,S.,https://example.org/,May 2024,Kenya; Uganda")

    mended(publisher)

    assert written(publisher, "tables/tools.csv").endswith(",2024-05,KE; UG\n")


def test_what_cannot_be_seen_is_tidied(publisher: Publisher) -> None:
    name = publisher.entry()
    path = publisher.folder / name
    text = path.read_text(encoding="utf-8")
    spoilt = "\ufeff" + text.replace("words.", "wo\u202erds.  ").replace("\n", "\r\n")
    path.write_bytes(spoilt.encode())

    done = mended(publisher)

    assert path.read_bytes() == text.encode()
    assert [str(fix) for fix in done] == [f"{name}: tidied what cannot be seen"]


def test_what_is_right_is_not_touched(publisher: Publisher) -> None:
    path = publisher.folder / publisher.entry()
    os.utime(path, (0, 0))  # what is written in the same moment looks untouched

    assert mended(publisher) == ()
    assert path.stat().st_mtime == 0


def test_files_that_are_no_text_and_links_stay(publisher: Publisher) -> None:
    publisher.entry()
    publisher.write("entries/tool/latin.md", b"caf\xe9 \r\n")
    outside = publisher.folder.parent / "outside.md"
    outside.write_bytes(b"text  \r\n")
    (publisher.folder / "entries" / "tool" / "link.md").symlink_to(outside)

    assert mended(publisher) == ()
    assert outside.read_bytes() == b"text  \r\n"


@given(st.text(alphabet="ab \t\r\n\ufeff\u200b\u202eé", max_size=40))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    from fieldcat.publishing.fixing import tidied

    once = tidied(text, table=False)

    assert tidied(once, table=False) == once
