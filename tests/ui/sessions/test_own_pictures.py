"""Pictures of one's own: checked, made small, kept, shown, and carried."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tests.ui.pictures import png_of
from tools.window_states import fill_session, settle

from fieldcat.domain.session import PicturePart
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.sessions.own_pictures import LONGEST_SIDE, PictureError, made_small, read_picture
from fieldcat.ui.sessions.picture_view import PictureView
from fieldcat.ui.slides.composing import slides_of
from fieldcat.ui.slides.setting import set_slides


def drawn(folder: Path, name: str, width: int = 80, height: int = 60) -> Path:
    """A picture in a file, with words in it that nobody sees."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Author", "Somebody in particular")
    file = folder / name
    assert image.save(str(file))
    return file


# --- the picture ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_what_browsers_show_is_taken(tmp_path: Path, name: str) -> None:
    found = read_picture(drawn(tmp_path, name))
    assert (found.width, found.height) == (80, 60)
    assert b"Somebody" not in found.content


def test_it_is_no_larger_than_a_projector_shows(tmp_path: Path) -> None:
    found = read_picture(drawn(tmp_path, "wide.png", 2 * LONGEST_SIDE, 100))
    assert (found.width, found.height) == (LONGEST_SIDE, 50)


def test_what_can_be_seen_through_stands_on_white() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    found = made_small(png_of(image))
    assert found is not None
    assert QImage.fromData(found.content).pixelColor(0, 0) == QColor("white")


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nrest", b"<svg/>"],
    ids=["none", "gif", "cut", "svg"],
)
def test_anything_else_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(content)
    with pytest.raises(PictureError):
        read_picture(file)


def test_a_picture_of_an_unreasonable_size_is_not_decoded() -> None:
    header = png_of(QImage(1, 1, QImage.Format.Format_RGB32))
    assert made_small(header[:16] + (60_000).to_bytes(4, "big") * 2 + header[24:]) is None


# --- in the plan ------------------------------------------------------------------------------


def test_a_picture_becomes_a_step_with_words_for_it(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, tmp_path: Path
) -> None:
    fill_session(fake.services(), STUDY_MATERIAL)
    (session,) = fake.training.sessions.values()
    window.show_page("sessions")
    window.sessions.open_session(session.id)
    settle(window)
    window.sessions.desk.keep_picture(str(drawn(tmp_path, "our school.png")), session.id)
    page = window.sessions
    qtbot.waitUntil(lambda: bool(page.findChildren(PictureView)) and not page.busy)
    settle(window)
    (shown,) = page.findChildren(PictureView)
    assert shown.image is not None
    fields = page.planner.step_pane.findChildren(QPlainTextEdit)
    assert not any("our school" in one.toPlainText() for one in fields)
    asked = "What is to be seen"
    next(one for one in fields if one.accessibleName().startswith(asked)).setPlainText("A gate")
    qtbot.waitUntil(lambda: not page.busy)
    (written,) = fake.training.sessions.values()
    (step,) = [one for one in written.steps if isinstance(one.content, PicturePart)]
    assert isinstance(step.content, PicturePart)
    assert step.content.alternative == "A gate"
    (sheet,) = set_slides(slides_of(step, pictures=fake.training.pictures.get))
    assert "A gate" in sheet.words


def test_a_picture_that_comes_late_goes_where_it_was_wanted(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, tmp_path: Path
) -> None:
    fill_session(fake.services(), STUDY_MATERIAL)
    (wanted,) = fake.training.sessions.values()
    other = fake.training.write(replace(wanted, id="b" * 32, title="Another"))
    window.show_page("sessions")
    page = window.sessions
    page.open_session(wanted.id)
    settle(window)
    page.open_session(other.id)
    settle(window)
    with qtbot.waitSignal(page.told) as told:
        page.desk.keep_picture(str(drawn(tmp_path, "our school.png")), wanted.id)
    qtbot.waitUntil(lambda: not page.busy)
    assert wanted.title in told.args[0]
    assert fake.training.sessions[other.id].steps == other.steps
    assert isinstance(fake.training.sessions[wanted.id].steps[-1].content, PicturePart)


def test_what_is_no_picture_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "notes.png"
    file.write_text("no picture")
    window.show_page("sessions")
    settle(window)
    with qtbot.waitSignal(window.sessions.told) as told:
        window.sessions.desk.keep_picture(str(file), "")
    assert "no picture" in told.args[0]
