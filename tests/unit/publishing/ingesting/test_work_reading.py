"""References as libraries and reference managers write them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.good_time import in_good_time

from fieldcat.domain.entry import Kind
from fieldcat.publishing.ingesting.bibtex import plain_text, read_bibtex
from fieldcat.publishing.ingesting.csl import read_csl
from fieldcat.publishing.ingesting.items import Item, Remark, Why
from fieldcat.publishing.ingesting.ris import read_ris
from fieldcat.publishing.ingesting.work_reading import read_works

RIS = """\
TY  - JOUR
AU  - Ali, Sana
AU  - Youssef, Enaam M.
TI  - Child Sexual Abuse and the Internet—
  A Systematic Review
T2  - Human Arenas
VL  - 6
IS  - 2
SP  - 404
EP  - 421
PY  - 2023
DA  - 2023/06//
DO  - 10.1007/s42087-021-00228-9
KW  - review
KW  - internet
LA  - en
ER  -\x20

TY  - RPRT
TI  - Second
PB  - WeProtect
UR  - https://example.org/second
"""

BIBTEX = r"""
This is a comment. @comment{not @this{one}}
@string{ha = "Human Arenas"}
@Article{ali2023,
  author    = {Ali, Sana and {World Health Organization} and Mu{\~n}oz, Jos\'{e} and others},
  title     = "Child Sexual Abuse {and} the {Internet} --- 50\% of {\"U}bel",
  journal   = ha # { (} # "Basel)",
  year      = 2023, month = may,
  volume = 6, number = {2}, pages = {404--421},
  doi = {10.1007/s42087-021-00228-9},
}
@report{second, title={Second}, institution={WeProtect}, date={2022-03-01}}
"""

CSL = """[
{"id": "ali", "type": "article-journal", "title": "Child Sexual Abuse", "DOI": "10.1/x",
 "author": [{"family": "Ali", "given": "Sana"}, {"literal": "WHO"}],
 "container-title": "Human Arenas", "volume": 6, "page": "404-421",
 "issued": {"date-parts": [[2023, 5, 11]]}},
{"id": 7, "title": "Second", "URL": "https://example.org/", "issued": {"raw": "May 2022"}}, 3]
"""


def items(tmp_path: Path, name: str, text: str) -> tuple[list[Item], list[Remark]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = list(read_works(path))
    return (
        [one for one in found if isinstance(one, Item)],
        [one for one in found if isinstance(one, Remark)],
    )


def test_ris_is_read(tmp_path: Path) -> None:
    (first, second), remarks = items(tmp_path, "a.ris", RIS)

    assert first.kind is Kind.RESEARCH
    assert first.source == "a.ris#10.1007/s42087-021-00228-9"
    assert first.title == "Child Sexual Abuse and the Internet— A Systematic Review"
    assert first.fields["authors"] == ("Sana Ali", "Enaam M. Youssef")
    assert first.fields["publisher"] == "Human Arenas 6(2), pages 404–421"
    assert first.fields["published"] == "2023-06"
    assert first.fields["url"] == "https://doi.org/10.1007/s42087-021-00228-9"
    assert first.fields["keywords"] == ("review", "internet")
    assert (second.title, second.fields["publisher"]) == ("Second", "WeProtect")
    assert remarks == []


def test_bibtex_is_read(tmp_path: Path) -> None:
    (first, second), remarks = items(tmp_path, "a.bib", BIBTEX)

    assert first.title == "Child Sexual Abuse and the Internet — 50% of Übel"
    assert first.fields["authors"] == ("Sana Ali", "World Health Organization", "José Muñoz")
    assert first.fields["publisher"] == "Human Arenas (Basel) 6(2), pages 404–421"
    assert first.fields["published"] == "2023-05"
    assert (second.title, second.fields["published"]) == ("Second", "2022-03-01")
    assert remarks == []


def test_csl_is_read_and_what_is_no_work_is_told(tmp_path: Path) -> None:
    (first, second), (remark,) = items(tmp_path, "a.json", CSL)

    assert first.fields["authors"] == ("Sana Ali", "WHO")
    assert first.fields["publisher"] == "Human Arenas 6, pages 404–421"
    assert first.fields["published"] == "2023-05-11"
    assert (second.source, second.fields["published"]) == ("a.json#7", "2022-05")
    assert (remark.why, remark.text) == (Why.BAD_ROW, "work 3: it has no title")


def test_a_long_abstract_becomes_the_text(tmp_path: Path) -> None:
    words = "word " * 61
    (item,), _ = items(tmp_path, "a.ris", f"TY  - RPRT\nTI  - A\nAB  - {words}\nER  - \n")

    assert item.fields["summary"] == ""
    assert len(item.sections) == 1


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.ris", "", "there are no works in it"),
        ("a.bib", "only words", "there are no works in it"),
        ("a.json", "{", "Expecting"),
        ("a.json", "3", "it is no list of works"),
        ("a.json", "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_holds_no_works_is_said(tmp_path: Path, name: str, text: str, why: str) -> None:
    found, (remark,) = items(tmp_path, name, text)

    assert found == []
    assert (remark.why, why in remark.text) == (Why.BROKEN, True), remark


def test_a_work_without_a_title_is_told_with_its_line(tmp_path: Path) -> None:
    (item,), (remark,) = items(tmp_path, "a.bib", "@book{a,\n year=1}\n@book{b, title={B}}\n@b")

    assert item.title == "B"
    assert (remark.why, remark.line) == (Why.BAD_ROW, 1)


def test_a_record_that_was_not_closed_ends_where_the_next_begins() -> None:
    works = list(read_bibtex("@book{a, title = {A},\n@book{b, title = {B}}"))

    assert [work.title for work in works] == ["A", "B"]


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"\'{e}\`a\^o{\"u}\~n\c{c}\v{s}\aa\ss{}", "éàôüñçšåß"),
        (r"{\o}re \& \$5 \_x \{y\}", "øre & $5 _x {y}"),
        (r"``a'' -- b---c~d", "“a” – b—c d"),
        (r"\emph{x} \textbf{y}", "x y"),
    ],
)
def test_tex_s_marks_become_letters(tex: str, plain: str) -> None:
    assert plain_text(tex) == plain


@pytest.mark.parametrize("read", [read_ris, read_bibtex])
@settings(max_examples=150)
@given(st.text("TYIER -\n@{}\"\\,=#ab1'()", max_size=80))
def test_whatever_is_in_a_file_is_read_to_its_end(read, text: str) -> None:  # type: ignore[no-untyped-def] # either reader
    list(read(text))


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["title", "author", "issued", "date-parts", "family", "id"]), inner
            )
        ),
        max_leaves=8,
    )
)
def test_whatever_json_says_gives_works_or_a_reason(value: object) -> None:
    with suppress(ValueError):
        list(read_csl(json.dumps(value)))


def test_a_value_of_very_many_lines_is_read_in_good_time() -> None:
    with in_good_time():
        (work,) = read_ris("TY  - JOUR\nTI  - A\nAB  - Some\n" + "more words\n" * 250_000)
    assert work.abstract.startswith("Some more words more words")
