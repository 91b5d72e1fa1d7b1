"""The Debian package, and what a desktop is told of the program."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path

from tools import bootstrap
from tools.package import elf, icons
from tools.package.archives import epoch

NAME = "org.fieldcat.fieldcat"
_PLUGINS_OWN = ("libcups.so.2",)
"""Libraries that only a plugin asks for, without which the program does without the plugin."""
_OF_LIBC = ("libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "libutil.so", "ld-linux")
_PACKAGE_OF = {
    **bootstrap.PACKAGE_OF_LIBRARY,
    "libcups.so.2": "libcups2",
    "libgcc_s.so.1": "libgcc-s1",
    "libresolv.so.2": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
}
_MAINTAINER = "The fieldcat developers <fieldcat@example.org>"
_CHANGES = """\
fieldcat ({version}) stable; urgency=medium

  * What is new is told in CHANGELOG.md, in the words of those who use it.

 -- {maintainer}  {moment}
"""
_CONTROL = """\
Package: fieldcat
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: ca-certificates, {recommends}, shared-mime-info
Section: education
Priority: optional
Description: offline casebook on child online safety
 Case studies on what protected children online, to be searched, filtered and
 read without any connection, with the organisations, help services and terms
 that they name. For people who train others.
"""
_OVERRIDES = """\
# The program is frozen with the libraries that it was tested with; docs/packaging.md says which
# are taken from the system.
fieldcat: embedded-library *
fieldcat: custom-library-search-path *
fieldcat: unstripped-binary-or-object *
fieldcat: hardening-no-relro *
fieldcat: hardening-no-pie *
fieldcat: hardening-no-fortify-functions *
fieldcat: library-not-linked-against-libc *
fieldcat: shared-library-lacks-prerequisites *
fieldcat: shared-library-lacks-version *
fieldcat: exit-in-shared-library *
fieldcat: package-installs-python-egg *
fieldcat: extra-license-file *
fieldcat: no-manual-page *
fieldcat: executable-stack-in-shared-library *
fieldcat: initial-upload-closes-no-bugs *
# The same letters wherever it runs, in every language of the window: its fonts come along.
fieldcat: duplicate-font-file *
"""
_COPYRIGHT = """\
fieldcat, an offline casebook. The licences of all that is inside, with their
words, are shown by `fieldcat licences` and by the page About of the window.

"""


def write_desktop_files(root: Path, share: Path, *, version: str, day: str) -> None:
    """Write what desktops look for under ``share/``: starter, icons, kind of file, AppStream."""
    source = root / "packaging" / "linux"
    for name, folder in (
        (f"{NAME}.desktop", "applications"),
        (f"{NAME}.xml", "mime/packages"),
        (f"{NAME}.metainfo.xml", "metainfo"),
    ):
        text = (source / name).read_text(encoding="utf-8")
        target = share / folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            text.replace("@VERSION@", version).replace("@DAY@", day), encoding="utf-8"
        )
    drawing = root / "packaging" / "icons" / "fieldcat.svg"
    icons.write_pngs(drawing, share / "icons" / "hicolor")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable / f"{NAME}.svg")


def write_deb(root: Path, program: Path, work: Path, target: Path, *, version: str) -> Path:
    """Make the Debian package of a frozen folder; gives the file."""
    shutil.rmtree(work, ignore_errors=True)
    home, share = work / "usr" / "lib" / "fieldcat", work / "usr" / "share"
    shutil.copytree(program, home, symlinks=True)
    (work / "usr" / "bin").mkdir()
    (work / "usr" / "bin" / "fieldcat").symlink_to("../lib/fieldcat/fieldcat")
    day = _day()
    write_desktop_files(root, share, version=version, day=day)
    documents = share / "doc" / "fieldcat"
    documents.mkdir(parents=True)
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    (documents / "copyright").write_text(_COPYRIGHT + licence, encoding="utf-8")
    moment = formatdate(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    changes = _CHANGES.format(version=version, maintainer=_MAINTAINER, moment=moment)
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), 9, mtime=0))
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    (overrides / "fieldcat").write_text(_OVERRIDES, encoding="utf-8")
    _even_out(work)
    depends, recommends = needed_packages(home)
    control = work / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        _CONTROL.format(
            version=version,
            maintainer=_MAINTAINER,
            kilobytes=sum(path.lstat().st_size for path in work.rglob("*")) // 1024,
            depends=", ".join(depends),
            recommends=", ".join(recommends),
        ),
        encoding="utf-8",
    )
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z7", "--build", str(work), str(target)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch())},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return target


def needed_packages(program: Path) -> tuple[list[str], list[str]]:
    """Debian's packages that the frozen folder needs, and those that only a plugin needs."""
    binaries = list(_binaries(program))
    own = {path.name for path in binaries}
    asked = {name for path in binaries for name in elf.needs(str(path))} - own
    asked = {name for name in asked if not name.startswith(_OF_LIBC)}
    # What Qt looks for by itself when it first draws.
    asked |= {"libGL.so.1", "libEGL.so.1"}
    if unknown := asked - _PACKAGE_OF.keys():
        raise LookupError(f"no Debian package is known for {', '.join(sorted(unknown))}")
    depends = {_PACKAGE_OF[name] for name in asked if name not in _PLUGINS_OWN} - {"libc6"}
    recommends = {_PACKAGE_OF[name] for name in asked if name in _PLUGINS_OWN}
    return ["libc6 (>= 2.36)", *sorted(depends)], sorted(recommends)


def _binaries(program: Path) -> Iterator[Path]:
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _even_out(work: Path) -> None:
    """Give every file the rights that Debian wants, whatever the umask was."""
    for path in [work, *work.rglob("*")]:
        if path.is_symlink():
            continue
        executable = path.is_dir() or path.name in ("fieldcat", "fieldcat-cli")
        inside = "lintian" not in path.parts
        path.chmod(0o755 if path.is_dir() or (executable and inside) else 0o644)


def _day() -> str:
    from tools.package.staging import day

    return day()
