from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from fieldcat.domain.entry import Kind
from fieldcat.resources import resource
from fieldcat.ui.icons import KIND_ICONS, icon, paint_icon
from fieldcat.ui.theme import DARK, LIGHT, Theme

pytestmark = pytest.mark.usefixtures("theme")


def colours(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of an icon's wholly painted points."""
    picture = made.pixmap(QSize(48, 48), mode).toImage()
    points = (picture.pixelColor(x, y) for x in range(48) for y in range(48))
    return {point.name() for point in points if point.alpha() == 255}


def test_every_kind_has_an_icon() -> None:
    assert set(KIND_ICONS) == set(Kind)


def test_every_icon_that_the_window_names_is_there(root: Path) -> None:
    known = {path.stem for path in Path(resource("icons")).glob("*.svg")}
    quoted = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')
    named = set(KIND_ICONS.values())
    for module in (root / "src/fieldcat/ui").rglob("*.py"):
        for call in re.findall(r"(?:icon|paint_icon)\([^)]*\)", module.read_text()):
            named |= {name for name in quoted.findall(call) if name in known}
    assert named <= known
    assert len(named) > 15


def test_an_icon_has_the_colour_of_its_role_in_the_theme_in_use(theme: Theme) -> None:
    made = icon("bookmark", role="accent", filled=True)
    assert LIGHT.accent in colours(made)
    theme.set_dark(True)
    assert DARK.accent in colours(made)


def test_a_disabled_icon_has_the_colour_of_controls() -> None:
    assert LIGHT.control in colours(icon("bookmark", filled=True), QIcon.Mode.Disabled)


def test_a_copy_of_an_icon_paints_the_same() -> None:
    assert colours(QIcon(icon("x"))) == colours(icon("x"))


@pytest.mark.parametrize(("name", "mirrors"), [("arrow-left", True), ("bookmark", False)])
def test_only_what_points_somewhere_is_mirrored(
    name: str, mirrors: bool, qapp: QApplication
) -> None:
    def painted() -> QImage:
        picture = QImage(40, 40, QImage.Format.Format_ARGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        paint_icon(painter, QRect(0, 0, 40, 40), name, "#000000")
        painter.end()
        return picture

    before = painted()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert (painted() != before) is mirrors
