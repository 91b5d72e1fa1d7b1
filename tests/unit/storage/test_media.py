from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fieldcat.storage import media
from fieldcat.storage.media import (
    device_is_removable,
    forget_in_memory,
    is_removable,
    is_volume,
    kind_of_mount,
    largest_file,
)


def device(devices: Path, place: str, flag: str | None, *, partition: bool = False) -> int:
    """Make what Linux tells of the device 8:1, and give its number."""
    disk = devices.parent / place / "block" / "sda"
    disk.mkdir(parents=True)
    if flag is not None:
        (disk / "removable").write_text(f"{flag}\n")
    there = disk / "sda1" if partition else disk
    there.mkdir(exist_ok=True)
    devices.mkdir()
    (devices / "8:1").symlink_to(there)
    return os.makedev(8, 1)


@pytest.mark.parametrize(
    ("place", "flag", "removable"),
    [
        ("pci0/ata1", "0", False),
        ("pci0/ata1", "1", True),
        ("pci0/mmc0", None, False),
        ("pci0/usb2/2-1", "0", True),
    ],
)
@pytest.mark.parametrize("partition", [True, False])
def test_a_device_can_be_pulled_out_if_it_says_so_or_hangs_on_usb(
    tmp_path: Path, place: str, flag: str | None, removable: bool, partition: bool
) -> None:
    devices = tmp_path / "dev"
    number = device(devices, place, flag, partition=partition)
    assert device_is_removable(number, devices) is removable


def test_what_nobody_knows_is_no_stick(tmp_path: Path) -> None:
    assert not is_removable(tmp_path / "missing")


def test_macos_mounts_what_is_plugged_in_under_volumes(tmp_path: Path) -> None:
    volumes = tmp_path / "Volumes"
    stick = volumes / "STICK" / "fieldcat"
    stick.mkdir(parents=True)
    (volumes / "Macintosh HD").symlink_to(tmp_path)
    assert is_volume(stick, volumes)
    assert not is_volume(volumes / "Macintosh HD", volumes)


MOUNTS = """\
25 30 0:23 / /sys rw,nosuid shared:7 - sysfs sysfs rw
36 35 8:17 / /media/ana/STICK rw,nosuid,nodev shared:1 master:2 - vfat /dev/sdb1 rw,uid=1000
37 35 8:1 / / rw - ext4 /dev/sda1 rw
"""


def test_linux_says_which_file_system_a_stick_has() -> None:
    assert kind_of_mount(os.makedev(8, 17), MOUNTS) == "vfat"
    assert kind_of_mount(os.makedev(8, 1), MOUNTS) == "ext4"
    with pytest.raises(ValueError, match="9:9"):
        kind_of_mount(os.makedev(9, 9), MOUNTS)


@pytest.mark.skipif(sys.platform != "linux", reason="reads what only Linux tells")
@pytest.mark.parametrize(("kind", "most"), [("vfat", 2**32 - 1), ("exfat", None), ("ext4", None)])
def test_fat_holds_no_file_of_four_gigabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, most: int | None
) -> None:
    device = tmp_path.stat().st_dev
    mounts = tmp_path / "mountinfo"
    number = f"{os.major(device)}:{os.minor(device)}"
    mounts.write_text(f"36 35 {number} / /media rw - {kind} /dev/sdb1 rw\n")
    monkeypatch.setattr(media, "_MOUNTS", mounts)
    assert largest_file(tmp_path) == most


def test_of_a_place_that_is_not_there_no_limit_is_known(tmp_path: Path) -> None:
    assert largest_file(tmp_path / "nowhere") is None


def test_a_file_is_read_the_same_once_it_is_forgotten_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"content")
    forget_in_memory(file)
    assert file.read_bytes() == b"content"
