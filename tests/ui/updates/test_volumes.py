"""A drive that is plugged in is found, and its editions offered quietly, never taken in unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import EDITION, FakeCasebook

from fieldcat.errors import BundleForeignError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.navigation import NavigationButton
from fieldcat.ui.volumes import Volume, Volumes, mounted_volumes


@pytest.fixture
def mounted(tmp_path: Path) -> list[Volume]:
    """What is mounted: a disk that was there at the start, with an edition on it."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "old.fieldcat").touch()
    return [Volume(tmp_path / "disk", "Disk")]


@pytest.fixture
def volumes(mounted: list[Volume]) -> Iterator[Volumes]:
    watching = Volumes(lambda: tuple(mounted), every=0.01)
    yield watching
    watching.stop()


def stick(folder: Path, *names: str) -> Volume:
    for name in names:
        path = folder / "stick" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (folder / "stick").mkdir(exist_ok=True)
    return Volume(folder / "stick", "KITABU")


def test_editions_on_a_drive_that_appears_are_found(
    volumes: Volumes, mounted: list[Volume], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(volumes.found) as found:
        volumes.start()
        qtbot.waitUntil(lambda: volumes.looked > 1)
        names = ("tales-8.fieldcat", "letter.txt", "more/news-2.FIELDCAT", "more/deep/no.fieldcat")
        mounted.append(stick(tmp_path, *names))
    files, name = found.args
    root = tmp_path / "stick"
    assert files == (root / "tales-8.fieldcat", root / "more" / "news-2.FIELDCAT")
    assert name == "KITABU"


def test_a_drive_is_told_of_once_and_again_when_it_comes_back(
    volumes: Volumes, mounted: list[Volume], tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    volumes.found.connect(lambda _files, name: told.append(name))
    volumes.start()
    qtbot.waitUntil(lambda: volumes.looked > 1)
    plugged = stick(tmp_path, "tales-8.fieldcat")
    for times in (1, 2):
        mounted.append(plugged)
        qtbot.waitUntil(lambda times=times: len(told) == times)
        seen = volumes.looked
        qtbot.waitUntil(lambda seen=seen: volumes.looked > seen + 2)
        assert len(told) == times
        seen = volumes.looked
        with qtbot.waitSignal(volumes.gone) as gone:
            mounted.remove(plugged)
        assert gone.args == [plugged.root]
        qtbot.waitUntil(lambda seen=seen: volumes.looked > seen + 2)


def test_a_drive_without_editions_or_that_cannot_be_read_is_not_told_of(
    volumes: Volumes, mounted: list[Volume], tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    volumes.found.connect(lambda _files, name: told.append(name))
    volumes.start()
    qtbot.waitUntil(lambda: volumes.looked > 1)
    mounted += [stick(tmp_path, "letter.txt"), Volume(tmp_path / "gone", "Gone")]
    seen = volumes.looked
    qtbot.waitUntil(lambda: volumes.looked > seen + 2)
    assert told == []


def test_the_system_says_what_is_mounted() -> None:
    assert Path("/") in {volume.root for volume in mounted_volumes()} or not Path("/").exists()


# --- in the window ----------------------------------------------------------------------------


def button(window: MainWindow) -> NavigationButton:
    return next(one for one in window.navigation.buttons if one.text() == "Updates")


def test_an_edition_that_is_news_is_offered_quietly(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.updating.find((EDITION,), "KITABU")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.page is window.casebook
    assert window.toast.words == "“KITABU” holds Made-up casebook, edition 2."
    assert button(window).accessibleName() == "Updates, an update is waiting"
    assert fake.updates.taken == []
    window.toast.button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.page is window.updates
    assert window.updates.detail.currentWidget() is window.updates.card
    row = window.updates.list.editions.rows[1]
    assert row.content is not None
    assert row.content.meta == "Edition 2, on “KITABU”"
    window.updates.card.left.emit()
    assert button(window).accessibleName() == "Updates"


def test_what_a_drive_offered_goes_with_it(window: MainWindow, qtbot: QtBot) -> None:
    window.updating.find((EDITION,), "KITABU")
    window.updating.open(Path("opened.fieldcat"))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.updating.lose(EDITION.parent)
    assert [offer.name for offer in window.updating.offers] == ["opened.fieldcat"]
    assert button(window).accessibleName() == "Updates"


@pytest.mark.parametrize("why", ["known", "foreign"])
def test_what_is_no_news_is_not_worth_a_word(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, why: str
) -> None:
    offered = fake.updates.found[EDITION]
    if why == "known":
        fake.updates.found[EDITION] = replace(offered, here=offered.edition.number, changes=())
    else:
        fake.updates.faults[EDITION] = BundleForeignError(publisher="The Tellers")
    window.updating.find((EDITION,), "KITABU")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert list(window.updating.offers) == []
    assert not window.toast.isVisible()


def test_while_all_is_hidden_nothing_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.hide_content()
    window.updating.find((EDITION,), "KITABU")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert not window.toast.isVisible()
    window.neutral.back.click()
    assert window.toast.words == "“KITABU” holds Made-up casebook, edition 2."
