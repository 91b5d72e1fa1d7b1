"""Pictures that weigh too much for a phone's hotspot, and words that do not say what they show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from fieldcat.domain.entry import Picture
from fieldcat.publishing import values
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace

_WIDEST = 2_400
"""Pixels: twice what the widest column of text has on a screen."""
_SAY_NOTHING = frozenset(
    (
        *("image", "picture", "photo", "photograph", "figure", "graphic", "chart", "logo", "img"),
        *("screenshot", "untitled", "imagen", "foto", "fotografía", "figura", "gráfico", "captura"),
    )
)


def heavy_pictures(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Pictures of more bytes, or wider, than they need be."""
    most = workspace.checks.picture_kilobytes
    for asset in workspace.assets:
        kilobytes = -(-asset.length // 1_000)
        if kilobytes > most:
            problem, remedy = f"weighs {kilobytes:,} kB", f"at most {most} kB"
        elif asset.width > _WIDEST:
            problem, remedy = f"is {asset.width:,} pixels wide", f"at most {_WIDEST:,}"
        else:
            continue
        remedy += ": make it smaller, or save it as WebP"
        yield Fault(asset.file, 0, "", problem, remedy, Level.WARNING, Rule.HEAVY_PICTURE)


def empty_words_for_pictures(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Pictures whose words are a file's name, or say only that there is a picture."""
    names = {asset.sha256: PurePosixPath(asset.file) for asset in workspace.assets}
    for draft in workspace.drafts:
        for section in draft.entry.sections:
            for block in section.blocks:
                if isinstance(block, Picture) and _says_nothing(block, names):
                    yield Fault(
                        draft.manuscript.file,
                        _line(draft, block.alternative),
                        "text",
                        f"the words {shown(block.alternative)} do not tell what a picture shows",
                        "what can be seen, for those who cannot see it",
                        Level.WARNING,
                        Rule.ALTERNATIVE_TEXT,
                    )


def _says_nothing(picture: Picture, names: dict[str, PurePosixPath]) -> bool:
    words = picture.alternative.casefold()
    if not words.strip():
        return False  # which is a fault of its own
    name = names.get(picture.asset)
    if name is not None and words in (name.name.casefold(), name.stem.casefold()):
        return True
    plain = [word.strip(".,:;") for word in words.replace("_", " ").replace("-", " ").split()]
    return all(word in _SAY_NOTHING or word.isdigit() for word in plain)


def _line(draft: Draft, alternative: str) -> int:
    lines = enumerate(draft.manuscript.text.split("\n"), draft.manuscript.text_line)
    wanted = f"![{alternative}]("
    found = (number for number, line in lines if wanted in values.one_line(line))
    return next(found, draft.manuscript.text_line)
