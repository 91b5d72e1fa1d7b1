"""Archives of a frozen folder, the same to the byte each time that its files are the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
import zipfile
from pathlib import Path

_OLDEST = 315_532_800
"""1980, before which zip has no dates."""


def epoch() -> int:
    """The time that files in archives bear: ``SOURCE_DATE_EPOCH``, else 1980."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", _OLDEST))


def write_tar_xz(folder: Path, target: Path) -> Path:
    """Pack a folder with GNU tar and xz; gives the file."""
    same = ("--sort=name", "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{epoch()}")
    command = ["tar", *same, "--mode=u+rwX,go+rX,go-w", "-C", str(folder.parent), "-c", folder.name]
    with target.open("wb") as file:
        packing = subprocess.Popen(command, stdout=subprocess.PIPE)
        subprocess.run(
            ["xz", "-7", "--threads=0", "--stdout"], stdin=packing.stdout, stdout=file, check=True
        )
        if packing.wait():
            raise subprocess.CalledProcessError(packing.returncode, command)
    return target


def write_zip(folder: Path, target: Path) -> Path:
    """Pack a folder as a zip file, which Windows opens without any other program."""
    moment = (1980, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder.parent).as_posix()
            if path.is_dir():
                packed.writestr(zipfile.ZipInfo(f"{name}/", moment), b"")
            else:
                entry = zipfile.ZipInfo(name, moment)
                entry.external_attr = (path.stat().st_mode & 0o777) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, path.read_bytes())
    return target


def write_checksums(files: list[Path], target: Path) -> Path:
    """Write the SHA-256 of each file as ``sha256sum --check`` reads it."""
    lines = []
    for path in sorted(files):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    # Windows' own line ends would stand for a part of the name.
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target
