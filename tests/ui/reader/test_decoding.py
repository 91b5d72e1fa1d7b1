"""Pictures from strangers: what an entry may show is shown, all else is left undecoded."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from fieldcat.ui.reader import decoding
from fieldcat.ui.reader.decoding import decoded, decoded_together

pytestmark = pytest.mark.usefixtures("qapp")


def picture(form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **how: object) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size).save(made, form, **how)
    return made.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_what_a_bundle_may_bring_is_decoded(form: str) -> None:
    image = decoded(picture(form))

    assert image is not None
    assert image.size() == QSize(40, 20)


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "ICO", "PPM"])
def test_other_formats_are_given_to_no_decoder(form: str) -> None:
    assert decoded(picture(form)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        b"\xff\xd8\xff" + b"\0" * 100,
        b"RIFF\0\0\0\0WEBP" + b"\0" * 100,
        b"\xff\xd8\xff" + b"\0" * 9_000_000,
    ],
)
def test_what_is_damaged_is_no_picture(data: bytes) -> None:
    assert decoded(data) is None


def test_a_picture_beyond_reason_is_not_begun() -> None:
    header = picture("PNG")
    huge = header[:16] + (60_000).to_bytes(4, "big") * 2 + header[24:]

    assert decoded(huge) is None


def test_a_picture_stands_as_its_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    image = decoded(picture("JPEG", exif=exif))

    assert image is not None
    assert image.size() == QSize(20, 40)


def test_what_lets_its_ground_through_stands_on_white() -> None:
    image = decoded(picture("PNG", mode="RGBA"))

    assert image is not None
    assert image.pixelColor(0, 0) == QColor("white")


def test_of_many_pictures_as_many_are_kept_as_memory_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(decoding, "MOST_TOGETHER", 2 * 40 * 20 * 4)
    found = dict.fromkeys("abc", picture("PNG"))

    assert list(decoded_together("aabc", found.get)) == ["a", "b"]


def test_a_large_picture_is_made_smaller() -> None:
    (image,) = decoded_together("a", {"a": picture("JPEG", (3600, 200))}.get).values()

    assert image.size() == QSize(1800, 100)


def test_one_that_is_decoded_stays() -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)

    assert decoded(image) is image
