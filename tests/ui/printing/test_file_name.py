from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.ui.printing.file_name import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Viguías: a safer centre", "Viguías a safer centre.pdf"),
        ("What? 50/50 * \"<yes>\" | 'no' \\", "What 50 50 yes 'no'.pdf"),
        ("  It ends...  ", "It ends.pdf"),
        ("مرفأ أكثر أمنا", "مرفأ أكثر أمنا.pdf"),
        ("\u2068Isolated\u2069\nlines\x00", "Isolated lines.pdf"),
        ("con", "_con.pdf"),
        ("NUL.and more", "_NUL.and more.pdf"),
        ("Contact", "Contact.pdf"),
        ("???", "fieldcat.pdf"),
        ("", "fieldcat.pdf"),
        ("e\u0301", "\u00e9.pdf"),
    ],
)
def test_a_title_becomes_a_name_that_every_disk_takes(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_title_ends_after_a_word() -> None:
    name = file_name("A safer internet centre where hotline and research meet " * 3)
    assert len(name) <= 84
    assert name.removesuffix(".pdf").endswith(("centre", "internet", "safer", "where", "hotline"))


def test_a_long_word_is_cut() -> None:
    assert file_name("x" * 300) == "x" * 80 + ".pdf"


@given(st.text())
def test_whatever_the_title_the_name_is_safe(title: str) -> None:
    name = file_name(title)
    assert not set(name) & set('<>:"/\\|?*')
    assert all(letter.isprintable() or letter == " " for letter in name if letter.isascii())
    assert len(name.encode()) <= 204
    assert not name.removesuffix(".pdf").endswith((" ", "."))
