"""Freeze fieldcat for this platform, and make what is handed out of it, in `dist/`.

`--root` is the root that the program trusts for its casebook and `--release` the bundle that it
signed; without them they are those in data/, which are for development. `--keep` takes the frozen
folder in `dist/` as it is.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from tools.package import (
    archives,
    elf,
    icons,
    libraries,
    linux,
    macos,
    rehearsal,
    sbom,
    staging,
    windows,
)

from fieldcat import __version__
from fieldcat.errors import FieldcatError
from fieldcat.packaged import data_file, list_files
from fieldcat.storage.data_folder import PORTABLE

ROOT = Path(__file__).resolve().parents[2]
DIST, WORK = ROOT / "dist", ROOT / "build" / "package"
PRODUCTS = ("fieldcat", "fieldcat-publisher")


def main() -> int:
    """Build what was asked for; gives the exit status."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--product", choices=PRODUCTS, default=PRODUCTS[0])
    asked.add_argument("--root", type=Path)
    asked.add_argument("--release", type=Path)
    asked.add_argument("--keep", action="store_true")
    arguments = asked.parse_args()
    trusted = arguments.root or ROOT / "data" / "casebook.root.json"
    release = arguments.release or ROOT / "data" / "casebook.fieldcat"
    DIST.mkdir(exist_ok=True)
    folder = DIST / arguments.product
    if not arguments.keep:
        try:
            folder = frozen(arguments.product, release=release, trusted=trusted)
        except FieldcatError as fault:
            sys.exit(
                f"{release} is not signed by whom {trusted} names ({fault}). Make both with"
                " `make casebook KEYS=…` and your own keys (docs/publishing/releasing.md)."
            )
    made = handed_out(folder, arguments.product)
    archives.write_checksums(made, DIST / f"{stem(arguments.product)}.sha256")
    for path in made:
        print(f"{path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(ROOT)}")
    return 0


def stem(product: str) -> str:
    """How the names of what is handed out begin: ``fieldcat-0.1.0-linux-x86_64``."""
    return f"{product}-{__version__}-{platform_name()}"


def handed_out(folder: Path, product: str) -> list[Path]:
    """Make of a frozen folder what this platform hands out; gives the files."""
    name = stem(product)
    portable = WORK / product / "portable" / product
    shutil.rmtree(portable.parent, ignore_errors=True)
    shutil.copytree(folder, portable, symlinks=True)
    # Beside the program this folder makes it keep everything there: on the stick.
    (portable / PORTABLE).mkdir()
    shutil.copyfile(ROOT / "packaging" / "portable.txt", portable / PORTABLE / "READ-ME.txt")
    materials = sbom.write(folder, DIST / f"{name}.cdx.json", product=product)
    if sys.platform == "win32":
        made = [archives.write_zip(portable, DIST / f"{name}.zip"), materials]
        if product == PRODUCTS[0]:
            staged = WORK / product / "staged"
            made.append(windows.write_installer(ROOT, folder, staged, DIST / f"{name}.exe"))
        return made
    if sys.platform == "darwin":
        return [macos.write_image(folder.with_suffix(".app"), DIST / f"{name}.dmg"), materials]
    made = [archives.write_tar_xz(portable, DIST / f"{name}.tar.xz"), materials]
    if product == PRODUCTS[0]:
        deb = DIST / f"{product}_{__version__}_amd64.deb"
        made.append(linux.write_deb(ROOT, folder, WORK / product / "deb", deb, version=__version__))
    return made


def frozen(
    product: str,
    *,
    release: Path,
    trusted: Path,
    script: Path = ROOT / "packaging" / "start.py",
    dist: Path = DIST,
) -> Path:
    """Freeze a product into ``dist``; gives the folder that it lies in.

    Measurements have a ``script`` of theirs started in the place of the program's own.

    Raises:
        FieldcatError: the release is not signed by whom the root names.
    """
    staged = WORK / product / "staged"
    facts = staging.stage(ROOT, staged, product=product, release=release, trusted=trusted)
    drawing = ROOT / "packaging" / "icons" / "fieldcat.svg"
    icons.write_ico(drawing, staged / "fieldcat.ico")
    icons.write_icns(drawing, staged / "fieldcat.icns")
    icons.write_side(drawing, staged / "side.bmp")
    windows.write_version(staged / "version.txt", product, __version__, facts.day)
    rehearsal.rehearse(
        ROOT,
        code=data_file(staged / "program", ""),
        order=staged / rehearsal.ORDER,
    )
    command = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(dist), "--workpath", str(WORK / product / "work")]
    subprocess.run(
        [sys.executable, *command, *places, str(ROOT / "packaging" / "fieldcat.spec")],
        env={
            **os.environ,
            "FIELDCAT_PRODUCT": product,
            "FIELDCAT_SCRIPT": str(script),
            "FIELDCAT_STAGED": str(staged),
            "FIELDCAT_VERSION": __version__,
            "PYTHONHASHSEED": "0",
        },
        check=True,
    )
    folder = dist / product
    inner = folder / "_internal"
    if sys.platform.startswith("linux"):
        elf.strip_symbols(path for pattern in UNSTRIPPED for path in inner.glob(pattern))
    for path in folder.rglob("*"):
        # Sticks know no links, and the libraries find each other without.
        if path.is_symlink() and sys.platform != "darwin":
            path.unlink()
    if sys.platform != "darwin":
        # There a program is signed as it is bundled, and the spec has written this before.
        names = [path.name for path in inner.iterdir() if path.is_file()]
        with_qt = [path.name for path in (inner / "PySide6" / "Qt" / "lib").glob("*")]
        target = data_file(inner, "licences") / libraries.FILE
        libraries.write(names, target, with_qt=with_qt)
        list_files(inner)
    return folder


UNSTRIPPED = (
    "libpython3*",
    "python3*/lib-dynload/*.so",
    "*.cpython-*.so",
    "sqlalchemy/**/*.so",
    "zstandard/*.so",
    "msgspec/*.so",
)
"""Binaries that come with symbols for debuggers. Qt's have none, and are left as they are."""


def platform_name() -> str:
    """The system and processor as packages are named by them: ``linux-x86_64``."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"{system}-{platform.machine().lower().replace('amd64', 'x86_64')}"


if __name__ == "__main__":
    sys.exit(main())
