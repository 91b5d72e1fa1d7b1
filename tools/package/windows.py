"""The installer for Windows, and what its Explorer shows of the program."""

from __future__ import annotations

import subprocess
from pathlib import Path

from fieldcat import __version__

_VERSION = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The fieldcat developers"),
      StringStruct("FileDescription", "{product}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "The fieldcat developers; MIT and CC BY 4.0"),
      StringStruct("ProductName", "{product}"),
      StringStruct("ProductVersion", "{version} of {day}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def write_version(target: Path, product: str, version: str, day: str) -> None:
    """Write what PyInstaller puts into the program for Explorer to show."""
    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    text = _VERSION.format(numbers=numbers, product=product, version=version, day=day)
    target.write_text(text, encoding="utf-8")


def write_installer(root: Path, program: Path, staged: Path, target: Path) -> Path:
    """Compile the installer of a frozen folder; gives the file.

    Raises:
        CalledProcessError: the script has a fault.
    """
    looks = {"ICON": str(staged / "fieldcat.ico"), "SIDE": str(staged / "side.bmp")}
    return compile_installer(root, program, target, version=__version__, **looks)


def compile_installer(
    root: Path, program: Path, target: Path, *, version: str, **more: str
) -> Path:
    """Compile the installer of a folder under any version; gives the file.

    ``more`` is what else the script asks for, by its names.

    Raises:
        CalledProcessError: the script has a fault.
    """
    defined = {"VERSION": version, "PROGRAM": str(program), "OUTPUT": str(target), **more}
    options = [f"-D{name}={value}" for name, value in defined.items()]
    script = root / "packaging" / "windows" / "fieldcat.nsi"
    # Else it is read in the coding of the machine, which is another one on Windows.
    reading = ["-INPUTCHARSET", "UTF8"]
    subprocess.run(["makensis", "-V2", "-WX", *reading, *options, str(script)], check=True)
    return target
