"""The quizzes and templates that come with the program, in a language."""

from __future__ import annotations

from fieldcat.domain.training import TrainingMaterial
from fieldcat.records.training import decode_material
from fieldcat.resources import resource

_ORIGINAL = "en"


def training_material(language: str) -> TrainingMaterial:
    """What there is in the language, or in English where there is nothing in it.

    Raises:
        RecordError: the file is damaged.
    """
    spoken = language.partition("-")[0]
    file = next(
        file
        for file in (resource("training", f"{code}.json") for code in (spoken, _ORIGINAL))
        if file.exists() or file.stem == _ORIGINAL
    )
    return decode_material(file.read_bytes())
