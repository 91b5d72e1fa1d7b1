"""Paint every page into pictures: `python -m tools.screenshots FOLDER`, QT_QPA_PLATFORM=offscreen.

Each state of the window (``tools/window_states.py``) is painted in the looks that matter for it:
all of them light and dark, at 1366×768 and 1024×600; the pages that are used most also in the other
sizes, with larger text, from right to left on an Arabic casebook, in Spanish, in a language 40 %
longer with accents, and in high contrast. A picture is called page-state-look; one contact sheet a
page shows them side by side. Look at all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication
from tests.fakes.arabic import ARABIC_MATERIAL, arabic_casebook
from tests.fakes.next_edition import next_edition
from tests.fakes.pseudo import Pseudo
from tools.window_states import STATES, Material, fill, settle, tidy

from fieldcat import wiring
from fieldcat.app import made_application
from fieldcat.domain.edition import Card
from fieldcat.domain.entry import EntryId, Kind, Paragraph, Term, Text
from fieldcat.domain.keeping import Passage
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.records.editions import encode_card
from fieldcat.resources import resource
from fieldcat.services.offered import Services
from fieldcat.ui.collecting import Collecting
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.speaking import speak
from fieldcat.ui.theme import SystemLook, Theme
from fieldcat.ui.type import TextRole, font

PAGES: Mapping[str, tuple[str, ...]] = {
    "casebook": (
        "casebook",
        "search",
        "filters",
        "nothing-found",
        "dropping",
        "search-kept",
        "preferred-term",
    ),
    "reader": (
        "sensitive-folded",
        "sensitive-opened",
        "reading",
        "noted",
        "noting",
        "selecting",
        "contents",
        "finding",
    ),
    "my-casebook": ("my-casebook", "my-notes", "my-reading", "my-searches", "renaming", "moving"),
    "sessions": (
        "sessions",
        "planner",
        "planner-aside",
        "planner-step",
        "planner-details",
        "session-log",
        "envelope",
        "adding",
        "correcting",
        "leaflet",
    ),
    "get-help": ("get-help", "get-help-none", "get-help-checked", "get-help-paper"),
    "updates": (
        "updates",
        "drive-told",
        "drive-found",
        "update-offered",
        "update-offer-compared",
        "update-under-way",
        "update-refused",
        "update-news",
        "update-history",
        "update-marks",
        "update-compared",
        "publisher",
        "publisher-editions",
        "publisher-card",
        "publisher-off",
        "publisher-changing",
        "publisher-refused",
        "stick",
        "stick-copied",
        "update-found",
        "update-fetched",
        "withdrawn",
    ),
    "settings": ("preferences", "welcome", "keys", "about"),
    "window": ("menu", "printing", "rescue", "hidden"),
}
MOST_USED = (
    "drive-found",
    "update-news",
    "update-history",
    "update-compared",
    "publisher",
    "publisher-editions",
    "search",
    "reading",
    "noted",
    "my-casebook",
    "planner",
    "get-help",
    "update-offered",
    "preferences",
    "nothing-found",
)

_STUDY = EntryId("fieldcat", Kind.CASE_STUDY, "red-papaz-viguias")
_TERM = EntryId("fieldcat", Kind.TERM, "child-sexual-abuse-material")
_THUMBNAIL = 620
_CAPTION = 30
_COLUMNS, _ROWS = 3, 32
"""Of a contact sheet: columns, and rows at the most; a higher picture few programs open."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is painted. ``voice`` names one of the ways in which a window speaks."""

    width: int = 1366
    height: int = 768
    scale: float = 1.0
    dark: bool = False
    contrast: bool = False
    voice: str = "en"

    @property
    def name(self) -> str:
        """The look as a part of a file's name."""
        colours = "contrast" if self.contrast else "dark" if self.dark else "light"
        parts = [f"{self.width}x{self.height}", colours]
        parts += [f"{self.scale:.0%}".replace("%", "")] if self.scale > 1 else []
        parts += [self.voice] if self.voice != "en" else []
        return "-".join(parts)


ALWAYS = (Look(), Look(1024, 600, dark=True))
OFTEN = (
    Look(dark=True),
    Look(1024, 600),
    Look(1366, 697, scale=1.5),
    Look(1920, 1080),
    Look(scale=2.0),
    Look(contrast=True),
    Look(voice="es"),
    Look(voice="rtl"),
    Look(1024, 600, dark=True, voice="rtl"),
    Look(1024, 600, scale=2.0, dark=True),
    Look(1024, 600, scale=2.0, dark=True, voice="es"),
    Look(1024, 600, scale=2.0, dark=True, voice="rtl"),
    Look(voice="pseudo"),
    Look(1366, 768, scale=1.5, voice="pseudo"),
)


def looks(state: str) -> tuple[Look, ...]:
    """The looks that a state is painted in."""
    return ALWAYS + OFTEN if state in MOST_USED else ALWAYS


def high_contrast() -> QPalette:
    """A palette such as a system in high contrast has: white and yellow on black."""
    role, made = QPalette.ColorRole, QPalette()
    grounds = (role.Window, role.Base, role.Button, role.AlternateBase, role.ToolTipBase)
    inks = (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.ToolTipText)
    for colour_role in grounds:
        made.setColor(colour_role, QColor("black"))
    for colour_role in inks:
        made.setColor(colour_role, QColor("white"))
    for colour_role in (role.Link, role.LinkVisited, role.Accent):
        made.setColor(colour_role, QColor("yellow"))
    made.setColor(role.Highlight, QColor("#1aebff"))
    made.setColor(role.HighlightedText, QColor("black"))
    return made


def bundled(services: Services, folder: Path) -> Material:
    """What the states show of the casebook that comes with the program.

    ``folder`` is for files with another edition of it.
    """
    years = frozenset({"2022", "2023", "2024"})
    found = Query(
        "hotline colombia", {Facet.TOPIC: frozenset({"reporting-abuse"}), Facet.YEAR: years}
    )
    entry, term = services.read(_STUDY, None), services.read(_TERM, None).part
    words = next(
        (block.id, span.text)
        for section in entry.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and not section.sensitive
        for span in block.line
        if isinstance(span, Text) and len(span.text) > 60
    )
    damaged = folder / "holiday pictures.fieldcat"
    damaged.write_bytes(b"no edition")
    return Material(
        found=found,
        nothing=Query(
            "helplne tanzania",
            {Facet.KIND: frozenset({"funding"}), Facet.YEAR: frozenset({"2022"})},
        ),
        study=_STUDY,
        other=_TERM,
        passage=Passage(words[0], " ".join(words[1].split()[:8])),
        discouraged=term.discouraged[0].word if isinstance(term, Term) and term.discouraged else "",
        folder="Workshop in May",
        note="Ask the group who would ring such a line, and what would keep them from it.",
        search="Hotlines in Colombia",
        edition=next_edition(Path(__file__).resolve().parent.parent, folder),
        damaged=damaged,
        card=_card(folder),
    )


def _card(folder: Path) -> Path:
    """The card of a publisher that nothing is known of yet; its keys are those for development."""
    root = resource("casebook.root.json").read_bytes()
    card = Card("tales", "Tales of the Lake", "The Tellers", root, "https://example.org/tales/")
    (folder / "tales.fieldcat-card").write_bytes(encode_card(card))
    return folder / "tales.fieldcat-card"


@contextmanager
def speaking(app: QApplication, voice: str) -> Iterator[None]:
    """Let windows that are made now speak in one of the ways."""
    speak(app, "es" if voice == "es" else "en")
    translator = Pseudo()
    if voice == "pseudo":
        app.installTranslator(translator)
    if voice == "rtl":
        QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Jordan))
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    app.removeTranslator(translator)


def main(folder: Path) -> int:
    """Paint all pictures and contact sheets into a folder; gives the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    app = made_application(["screenshots"])
    # As in the program: a job's thread must not delete what Qt made.
    collecting = Collecting(app)
    system = [SystemLook()]
    theme = Theme(app, look=lambda: system[0])
    painted: dict[str, list[Path]] = {page: [] for page in PAGES}

    def paint(window: MainWindow, material: Material, page: str, state: str, look: Look) -> None:
        system[0] = SystemLook(
            high_contrast=look.contrast, palette=high_contrast() if look.contrast else None
        )
        window.resize(look.width, look.height)
        theme.set_dark(look.dark)
        theme.set_scale(look.scale)
        theme.refresh()
        root = STATES[state](window, material)
        name = state if state.startswith(page) else f"{page}-{state}"
        path = folder / f"{name}-{look.name}.png"
        picture = window.grab()
        if root is not window:
            # A menu is a window of its own, over the other.
            painter = QPainter(picture)
            painter.drawPixmap(root.pos() - window.pos(), root.grab())
            painter.end()
        picture.save(str(path))
        painted[page].append(path)
        tidy(window)

    for voice in ("en", "es", "pseudo", "rtl"):
        with speaking(app, voice), _casebook(voice) as (services, material):
            fill(services, material)
            window = MainWindow(services, theme)
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.show()
            settle(window)
            for page, states in PAGES.items():
                for state in states:
                    for look in looks(state):
                        if look.voice == voice:
                            paint(window, material, page, state, look)
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collecting.end()
    for page, files in painted.items():
        contact_sheet(sorted(files), folder / f"sheet-{page}.png")
    print(f"{sum(map(len, painted.values()))} pictures, {len(painted)} contact sheets in {folder}")
    return 0


@contextmanager
def _casebook(voice: str) -> Iterator[tuple[Services, Material]]:
    """The bundled casebook, or (from right to left) one in Arabic."""
    if voice == "rtl":
        yield arabic_casebook().services(), ARABIC_MATERIAL
        return
    with TemporaryDirectory() as data, TemporaryDirectory() as files:
        workbench = wiring.open_workbench(data)
        services = wiring.window_services(workbench, language="es" if voice == "es" else "en")
        services.set_preference("welcome.seen", "yes")
        yield services, bundled(services, Path(files))
        workbench.close()


def contact_sheet(files: Sequence[Path], sheet: Path) -> None:
    """Put pictures side by side, each with its name, into one."""
    heights = [
        QImage(str(file)).scaledToWidth(_THUMBNAIL).height() + _CAPTION + 10 for file in files
    ]
    columns = max(_COLUMNS, -(-len(files) // _ROWS))
    rows = [heights[at : at + columns] for at in range(0, len(files), columns)]
    size = (columns * (_THUMBNAIL + 12) + 12, sum(map(max, rows)) + 12)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#8a8a8a"))
    painter = QPainter(image)
    painter.setFont(QFont(font(TextRole.META_STRONG)))
    painter.setPen(QColor("white"))
    top = 6
    for at in range(0, len(files), columns):
        for column, file in enumerate(files[at : at + columns]):
            left = 12 + column * (_THUMBNAIL + 12)
            caption = QRect(left, top, _THUMBNAIL, _CAPTION)
            painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, file.stem)
            thumbnail = QImage(str(file)).scaledToWidth(
                _THUMBNAIL, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(left, top + _CAPTION, thumbnail)
        top += max(heights[at : at + columns])
    painter.end()
    image.save(str(sheet))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")))
