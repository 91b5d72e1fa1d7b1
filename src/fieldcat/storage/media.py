"""On what a folder lies: a disk of this computer, or one that can be pulled out, and what it holds.

Each system says it in its own way: Windows by ``GetDriveTypeW`` and ``GetVolumeInformationW``;
Linux by what ``/sys`` tells of the device (Linux' ``Documentation/ABI/testing/sysfs-block``) and by
``/proc/self/mountinfo``; macOS mounts what is plugged in under ``/Volumes``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_DRIVE_REMOVABLE = 2
_FAT = {"fat", "fat12", "fat16", "fat32", "vfat", "msdos"}
_MOUNTS = Path("/proc/self/mountinfo")
_DEVICES = Path("/sys/dev/block")
_VOLUMES = Path("/Volumes")
_DESKTOPS = (Path("/media"), Path("/run/media"))
"""Where desktops on Linux mount what a person plugs in."""


def is_removable(path: Path) -> bool:
    """Whether an existing path lies on a stick, card or plugged-in disk, as far as can be told."""
    try:
        if sys.platform == "win32":
            return _drive_is_removable(path)
        if sys.platform == "darwin":
            return is_volume(path)
        return device_is_removable(path.stat().st_dev)
    except (OSError, ValueError):
        return False


def is_plugged_in(path: Path) -> bool:
    """Whether something mounted was plugged in: it can be pulled out, or a desktop mounted it."""
    if sys.platform == "linux" and any(path.is_relative_to(place) for place in _DESKTOPS):
        return True
    return is_removable(path)


def largest_file(path: Path) -> int | None:
    """How many bytes one file may have where an existing path lies; None where no limit is known.

    FAT, which most sticks have, keeps a file's length in 32 bits.
    """
    try:
        kind = _kind_of_volume(path) if sys.platform == "win32" else _kind_of_mount(path)
    except (OSError, ValueError):
        return None
    return 2**32 - 1 if kind.lower() in _FAT else None


def forget_in_memory(path: Path) -> None:
    """Have a file that was put on the disk read from there, where the system can be told."""
    if sys.platform == "linux":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def kind_of_mount(device: int, mounts: str) -> str:
    """What Linux says of the file system on a device, in the words of ``/proc/self/mountinfo``.

    Raises:
        ValueError: it says nothing.
    """
    number = f"{os.major(device)}:{os.minor(device)}"
    for line in mounts.splitlines():
        place, _, told = line.partition(" - ")
        if place.split()[2:3] == [number] and told:
            return told.split()[0]
    raise ValueError(f"no {number} is mounted")


def is_volume(path: Path, volumes: Path = _VOLUMES) -> bool:
    """Whether macOS mounted the path's disk beside its own; the name of its own is a link."""
    resolved = path.resolve()
    return resolved.is_relative_to(volumes) and resolved != volumes


def device_is_removable(device: int, devices: Path = _DEVICES) -> bool:
    """Whether Linux says of a device number that it can be pulled out, or hangs on USB."""
    there = (devices / f"{os.major(device)}:{os.minor(device)}").resolve(strict=True)
    # Disks on USB do not always say of themselves that they can be taken away.
    if any(part.startswith("usb") for part in there.parts):
        return True
    flags = (place / "removable" for place in (there, there.parent))
    return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


def _kind_of_mount(path: Path) -> str:
    return kind_of_mount(path.stat().st_dev, _MOUNTS.read_text(encoding="utf-8", errors="replace"))


def _kind_of_volume(path: Path) -> str:
    if sys.platform != "win32":
        raise OSError("only Windows has drives")
    import ctypes

    name = ctypes.create_unicode_buffer(64)
    drive = f"{path.resolve().drive}\\"
    if not ctypes.windll.kernel32.GetVolumeInformationW(
        drive, None, 0, None, None, None, name, len(name)
    ):
        raise OSError(f"Windows says nothing of {drive}")
    return name.value


def _drive_is_removable(path: Path) -> bool:
    if sys.platform != "win32":
        raise OSError("only Windows has drives")
    import ctypes

    drive = f"{path.resolve().drive}\\"
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(drive)
    return kind == _DRIVE_REMOVABLE
