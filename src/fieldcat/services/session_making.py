"""Making a session of a template: its parts are taken from the casebook as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from fieldcat.domain.entry import EntryId
from fieldcat.domain.session import Content, OwnText, Session, Step, new_id
from fieldcat.domain.session_parts import Choice, origin_from, taken
from fieldcat.domain.training import (
    ShippedQuiz,
    Take,
    TakeHelp,
    TakeQuiz,
    TemplateStep,
    TrainingMaterial,
)
from fieldcat.errors import EntryNotFoundError
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.helping import services_of
from fieldcat.services.offered_training import MadeSession

_HELP_STEPS = 3
"""Help services of a country that a new session shows at the most: those to turn to first."""


def session_of(
    casebook: Casebook, material: TrainingMaterial, *, template: str, title: str, country: str
) -> MadeSession:
    """A new session, not written yet, of a template; entries that are not here are named.

    Raises:
        LookupError: there is no such template.
    """
    wanted = next((one for one in material.templates if one.id == template), None)
    if wanted is None:
        raise LookupError("no such template")
    quizzes = {quiz.key: quiz for quiz in material.quizzes}
    missing: list[EntryId] = []
    steps: list[Step] = []
    for step in wanted.steps:
        try:
            steps += _steps(casebook, quizzes, step, country, wanted.language)
        except EntryNotFoundError as error:
            missing.append(EntryId.parse(str(error.data["entry_id"])))
        except LookupError:
            if not isinstance(step.content, Take):
                raise  # of what comes with the program nothing is missing
            missing.append(step.content.entry)
    now = datetime.now(UTC)
    session = Session(
        id=new_id(),
        title=title or wanted.title,
        made_at=now,
        changed_at=now,
        country=country,
        audience=wanted.audience,
        language=wanted.language,
        length=wanted.length,
        goal=wanted.goal,
        steps=tuple(steps),
        questions=tuple(replace(one, id=new_id()) for one in wanted.questions),
    )
    return MadeSession(session, tuple(dict.fromkeys(missing)))


def quiz_of(casebook: Casebook, shipped: ShippedQuiz) -> Content:
    """A quiz that came with the casebook, with the entry that it rests on as it is now.

    Raises:
        EntryNotFoundError: the casebook here does not have that entry.
    """
    entry = browsing.read_entry(casebook, entry_id=shipped.entry)
    # What it asks and explains was written to be shown, whatever the entry tells beside it.
    return replace(shipped.quiz, origin=replace(origin_from(entry), sensitive=""))


def _steps(
    casebook: Casebook,
    quizzes: dict[str, ShippedQuiz],
    step: TemplateStep,
    country: str,
    language: str,
) -> Iterator[Step]:
    match step.content:
        case TakeHelp():
            services = services_of(casebook, country=country, language=language)[:_HELP_STEPS]
            found = [(taken(one, Choice()), one.head.title) for one in services]
            for content, name in found or [(OwnText(""), "")]:
                yield _made(step, content, name)
        case Take(entry_id, sections, figures):
            entry = browsing.read_entry(casebook, entry_id=entry_id)
            yield _made(step, taken(entry, Choice(sections, figures)))
        case TakeQuiz(key):
            yield _made(step, quiz_of(casebook, quizzes[key]))
        case content:
            yield _made(step, content)


def _made(step: TemplateStep, content: Content, title: str = "") -> Step:
    return Step(new_id(), content, title or step.title, step.minutes, step.notes)
