"""What goes into the packaged program, and what stays out and why.

PyInstaller follows imports and libraries; it takes more than is used. What is left out is listed
here by what it is, so that whoever misses something finds the line to take away.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path

LEFT_OUT: dict[str, str] = {
    "*/PySide6/*translations/*": "Qt's own words: the window has its own dialogs, in its own words",
    "*/plugins/imageformats/*qgif*": "a casebook's pictures are PNG, JPEG and WebP",
    "*/plugins/imageformats/*qicns*": "the same",
    "*/plugins/imageformats/*qpdf*": "the same",
    "*/plugins/imageformats/*qtga*": "the same",
    "*/plugins/imageformats/*qtiff*": "the same",
    "*/plugins/imageformats/*qwbmp*": "the same",
    "*/plugins/networkinformation/*": "nothing asks whether there is a network",
    "*/plugins/tls/*": "the web is spoken to by urllib3, never by Qt",
    "*/plugins/platforminputcontexts/*virtualkeyboard*": "it needs QML",
    "*/plugins/platforms/*eglfs*": "for devices without a desktop",
    "*/plugins/platforms/*linuxfb*": "the same",
    "*/plugins/platforms/*minimal*": "for Qt's own tests",
    "*/plugins/platforms/*vkkhrdisplay*": "for devices without a desktop",
    "*/plugins/platforms/*vnc*": "it would show the screen to others",
    "*/plugins/egldeviceintegrations/*": "for devices without a desktop",
    "*/plugins/generic/*": "the same",
    "*/plugins/sqldrivers/*": "databases are read without Qt",
    "*/plugins/designer/*": "for those who draw windows in Designer",
    "*/plugins/qml*/*": "nothing here is QML",
    "*/plugins/vectorimageformats/*": "pictures that move",
    "*/plugins/wayland-graphics-integration-server/*": "for who writes a desktop",
    "*/plugins/wayland-graphics-integration-client/*-server*": "the same, and for devices",
    "*/plugins/wayland-shell-integration/*fullscreen*": "for devices that show one window",
    "*/plugins/wayland-shell-integration/*ivi*": "for cars",
    "*/plugins/wayland-shell-integration/*qt-shell*": "for a desktop that is made with Qt's parts",
    "*/plugins/wayland-shell-integration/*wl-shell*": "for desktops from before 2018",
    "*/plugins/platformthemes/*gtk3*": "the window has its own look; GTK is large",
    "*libQt6EglFS*": "for devices without a desktop",
    "*Qt6Pdf*": "fieldcat writes PDF files and reads none",
    "*Qt6Qml*": "nothing here is QML",
    "*Qt6Quick*": "the same",
    "*Qt6VirtualKeyboard*": "the same",
    "*Qt6WaylandCompositor*": "for who writes a desktop",
    "*/QtPdf*": "as above; macOS calls the libraries so",
    "*/QtQml*": "the same",
    "*/QtQuick*": "the same",
    "*/QtVirtualKeyboard*": "the same",
    "*opengl32sw.dll": "20 MB of drawing in three dimensions; the window draws by itself",
    "*d3dcompiler*.dll": "the same",
    "*libreadline*": "nothing is typed into Python",
    "*libncurses*": "the same",
    "*libtinfo*": "the same",
    "*lib-dynload/readline*": "the same",
    "*lib-dynload/_curses*": "the same",
    "*lib-dynload/_tkinter*": "windows are Qt's",
    "*lib-dynload/_test*": "Python's own tests",
    "*lib-dynload/_xxtestfuzz*": "the same",
    "*lib-dynload/audioop*": "nothing is heard",
    "*lib-dynload/ossaudiodev*": "the same",
    "*lib-dynload/_codecs_*": "text is UTF-8; these are codings of East Asian systems of old",
    "*lib-dynload/_multibytecodec*": "the same",
    "*/zstandard/_cffi*": "for other Pythons; this one has the backend in C",
    "*.pyi": "types, for those who write programs",
    "*/include/*": "the same",
    "*/py.typed": "the same",
}
"""Patterns of files, as they would lie in the program's folder with `/`, and why each stays out."""

SYSTEMS_OWN: dict[str, str] = {
    "libstdc++.so.*": "drivers of the screen need the system's, which may be newer",
    "libgcc_s.so.*": "the same",
    "libX11*.so.*": "goes with the desktop",
    "libXau.so.*": "the same",
    "libXdmcp.so.*": "the same",
    "libxcb.so.*": "the same",
    "libxcb-randr.so.*": "the same",
    "libxcb-render.so.*": "the same",
    "libxcb-shape.so.*": "the same",
    "libxcb-shm.so.*": "the same",
    "libxcb-sync.so.*": "the same",
    "libxcb-xfixes.so.*": "the same",
    "libwayland-*.so.*": "the same",
    "libfontconfig.so.*": "reads the system's settings for fonts",
    "libfreetype.so.*": "goes with that",
    "libglib-2.0.so.*": "goes with the desktop",
    "libgthread-2.0.so.*": "the same",
    "libdbus-1.so.*": "speaks to the desktop's own, as for screen readers",
    "libcups.so.*": "speaks to the system's printers",
    "libgssapi_krb5.so.*": "Qt's network parts ask for it; every desktop has it",
    "libz.so.*": "every system has it",
    "libzstd.so.*": "the same",
}
"""Libraries of a Linux desktop that a program takes from there, and why."""

MODULES_LEFT_OUT: dict[str, str] = {
    "tkinter": "windows are Qt's",
    "unittest": "tests",
    "doctest": "the same",
    "test": "the same",
    "pytest": "the same",
    "hypothesis": "the same",
    "pdb": "for those who write programs",
    "pydoc": "the same",
    "lib2to3": "the same",
    "distutils": "the same",
    "setuptools": "the same",
    "pkg_resources": "the same",
    "mypy": "the same",
    "pygments": "colours for tracebacks of Mako, which nobody sees",
    "babel": "names of countries were taken from it when fieldcat was made",
    "libzim": "29 MB under the GPL; whoever makes files for Kiwix installs it",
    "curses": "nothing is drawn in a terminal",
    "readline": "nothing is typed into Python",
    "multiprocessing": "processes of its own are fieldcat's command line (services/children.py)",
    "PySide6.QtQml": "nothing here is QML",
    "PySide6.QtTest": "tests",
    "greenlet": "SQLAlchemy's way of waiting for many at once; fieldcat has threads",
    "sqlalchemy.ext.mypy": "for those who write programs",
    "sqlalchemy.testing": "tests",
    "alembic.testing": "tests",
}
"""Modules that are never asked for, and why."""

PUBLISHERS_ALONE: dict[str, str] = {
    "cryptography": "signing; verifying needs none of it",
    "cffi": "the same",
    "markdown_it": "texts of a workspace; bundles carry none",
    "mdurl": "the same",
    "yaml": "the same",
    "mdit_py_plugins": "texts of others that become drafts",
    "mammoth": "the same",
    "selectolax": "the same",
    "PIL": "pictures of a workspace are scaled down",
}
"""Modules that only `fieldcat-publisher` has."""

_WITHOUT_DOCSTRINGS = {"sqlalchemy", "alembic", "whoosh", "mako", *sys.stdlib_module_names}
"""Modules whose docstrings nobody reads in a packaged program; they cost room and memory."""

HIDDEN = ("fieldcat.ui.updates.page", "sqlalchemy.dialects.sqlite", "logging.config")
"""Modules that are asked for by a name that PyInstaller cannot see."""


def is_wanted(name: str) -> bool:
    """Whether a file goes into the program's folder; ``name`` is its path in there."""
    path = "/" + name.replace("\\", "/")
    if any(fnmatch(path, pattern) for pattern in LEFT_OUT):
        return False
    return not any(fnmatch(path.rpartition("/")[2], pattern) for pattern in SYSTEMS_OWN)


def still_needed(
    binaries: list[tuple[str, str, str]], imports: Callable[[str], Iterable[str]]
) -> list[tuple[str, str, str]]:
    """Those of PyInstaller's binaries that something asks for, now that others were left out.

    ``imports`` gives the names of the libraries that a file is linked with. Extension modules and
    plugins are asked for by themselves; libraries lie at the top, or in Qt's own folder of them.
    """
    libraries = {name.rpartition("/")[2]: (name, path, kind) for name, path, kind in binaries}
    own = [entry for entry in binaries if entry[2] == "EXTENSION" or not _is_library(entry[0])]
    waiting = [path for _, path, _ in own]
    needed = {name for name, _, _ in own}
    while waiting:
        for wanted in imports(waiting.pop()):
            name, path, _ = libraries.get(wanted, ("", "", ""))
            if name and name not in needed:
                needed.add(name)
                waiting.append(path)
    names = {name.rpartition("/")[2] for name in needed}
    return [entry for entry in binaries if entry[0].rpartition("/")[2] in names]


def _is_library(name: str) -> bool:
    folder, _, file = name.replace("\\", "/").rpartition("/")
    is_python = file.startswith(("libpython", "python3"))
    return folder in ("", "PySide6/Qt/lib") and not is_python


def excluded_modules(*, publisher: bool) -> list[str]:
    """The modules that PyInstaller need not look for."""
    return [*MODULES_LEFT_OUT, *(() if publisher else PUBLISHERS_ALONE)]


def hidden_imports(*, publisher: bool) -> list[str]:
    """The modules that PyInstaller would not find."""
    return [*HIDDEN, *(PUBLISHERS_ALONE if publisher else ())]


def how_compiled(module: str, kind: str) -> str:
    """How PyInstaller compiles a module: with its docstrings, or without them and its asserts."""
    return "PYMODULE-2" if module.split(".")[0] in _WITHOUT_DOCSTRINGS else kind


RESOURCES = ("fonts", "icons", "licences", "places", "training")
"""Folders of ``resources/`` that go into the program as they are."""
PUBLISHERS_RESOURCES = ("ingesting",)
"""Those that only ``fieldcat-publisher`` has."""


def data_files(root: Path, staged: Path, *, publisher: bool) -> list[tuple[str, str]]:
    """Files that are no modules: where each is, and the folder of the program it goes to."""
    resources = root / "resources"
    folders = (*RESOURCES, *(PUBLISHERS_RESOURCES if publisher else ()))
    found = [(str(resources / folder), f"fieldcat/_data/{folder}") for folder in folders]
    words = (resources / "translations").glob("*.qm")
    found += [(str(path), "fieldcat/_data/translations") for path in words]
    migrations = "fieldcat/storage/migrations"
    found += [
        (str(path), str(Path(migrations, path.parent.relative_to(root / "src" / migrations))))
        for path in (root / "src" / migrations).rglob("*.py")
    ]
    # What the build made: the casebook and its index, the facts of this build, packages' metadata.
    found += [
        (str(path), str(path.parent.relative_to(staged / "program")))
        for path in (staged / "program").rglob("*")
        if path.is_file()
    ]
    return found


_OPENED = {
    "edition": ("fieldcat", "fieldcat edition"),
    "card": ("fieldcat-card", "fieldcat publisher's card"),
}
"""Kinds of files that a double click opens: how their names end, and what a Mac calls them."""


def mac_information() -> dict[str, object]:
    """What macOS is told of the program: files that it opens, and the oldest system."""
    return {
        "CFBundleDisplayName": "fieldcat",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": words,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"org.fieldcat.{kind}"],
            }
            for kind, (_, words) in _OPENED.items()
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"org.fieldcat.{kind}",
                "UTTypeDescription": words,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [extension],
                    "public.mime-type": [f"application/vnd.fieldcat.{kind}"],
                },
            }
            for kind, (extension, words) in _OPENED.items()
        ],
    }
