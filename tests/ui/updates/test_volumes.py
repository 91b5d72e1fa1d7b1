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
from fieldcat.ui.pages.preferences_page import PreferencesPage
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
    files, name, came = found.args
    root = tmp_path / "stick"
    assert files == (root / "tales-8.fieldcat", root / "more" / "news-2.FIELDCAT")
    assert (name, came) == ("KITABU", True)


def test_a_drive_is_told_of_once_and_again_when_it_comes_back(
    volumes: Volumes, mounted: list[Volume], tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    volumes.found.connect(lambda _files, name, _came: told.append(name))
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
    volumes.found.connect(lambda _files, name, _came: told.append(name))
    volumes.start()
    qtbot.waitUntil(lambda: volumes.looked > 1)
    mounted += [stick(tmp_path, "letter.txt"), Volume(tmp_path / "gone", "Gone")]
    seen = volumes.looked
    qtbot.waitUntil(lambda: volumes.looked > seen + 2)
    assert told == []


def test_a_drive_that_is_there_at_the_start_is_looked_at_if_it_was_plugged_in(
    mounted: list[Volume], tmp_path: Path, qtbot: QtBot
) -> None:
    mounted.append(stick(tmp_path, "tales-8.fieldcat"))
    volumes = Volumes(lambda: tuple(mounted), plugged=lambda root: root.name == "stick", every=0.01)
    told: list[tuple[str, bool]] = []
    volumes.found.connect(lambda _files, name, came: told.append((name, came)))
    volumes.start()
    qtbot.waitUntil(lambda: volumes.looked > 2)
    volumes.stop()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("KITABU", False)]


def test_files_in_a_watched_folder_are_found_once_they_are_no_more_written_to(
    volumes: Volumes, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Downloads"
    (folder / "within").mkdir(parents=True)
    (folder / "within" / "not.fieldcat").touch()
    (folder / "old.fieldcat").write_bytes(b"old")
    told: list[Path] = []
    volumes.found.connect(lambda files, _name, _came: told.extend(files))
    volumes.watched = (folder,)
    volumes.start()
    qtbot.waitUntil(lambda: told == [folder / "old.fieldcat"])
    with (folder / "new.fieldcat").open("wb") as file:
        for count in range(4):
            file.write(bytes(count + 1))
            file.flush()
            seen = volumes.looked
            qtbot.waitUntil(lambda seen=seen: volumes.looked > seen)
    qtbot.waitUntil(lambda: (folder / "new.fieldcat") in told)
    with (folder / "old.fieldcat").open("ab") as file:  # never empty, which would be told, too
        file.write(b"er")
    qtbot.waitUntil(lambda: told.count(folder / "old.fieldcat") == 2)
    volumes.watched = ()
    seen = volumes.looked
    qtbot.waitUntil(lambda: volumes.looked > seen + 2)
    (folder / "later.fieldcat").touch()
    seen = volumes.looked
    qtbot.waitUntil(lambda: volumes.looked > seen + 2)
    assert (folder / "later.fieldcat") not in told


def test_a_watched_folder_that_is_gone_is_no_fault(
    volumes: Volumes, tmp_path: Path, qtbot: QtBot
) -> None:
    volumes.watched = (tmp_path / "gone",)
    volumes.start()
    qtbot.waitUntil(lambda: volumes.looked > 3)


def test_the_system_says_what_is_mounted() -> None:
    found = list(mounted_volumes())
    assert found
    assert all(volume.root.exists() and volume.name for volume in found)


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


def test_what_was_declined_is_not_offered_again_unless_its_drive_comes(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.updating.find((EDITION,), "Downloads", came=False)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.toast.button.click()
    window.updates.card.left.emit()
    window.toast.hide()
    window.updating.find((EDITION,), "Downloads", came=False)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert list(window.updating.offers) == []
    assert not window.toast.isVisible()
    window.updating.find((EDITION,), "KITABU")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.toast.words == "“KITABU” holds Made-up casebook, edition 2."


# --- folders that are watched ------------------------------------------------------------------


def test_folders_are_added_and_taken_away_in_the_preferences(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.show_page("preferences")
    page = window.page
    assert isinstance(page, PreferencesPage)
    page.watched.add(Path("/here/updates"))
    page.watched.add(Path("/here/updates"))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.preferences["updates.watched"] == str(Path("/here/updates"))
    [remove] = page.watched.remove_buttons
    assert remove.accessibleName() == "Look into updates no more"
    remove.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.preferences.watched == ()


# --- what came with a newer program ------------------------------------------------------------


def test_a_newer_edition_that_came_with_the_program_is_taken_in_once(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.shipped = EDITION
    with qtbot.waitSignal(window.updating.offers.taken):
        window.updating.take_in_shipped()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.page is window.casebook
    assert len(fake.updates.taken) == 1
    words = "Made-up casebook, edition 2 came with this fieldcat, and is in use now."
    assert window.toast.words == words
    window.toast.button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.taken == []


def test_where_nothing_newer_came_nothing_is_done(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.updating.take_in_shipped()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.looked_at == []
