"""What goes into the packaged program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.package import archives, parts


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "libxcb-cursor.so.0",
        "fieldcat/_data/translations/fieldcat_es.qm",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
    ],
)
def test_what_the_window_needs_goes_in(name: str) -> None:
    assert parts.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libivi-shell.so",
        "PySide6/Qt/plugins/wayland-graphics-integration-client/libshm-emulation-server.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\Qt6Quick.dll",
        "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
        "QtQml",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "libstdc++.so.6",
    ],
)
def test_what_nobody_uses_and_what_a_desktop_has_stays_out(name: str) -> None:
    assert not parts.is_wanted(name)


def test_signing_and_reading_workspaces_is_for_publishers_alone() -> None:
    assert {"cryptography", "yaml", "markdown_it"} <= set(parts.excluded_modules(publisher=False))
    assert not set(parts.PUBLISHERS_ALONE) & set(parts.excluded_modules(publisher=True))


def test_help_is_made_of_docstrings_which_therefore_stay_in_fieldcat() -> None:
    assert parts.how_compiled("fieldcat.cli", "PYMODULE") == "PYMODULE"
    assert parts.how_compiled("sqlalchemy.engine", "PYMODULE") == "PYMODULE-2"


def test_libraries_go_with_the_last_that_asked_for_them() -> None:
    binaries = [
        ("PySide6/QtGui.abi3.so", "gui", "EXTENSION"),
        ("Stemmer.cpython-311-x86_64-linux-gnu.so", "stemmer", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "qtgui", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libpng.so.1", "png", "BINARY"),
        ("libgtk.so.3", "gtk", "BINARY"),
        ("libcairo.so.2", "cairo", "BINARY"),
    ]
    asks = {
        "gui": ["libQt6Gui.so.6", "libc.so.6"],
        "qtgui": ["libpng.so.1"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libpng.so.1"],
        "gtk": ["libcairo.so.2"],
    }
    kept = parts.still_needed(binaries, lambda path: asks.get(path, []))
    assert [name for name, _, _ in kept] == [
        "PySide6/QtGui.abi3.so",
        "Stemmer.cpython-311-x86_64-linux-gnu.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libQt6Gui.so.6",
        "libpng.so.1",
    ]


def test_a_zip_file_is_the_same_to_the_byte_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "fieldcat"
    (folder / "fieldcat-data").mkdir(parents=True)
    (folder / "fieldcat.exe").write_text("program")
    first = archives.write_zip(folder, tmp_path / "1.zip").read_bytes()
    (folder / "fieldcat.exe").touch()
    assert archives.write_zip(folder, tmp_path / "2.zip").read_bytes() == first


def test_checksums_are_written_as_they_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"")
    written = archives.write_checksums([tmp_path / "a.deb"], tmp_path / "all.sha256").read_text()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert written == f"{empty}  a.deb\n"


def test_every_folder_that_fieldcat_looks_into_goes_in(root: Path) -> None:
    asked = {
        folder
        for file in (root / "src" / "fieldcat").rglob("*.py")
        for folder in re.findall(r'resource\("(\w+)"', file.read_text(encoding="utf-8"))
    }
    packed = {*parts.RESOURCES, *parts.PUBLISHERS_RESOURCES}
    # Translations go in built, and the index is made when the program is.
    assert asked - {"translations", "index"} == packed
    assert all((root / "resources" / folder).is_dir() for folder in packed)


def test_what_only_publishers_look_into_is_not_in_the_other_program(root: Path) -> None:
    def folders(*, publisher: bool) -> set[str]:
        found = parts.data_files(root, root / "nowhere", publisher=publisher)
        return {target for _, target in found}

    assert folders(publisher=True) - folders(publisher=False) == {"fieldcat/_data/ingesting"}
