"""What was read in a wrong encoding once is mended where there is no doubt, else left."""

from __future__ import annotations

import pytest

from fieldcat.publishing.ingesting.articles import Article, read_article
from fieldcat.publishing.ingesting.items import Item, Remark, Why
from fieldcat.publishing.ingesting.mojibake import mended, mended_markup

from .conftest import setting


@pytest.mark.parametrize(
    "text",
    [
        "a child’s “word”",
        "niñas y niños",
        "Línea 116 – Colombia…",
        "العربية",
        "été",
        "👍 fine",
        "café",
    ],
)
def test_a_text_read_back_is_what_it_was(text: str) -> None:
    wrong = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8")
    )

    assert wrong != text
    assert mended(wrong) == text


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "a child’s word",
        "niñas",
        "AMANHÔ",
        "IRMÃ”, disse",
        "« NÃ»",
        "childâ€™s and child’s",
        "lost: â€ it",
        "Ãñ",
        "Â ",
        "café\u00a0— x",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert mended(text) == text


def test_of_markup_each_piece_is_mended_by_itself() -> None:
    html, were = mended_markup('<p title="niÃ±a">itâ€™s</p><p>it’s</p>')

    assert html == '<p title="niña">it’s</p><p>it’s</p>'
    assert were == ('<p title="niÃ±a">', "itâ€™s")


def test_of_an_article_it_is_told_as_it_stood() -> None:
    article = Article(
        "1", "Itâ€™s a tale", "<h2>What</h2><p>NiÃ±as, today.</p>", publisher="MaÃ±ana"
    )

    *remarks, item = read_article(article, setting())

    assert isinstance(item, Item)
    assert item.title == "It’s a tale"
    assert item.fields["source_publisher"] == "Mañana"
    told = [one.text for one in remarks if isinstance(one, Remark) and one.why is Why.MOJIBAKE]
    assert told == ["NiÃ±as, today.", "Itâ€™s a tale", "MaÃ±ana"]
