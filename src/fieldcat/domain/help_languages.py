"""Whether a help service answers in a language: as its source states, else nobody knows."""

from __future__ import annotations

from enum import StrEnum

from fieldcat.domain.entry import HelpService


class Answers(StrEnum):
    """What is known of a service and a language."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"
    """Its languages are stated, and this is none of them."""


def answers_in(service: HelpService, language: str) -> Answers:
    """What is known; ``language`` is a BCP 47 tag, of which the region does not matter."""
    if not (service.languages and language):
        return Answers.UNKNOWN
    spoken = {tag.partition("-")[0].casefold() for tag in service.languages}
    return Answers.YES if language.partition("-")[0].casefold() in spoken else Answers.NO
