"""What the window is offered for sessions; see ``offered``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import HelpService
from fieldcat.domain.fitting import Helping
from fieldcat.domain.head import EntryId, Head
from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.session import Content, Session, SessionLine, Step
from fieldcat.domain.session_parts import Choice, PartNow
from fieldcat.domain.training import TrainingMaterial


@dataclass(frozen=True, slots=True)
class Prepared:
    """A session with what became of its parts, and the help there is in its country.

    ``helping`` is None where the session has no country. Steps that are the same are not in
    ``parts``.
    """

    session: Session
    parts: Mapping[str, PartNow] = field(default_factory=dict)
    helping: Helping | None = None


@dataclass(frozen=True, slots=True)
class MadeSession:
    """A session that was made of a template or came in a file.

    ``missing`` are the entries that it names and the casebook here does not have; ``held`` is how
    many records of it being held came with it.
    """

    session: Session
    missing: tuple[EntryId, ...] = ()
    held: int = 0


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """A help service. ``checked`` is the day on which the person said that it works, if they did.

    What is known of it was stated on the date of the head's source.
    """

    head: Head
    service: HelpService
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class HelpFor:
    """Where to turn to in a country: services of its own, and those across borders."""

    country: str
    own: tuple[HelpPlace, ...] = ()
    beyond: tuple[HelpPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpCountry:
    """A country that the casebook knows, by its code and name, with how many help services.

    A region that has services of its own has a code of UN M49.
    """

    code: str
    name: str
    services: int = 0


@dataclass(frozen=True, slots=True)
class TrainingServices:
    """Sessions: preparing, and keeping what came of them. On the disk when a call returns.

    ``sessions``: all of them without steps, the last changed first.
    ``prepared(id)``: one, with what became of its parts.
    ``write(session)``: write it whole, new or changed; gives it as written.
    ``change(id, change)``: write what ``change`` makes of it; gives it as written.
    ``write_step(id, step)``: write one step alone, as it is being typed.
    ``remove(id)``, ``remove_held(id)``, ``remove_correction(id)``: take away; ``own.restore`` puts
    back what they give.
    ``material``: quizzes and templates that come with the program. ``quiz(key)``: one of them, with
    the entry that it rests on as it is now.
    ``make(template, title, country)``: write a new session of a template that came with the
    program.
    ``take(entry, choice)``: parts of an entry as they are now, for a step.
    ``help_countries``: countries, then regions, with their numbers of help services.
    ``help_for(country, language)``: the services, of equals those first that answer in the
    language, which may be empty. ``confirm_help(entry, day)``: the person called it on that
    day, and it works; None takes that back.
    ``held``, ``write_held``; ``corrections``, ``write_correction``.
    ``keep_picture(bytes)``: keep a picture for steps; gives the name it is known by.
    ``picture(asset)``: its bytes, or None.
    ``export(id, file, with_results, typed)``: write a session into a file to take elsewhere, with
    what could not be written here.
    ``open_file(file)``: write down the session of such a file, put together with one that is here.
    ``envelope``: the text that goes back to a publisher: totals and corrections, no names.

    ``LookupError`` where a session, step or part is not there; ``RecordError`` where something is
    beyond what can be kept; ``BelongingsError`` where a file is not one of ours or damaged.
    """

    sessions: Callable[[], tuple[SessionLine, ...]]
    prepared: Callable[[str], Prepared]
    write: Callable[[Session], Session]
    change: Callable[[str, Callable[[Session], Session]], Session]
    write_step: Callable[[str, Step], None]
    remove: Callable[[str], Belongings]
    material: Callable[[], TrainingMaterial]
    quiz: Callable[[str], Content]
    make: Callable[[str, str, str], MadeSession]
    take: Callable[[EntryId, Choice], Content]
    help_countries: Callable[[], tuple[HelpCountry, ...]]
    help_for: Callable[[str, str], HelpFor]
    confirm_help: Callable[[EntryId, date | None], None]
    held: Callable[[], tuple[HeldSession, ...]]
    write_held: Callable[[HeldSession], HeldSession]
    remove_held: Callable[[str], Belongings]
    corrections: Callable[[], tuple[Correction, ...]]
    write_correction: Callable[[Correction], Correction]
    remove_correction: Callable[[str], Belongings]
    keep_picture: Callable[[bytes], str]
    picture: Callable[[str], bytes | None]
    export: Callable[[str, Path, bool, Callable[[Session], Session]], None]
    open_file: Callable[[Path], MadeSession]
    envelope: Callable[[], str]
