from __future__ import annotations

import struct
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.entry import Picture
from fieldcat.publishing.mentions import Asset
from fieldcat.publishing.pictures import measure
from fieldcat.publishing.rules import Level

from .conftest import Publisher


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + b"rest"


def jpeg(width: int, height: int) -> bytes:
    table = b"\xff\xe0\x00\x04\x00\x00\xff\xff\xc4\x00\x04\x00\x00"
    return (
        b"\xff\xd8"
        + table
        + b"\xff\xc2\x00\x0b\x08"
        + struct.pack(">HH", height, width)
        + b"\x00" * 9
    )


def webp(chunk: bytes, body: bytes) -> bytes:
    return b"RIFF\x00\x00\x00\x00WEBP" + chunk + b"\x00\x00\x00\x00" + body + b"\x00" * 20


@pytest.mark.parametrize(
    "data",
    [
        png(640, 480),
        jpeg(640, 480),
        webp(b"VP8X", b"\x00" * 4 + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")),
        webp(b"VP8L", b"\x2f" + (639 | 479 << 14).to_bytes(4, "little")),
        webp(b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 640, 480)),
    ],
    ids=["png", "jpeg", "webp extended", "webp lossless", "webp lossy"],
)
def test_pictures_are_measured_by_their_headers(data: bytes) -> None:
    assert measure(data) == (640, 480)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg/>",
        png(1, 1)[:20],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + b"\xff\xe0\x00\x00" * 9,
        webp(b"VP8?", b""),
    ],
)
def test_what_is_no_picture_has_no_measure(data: bytes) -> None:
    assert measure(data) is None


@given(st.binary(max_size=64))
def test_any_bytes_after_a_picture_s_first_ones_can_be_measured(data: bytes) -> None:
    for start in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBPVP8 "):
        measure(start + data)


def show(publisher: Publisher, name: str) -> None:
    publisher.entry(text=f"## A {{#a role=about}}\n\n![A map](assets/{name})\n")


def test_a_picture_is_known_by_its_bytes_and_handed_on_with_the_collection(
    publisher: Publisher,
) -> None:
    publisher.write("assets/maps/a.png", png(640, 480))
    show(publisher, "maps/a.png")

    built = publisher.build()

    digest = sha256(png(640, 480)).hexdigest()
    assert built.assets == (Asset("assets/maps/a.png", digest, 640, 480, len(png(640, 480))),)
    (block,) = publisher.built().sections[0].blocks
    assert block == Picture("a-map", digest, "A map", "", 640, 480)


def test_a_picture_that_is_not_there_is_a_fault_of_the_text(publisher: Publisher) -> None:
    publisher.write("assets/map.png", png(640, 480))
    show(publisher, "mop.png")
    publisher.entry("tool/saw", text="## A {#a role=about}\n\n![A map](assets/map.png)\n")

    fault = publisher.only_fault()

    assert (fault.file, fault.line, fault.field) == ("entries/tool/hammer.md", 10, "text")
    assert fault.allowed == "assets/map.png (did you mean that?)"


@pytest.mark.parametrize("name", ["../workspace.yaml", "/etc/passwd", "a.png/../b.png", ""])
def test_pictures_outside_the_folder_are_not_there(publisher: Publisher, name: str) -> None:
    show(publisher, name)

    assert publisher.only_fault().allowed == "a file in assets/"


@pytest.mark.parametrize("data", [b"<svg/>", png(0, 480), png(9000, 9000)])
def test_other_files_and_huge_pictures_are_faults_of_the_file(
    publisher: Publisher, data: bytes
) -> None:
    publisher.write("assets/map.png", data)
    show(publisher, "map.png")

    assert publisher.only_fault().file == "assets/map.png"


def test_a_picture_that_cannot_be_read_is_one_fault(publisher: Publisher) -> None:
    target = publisher.folder.parent / "outside.png"
    target.write_bytes(png(1, 1))
    (publisher.folder / "assets").mkdir()
    (publisher.folder / "assets/map.png").symlink_to(target)
    show(publisher, "map.png")
    publisher.entry("tool/saw", text="## A {#a role=about}\n\n![A map](assets/map.png)\n")

    assert publisher.only_fault().problem == "is a link"


@pytest.mark.parametrize("linked", ["assets", "assets/more"])
def test_a_linked_folder_of_pictures_is_a_fault(publisher: Publisher, linked: str) -> None:
    outside = publisher.folder.parent / "outside"
    outside.mkdir()
    (outside / "map.png").write_bytes(png(1, 1))
    if linked != "assets":
        (publisher.folder / "assets").mkdir()
    (publisher.folder / linked).symlink_to(outside, target_is_directory=True)

    fault = publisher.only_fault()

    assert (fault.file, fault.problem) == (linked, "is a link")


def test_a_linked_picture_that_nothing_shows_is_a_fault(publisher: Publisher) -> None:
    publisher.write("../outside.png", png(1, 1))
    (publisher.folder / "assets").mkdir()
    (publisher.folder / "assets/map.png").symlink_to(publisher.folder.parent / "outside.png")

    assert publisher.only_fault().problem == "is a link"


def test_a_picture_that_nothing_shows_is_a_warning(publisher: Publisher) -> None:
    publisher.write("assets/map.png", png(640, 480))

    (warning,) = publisher.build().warnings

    assert (warning.file, warning.level) == ("assets/map.png", Level.WARNING)
