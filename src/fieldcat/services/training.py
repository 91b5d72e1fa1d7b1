"""Sessions, put together for the window: every function behind ``Services.training``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import Entry
from fieldcat.domain.fitting import Helping
from fieldcat.domain.head import EntryId
from fieldcat.domain.help_languages import Answers, answers_in
from fieldcat.domain.session import Content, Session, origin_of
from fieldcat.domain.session_parts import Choice, PartNow, PartState, now_of, taken
from fieldcat.domain.training import TrainingMaterial
from fieldcat.errors import EntryNotFoundError, EnvironmentFaultError
from fieldcat.services import browsing, helping, session_files, session_making
from fieldcat.services.casebook import Casebook
from fieldcat.services.envelope import envelope
from fieldcat.services.offered_training import MadeSession, Prepared, TrainingServices
from fieldcat.services.training_material import training_material
from fieldcat.storage import own_pictures, user_sessions
from fieldcat.storage.user_data import UserData


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it all comes from, opened as it is needed. ``language`` is that of the window."""

    user_data: Callable[[], UserData]
    casebook: Callable[[], Casebook]
    language: str = "en"


def training_services(sources: Sources) -> TrainingServices:
    """What the window is offered for sessions."""
    data, casebook = sources.user_data, sources.casebook

    @cache
    def material() -> TrainingMaterial:
        return training_material(sources.language)

    @cache
    def sweep() -> None:
        # Before the first change of this window, what no step shows is what no undo can bring back.
        with suppress(EnvironmentFaultError):
            own_pictures.remove_unused(data())

    def changing() -> UserData:
        sweep()
        return data()

    def make(template: str, title: str, country: str) -> MadeSession:
        made = session_making.session_of(
            casebook(), material(), template=template, title=title, country=country
        )
        written = user_sessions.write_session(data(), made.session)
        return replace(made, session=written)

    def remove(id: str) -> Belongings:
        return Belongings(sessions=(user_sessions.remove_session(changing(), id),))

    return TrainingServices(
        sessions=lambda: user_sessions.list_sessions(data()),
        prepared=lambda id: prepared(data(), casebook(), id=id),
        write=lambda session: user_sessions.write_session(changing(), session),
        change=lambda id, change: user_sessions.change_session(changing(), id, change),
        write_step=lambda id, step: user_sessions.write_step(data(), id, step),
        remove=remove,
        material=material,
        quiz=lambda key: quiz(casebook(), material(), key=key),
        make=make,
        take=lambda entry, choice: take(casebook(), entry_id=entry, choice=choice),
        help_countries=lambda: helping.countries(casebook(), language=sources.language),
        help_for=lambda country, language: helping.help_for(
            casebook(), data(), country=country, language=language
        ),
        confirm_help=lambda entry, day: helping.confirm(data(), entry_id=entry, day=day),
        held=lambda: user_sessions.held_sessions(data()),
        write_held=lambda held: user_sessions.write_held(data(), held),
        remove_held=lambda id: Belongings(held=(user_sessions.remove_held(data(), id),)),
        corrections=lambda: user_sessions.corrections(data()),
        write_correction=lambda wrong: user_sessions.write_correction(data(), wrong),
        remove_correction=lambda id: Belongings(
            corrections=(user_sessions.remove_correction(data(), id),)
        ),
        keep_picture=lambda content: own_pictures.keep_picture(changing(), content),
        picture=lambda asset: own_pictures.picture(data(), asset),
        export=lambda id, file, with_results, typed: session_files.export(
            data(), id=id, file=file, with_results=with_results, typed=typed
        ),
        open_file=lambda file: session_files.open_file(data(), casebook(), file=file),
        envelope=lambda: envelope(
            user_sessions.held_sessions(data()),
            user_sessions.corrections(data()),
            casebook().collections,
        ),
    )


def take(casebook: Casebook, *, entry_id: EntryId, choice: Choice) -> Content:
    """Parts of an entry as they are now.

    Raises:
        EntryNotFoundError: there is no such entry.
        LookupError: it has no such part.
    """
    return taken(browsing.read_entry(casebook, entry_id=entry_id), choice)


def quiz(casebook: Casebook, material: TrainingMaterial, *, key: str) -> Content:
    """A quiz that came with the program, with the entry that it rests on where that is here.

    Raises:
        LookupError: there is no such quiz.
    """
    found = next((one for one in material.quizzes if one.key == key), None)
    if found is None:
        raise LookupError("no such quiz")
    try:
        return session_making.quiz_of(casebook, found)
    except EntryNotFoundError:
        return found.quiz


def prepared(data: UserData, casebook: Casebook, *, id: str) -> Prepared:
    """A session with what became of its parts; nothing of it is changed.

    Raises:
        LookupError: there is no such session.
    """
    session = user_sessions.session_of(data, id)
    # Many steps show parts of the same few entries: each is read once.
    read = cache(casebook.catalogue.entry)
    parts = {
        step.id: found
        for step in session.steps
        if (found := _now(casebook, step.content, read)).state is not PartState.SAME
    }
    return Prepared(session, parts, _helping(data, casebook, session))


def _now(casebook: Casebook, content: Content, read: Callable[[EntryId, str], Entry]) -> PartNow:
    origin = origin_of(content)
    if origin is None:
        return PartNow(PartState.SAME)
    try:
        entry = read(origin.entry, origin.language)
    except EntryNotFoundError:
        gone = browsing.read_withdrawn(casebook, entry_id=origin.entry)
        if gone is None:
            return PartNow(PartState.MISSING)
        return PartNow(PartState.WITHDRAWN, reason=gone.withdrawal.reason)
    if entry.head.revision == origin.revision:
        return PartNow(PartState.SAME)
    return now_of(content, entry)


def _helping(data: UserData, casebook: Casebook, session: Session) -> Helping | None:
    if not session.country:
        return None
    own = helping.help_for(casebook, data, country=session.country).own
    return Helping(
        len(own),
        sum(1 for place in own if place.checked or place.service.last_checked),
        sum(1 for place in own if answers_in(place.service, session.language) is Answers.YES),
    )
