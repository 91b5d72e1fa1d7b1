"""On what a folder lies: a disk of this computer, or one that can be pulled out.

Each system says it in its own way: Windows by ``GetDriveTypeW``; Linux by what ``/sys`` tells of
the device (Linux' ``Documentation/ABI/testing/sysfs-block``); macOS mounts what is plugged in under
``/Volumes``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_DRIVE_REMOVABLE = 2
_DEVICES = Path("/sys/dev/block")
_VOLUMES = Path("/Volumes")


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


def _drive_is_removable(path: Path) -> bool:
    if sys.platform != "win32":
        raise OSError("only Windows has drives")
    import ctypes

    drive = f"{path.resolve().drive}\\"
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(drive)
    return kind == _DRIVE_REMOVABLE
