from __future__ import annotations

import os
from pathlib import Path

import pytest

from fieldcat.storage.media import device_is_removable, is_removable, is_volume


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
