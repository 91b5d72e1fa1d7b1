"""Feeds and exports that are broken, made to hang the program, or in the wrong encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.publishing.ingesting.feeds import read_feed
from fieldcat.publishing.ingesting.flow import lines_of
from fieldcat.publishing.ingesting.items import Item, Read, Remark, Why, plain

from .conftest import setting

ITEM = "<item><title>{title}</title><guid>{title}</guid><description>{text}</description></item>"
HEAD = '<?xml version="1.0"{declared}?>{dtd}<rss version="2.0"><channel><title>Tales</title>'


def feed(*items: str, declared: str = "", dtd: str = "", end: str = "</channel></rss>") -> str:
    return HEAD.format(declared=declared, dtd=dtd) + "".join(items) + end


def item(text: str, title: str = "A") -> str:
    return ITEM.format(title=title, text=text)


def read(tmp_path: Path, content: str | bytes) -> list[Read]:
    path = tmp_path / "feed.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_feed(path, setting()))


def texts(found: list[Read]) -> list[str]:
    return [
        plain(line)
        for one in found
        if isinstance(one, Item)
        for section in one.sections
        for block in section.blocks
        for line in lines_of(block)
    ]


def whys(found: list[Read]) -> list[Why]:
    return [one.why for one in found if isinstance(one, Remark)]


BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def test_entities_that_a_feed_declares_are_refused(tmp_path: Path) -> None:
    (broken,) = read(tmp_path, feed(item("&c;"), dtd=BOMB))

    assert isinstance(broken, Remark)
    assert broken.why is Why.BROKEN
    assert "declares entities" in broken.text


def test_no_file_is_read_that_a_feed_names(tmp_path: Path) -> None:
    dtd = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    (tmp_path / "secret").write_text("secret")

    found = read(tmp_path, feed(item("&x;"), dtd=dtd))

    assert "secret" not in " ".join(texts(found))
    assert Why.BROKEN in whys(found)


@pytest.mark.parametrize(
    "dtd", ["", '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://x/r.dtd">']
)
def test_names_of_htmls_characters_are_known(tmp_path: Path, dtd: str) -> None:
    assert texts(read(tmp_path, feed(item("caf&eacute;&nbsp;&mdash; x"), dtd=dtd))) == ["café — x"]


def test_what_stands_before_a_break_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, feed(item("one"), "<item><title>B", end=""))

    assert texts(found) == ["one"]
    (broken,) = (one for one in found if isinstance(one, Remark) and one.why is Why.BROKEN)
    assert broken.line == 1


@pytest.mark.parametrize("content", ["", "no xml", "<rss", "<rss/>", "\x00\x00", "<rss></feed>"])
def test_what_is_no_feed_gives_nothing(tmp_path: Path, content: str) -> None:
    assert texts(read(tmp_path, content)) == []


def test_windows_1252_in_utf_8_is_read_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, feed(item("don_t – é")).encode().replace(b"_", b"\x92"))

    assert texts(found) == ["don’t – é"]
    assert Remark(Why.REPAIRED, "1") in found


def test_a_letter_may_lie_across_what_is_read_at_once(tmp_path: Path) -> None:
    start = feed(item("_")).partition("_")[0]
    words = "x" * (128 * 1024 - len(start.encode()) - 1)

    (text,) = texts(read(tmp_path, feed(item(f"{words}é don_t")).encode().replace(b"_", b"\x92")))

    assert text.removeprefix(words) == "é don’t"


def test_a_byte_that_windows_1252_lacks_leaves_those_before_it(tmp_path: Path) -> None:
    content = feed(item("don’t _"), declared=' encoding="windows-1252"').encode("cp1252")

    (text,) = texts(read(tmp_path, content.replace(b"_", b"a\x81b")))

    assert text.startswith("don’t a")


def test_a_wrong_letter_of_utf_16_is_passed_over(tmp_path: Path) -> None:
    content = feed(item("a_é")).encode("utf-16-be").replace("_".encode("utf-16-be"), b"\xdc\x00")

    assert texts(read(tmp_path, b"\xfe\xff" + content)) == ["a\ufffdé"]


@pytest.mark.parametrize(
    "encoding", ["hex", "zlib", "rot13", "uu", "punycode", "undefined", "utf-16", "utf-32", "cp037"]
)
def test_an_encoding_that_cannot_be_is_not_believed(tmp_path: Path, encoding: str) -> None:
    assert texts(read(tmp_path, feed(item("é"), declared=f' encoding="{encoding}"'))) == ["é"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        (' encoding="windows-1252"', "cp1252"),
        (' encoding="ISO-8859-1"', "cp1252"),
        (' encoding="utf-16"', "utf-16"),
        ("", "utf-8-sig"),
        (' encoding="koi8-r"', "utf-8"),
    ],
)
def test_the_encoding_that_a_feed_names_is_its_own(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    text = "plain" if "koi8" in declared else "don’t"
    found = read(tmp_path, feed(item(text), declared=declared).encode(encoding))

    assert texts(found) == [text]


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    assert texts(read(tmp_path, feed(item("a\x00\x0bb")))) == ["ab"]


def test_characters_of_windows_by_their_numbers_are_read_as_browsers_do(tmp_path: Path) -> None:
    assert texts(read(tmp_path, feed(item("don&amp;#146;t")))) == ["don’t"]


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    assert Why.BROKEN in whys(read(tmp_path, feed("<item>" + "<a>" * 5_000)))


def test_an_item_too_long_for_any_entry_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, feed(item("word " * 900_000), item("two", "B")))

    assert texts(found) == ["two"]
    assert Why.TOO_LONG in whys(found)


ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>Cuentos</title>
<link href="https://example.org/"/>
<entry xml:lang="es_MX"><id>urn:1</id><title type="html">Una &amp;amp; otra</title>
<link rel="alternate" href="/una-otra"/><published>2024-10-11T23:30:00-06:00</published>
<author><name>Ana</name></author><category term="grooming" label="Grooming"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>El problema</h2>
<p>Uno <b>dos</b> &lt;tres.</p></div></content></entry></feed>
"""


def test_a_link_that_is_no_address_leads_nowhere(tmp_path: Path) -> None:
    (item,) = (
        one
        for one in read(tmp_path, ATOM.replace("/una-otra", "http://[una-otra"))
        if isinstance(one, Item)
    )

    assert not item.fields.get("source_url")


def test_atom_is_read_with_xhtml(tmp_path: Path) -> None:
    found = read(tmp_path, ATOM)

    (one,) = (one for one in found if isinstance(one, Item))
    assert one.title == "Una & otra"
    assert one.source == "urn:1"
    assert one.fields["source_url"] == "https://example.org/una-otra"
    assert one.fields["source_date"] == "2024-10-11"
    assert one.fields["language"] == "es-MX"
    assert one.fields["keywords"] == ["Grooming"]
    assert [section.role for section in one.sections] == ["problem"]
    assert texts([one]) == ["Uno dos <tres."]
    assert Remark(Why.CREATOR, "Ana", "Una & otra") in found
