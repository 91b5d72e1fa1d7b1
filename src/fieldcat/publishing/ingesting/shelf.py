"""The pictures of ingested entries, as files in ``assets/``: small enough, and without metadata."""

from __future__ import annotations

import io
import warnings
from hashlib import sha256
from pathlib import Path, PurePath

from PIL import Image, ImageOps

from fieldcat.publishing.block_ids import slug_of
from fieldcat.publishing.files import write_new
from fieldcat.publishing.ingesting.items import Picture
from fieldcat.publishing.pictures import FOLDER, MOST_PIXELS
from fieldcat.publishing.text_files import MAX_BYTES

LONGEST_SIDE = 1_600
"""Pixels; what is larger is scaled down."""

_ENDINGS = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}
_READ = (*_ENDINGS, "GIF", "BMP", "TIFF")
_QUALITY = 82
_LEAST = 3
"""Pixels; smaller ones count visitors and show nothing."""


class Shelf:
    """Puts pictures into a workspace; the same bytes have the same name."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace

    @staticmethod
    def prepared(picture: Picture) -> tuple[str, bytes] | None:
        """The file that a picture gets, and what is to be in it; None if it cannot be shown.

        Raises:
            OSError: it cannot be read.
        """
        content = picture.content
        data = content if isinstance(content, bytes) else content.read_bytes()
        made = _fitted(data)
        if made is None or len(made[0]) > MAX_BYTES:
            return None
        data, ending = made
        stem = slug_of(PurePath(picture.name).stem.replace("_", " ").replace("-", " "))
        return f"{FOLDER}/{stem or 'picture'}-{sha256(data).hexdigest()[:8]}{ending}", data

    def put(self, name: str, data: bytes) -> None:
        """Write a picture, unless it is there.

        Raises:
            OSError: it cannot be written.
        """
        path = self._workspace / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, data)


def _fitted(data: bytes) -> tuple[bytes, str] | None:
    """A picture that is small enough and tells nothing of the camera, and the ending of its name.

    What needs no change keeps its bytes.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image: Image.Image = Image.open(io.BytesIO(data), formats=_READ)
        width, height = image.size
        if width * height > MOST_PIXELS or min(width, height) < _LEAST:
            return None
        form = image.format or ""
        told = bool(image.getexif()) or "exif" in image.info
        if form in _ENDINGS and max(width, height) <= LONGEST_SIDE and not told:
            image.load()
            return data, _ENDINGS[form]
        return _redrawn(image, form if form in _ENDINGS else "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        # What Pillow raises for a file that is no picture, or a damaged one.
        return None


def _redrawn(image: Image.Image, form: str) -> tuple[bytes, str]:
    drawn = ImageOps.exif_transpose(image)
    if drawn.mode not in ("RGB", "RGBA", "L", "LA"):
        drawn = drawn.convert("RGBA" if "transparency" in drawn.info else "RGB")
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    if form == "JPEG" and drawn.mode in ("RGBA", "LA"):
        drawn = drawn.convert("RGB")
    clean = Image.new(drawn.mode, drawn.size)
    clean.paste(drawn)
    made = io.BytesIO()
    if form == "PNG":
        clean.save(made, form, optimize=True)
    else:
        clean.save(made, form, quality=_QUALITY)
    return made.getvalue(), _ENDINGS[form]
