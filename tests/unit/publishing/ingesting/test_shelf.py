"""Pictures are put into a workspace small enough, and tell nothing of camera and place."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from fieldcat.publishing.ingesting.items import Picture
from fieldcat.publishing.ingesting.shelf import LONGEST_SIDE, Shelf
from fieldcat.publishing.pictures import measure


def drawn(form: str, width: int = 40, height: int = 20, mode: str = "RGB", **more: object) -> bytes:
    made = io.BytesIO()
    Image.new(mode, (width, height), 90).save(made, form, **more)
    return made.getvalue()


def prepared(data: bytes, name: str = "My map_1.PNG") -> tuple[str, bytes] | None:
    return Shelf.prepared(Picture(name, data))


@pytest.mark.parametrize(("form", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_small_picture_keeps_its_bytes(form: str, ending: str) -> None:
    data = drawn(form)
    found = prepared(data)

    assert found is not None
    assert found[1] == data
    assert found[0].startswith("assets/my-map-1-")
    assert found[0].endswith(f".{ending}")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_large_picture_is_scaled_down(form: str) -> None:
    found = prepared(drawn(form, 3_200, 1_000))

    assert found is not None
    assert measure(found[1]) == (LONGEST_SIDE, 500)


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "L", "1", "CMYK"])
def test_pictures_of_all_modes_are_scaled(mode: str) -> None:
    form = "TIFF" if mode == "CMYK" else "PNG"
    assert prepared(drawn(form, 2_000, 10, mode)) is not None


def test_what_the_camera_tells_is_left_out_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    exif[0x0110] = "A camera"
    found = prepared(drawn("JPEG", exif=exif))

    assert found is not None
    image = Image.open(io.BytesIO(found[1]))
    assert image.size == (20, 40)
    assert not image.getexif()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg/>",
        drawn("PNG")[:50],
        drawn("PNG", 1, 1),
        drawn("PNG", 10_000, 10_000, "1"),
        drawn("PNG", 30_000, 30_000, "1"),
    ],
    ids=["empty", "a drawing", "cut off", "a counter", "too large", "a bomb"],
)
def test_what_cannot_be_shown_is_not_taken(data: bytes) -> None:
    assert prepared(data) is None


def test_the_same_picture_is_put_there_once(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    found = shelf.prepared(Picture("a.png", drawn("PNG")))
    assert found is not None
    shelf.put(*found)
    os.utime(tmp_path / found[0], (0, 0))  # what is written in the same moment looks untouched

    shelf.put(*found)

    assert (tmp_path / found[0]).stat().st_mtime == 0
