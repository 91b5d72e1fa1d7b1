"""Sessions in memory: as the services keep them, on made-up entries."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import Entry, EntryId, HelpService, Kind
from fieldcat.domain.fitting import Helping
from fieldcat.domain.help_languages import Answers, answers_in
from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.planning import with_steps
from fieldcat.domain.session import (
    Content,
    Discussion,
    OwnText,
    Quiz,
    QuizForm,
    Session,
    SessionLine,
    Step,
    new_id,
    origin_of,
)
from fieldcat.domain.session_parts import Choice, PartNow, PartState, now_of, taken
from fieldcat.domain.training import (
    ShippedQuiz,
    Take,
    TakeQuiz,
    Template,
    TemplateStep,
    TrainingMaterial,
)
from fieldcat.errors import EntryNotFoundError
from fieldcat.services.envelope import envelope
from fieldcat.services.offered_training import (
    HelpCountry,
    HelpFor,
    HelpPlace,
    MadeSession,
    Prepared,
    TrainingServices,
)

NOW = datetime(2024, 11, 12, 9, 30, tzinfo=UTC)
_HOTLINE = EntryId("made-up", Kind.TERM, "hotline")

MATERIAL = TrainingMaterial(
    quizzes=(
        ShippedQuiz(
            "hotline-or-helpline",
            ("parents", "teachers"),
            Quiz(
                "What does a hotline do?",
                ("It listens to people", "It takes reports"),
                1,
                "A hotline takes reports of illegal material.",
                QuizForm.QUIZ,
                "hotline-or-helpline",
            ),
            _HOTLINE,
        ),
    ),
    templates=(
        Template(
            "parents",
            "parents",
            "An evening for parents",
            "Parents know whom to call.",
            "en",
            60,
            (
                TemplateStep(OwnText("Welcome."), "Welcome", 5, "Say who you are."),
                TemplateStep(Take(_HOTLINE), "What a hotline is", 10),
                TemplateStep(TakeQuiz("hotline-or-helpline"), "A quiz", 10),
                TemplateStep(Discussion("Whom would your child tell?"), "", 15),
            ),
        ),
    ),
)


@dataclass
class FakeTraining:
    """Everything by its id. ``fault`` is raised by whatever would write."""

    read: Callable[[EntryId], Entry]
    entries: Callable[[], tuple[Entry, ...]]
    labels: Callable[[], Mapping[str, Mapping[str, str]]]
    sessions: dict[str, Session] = field(default_factory=dict)
    log: dict[str, HeldSession] = field(default_factory=dict)
    wrong: dict[str, Correction] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    checked: dict[EntryId, date] = field(default_factory=dict)
    files: dict[Path, Session] = field(default_factory=dict)
    material: TrainingMaterial = MATERIAL
    fault: Exception | None = None
    writes: int = 0
    held_writes: int = 0

    def services(self) -> TrainingServices:
        """What the window is offered."""
        return TrainingServices(
            sessions=self.listed,
            prepared=self.prepared,
            write=self.write,
            change=lambda id, change: self.write(change(self._known(id))),
            write_step=lambda id, step: void(
                self.write(with_steps(self._known(id), [self._known_step(id, step)]))
            ),
            remove=self.remove,
            material=lambda: self.material,
            quiz=lambda key: next(one.quiz for one in self.material.quizzes if one.key == key),
            make=self.make,
            take=lambda entry, choice: taken(self.read(entry), choice),
            help_countries=self.help_countries,
            help_for=self.help_for,
            confirm_help=self.confirm_help,
            held=lambda: tuple(self.log.values()),
            write_held=self.write_held,
            remove_held=lambda id: Belongings(held=(self.log.pop(id),)),
            corrections=lambda: tuple(self.wrong.values()),
            write_correction=self.write_correction,
            remove_correction=lambda id: Belongings(corrections=(self.wrong.pop(id),)),
            keep_picture=self.keep_picture,
            picture=self.pictures.get,
            export=self.export,
            open_file=lambda file: MadeSession(self.write(self.files[file])),
            envelope=lambda: envelope(self.log.values(), self.wrong.values(), ()),
        )

    def listed(self) -> tuple[SessionLine, ...]:
        """The last changed first."""
        lines = [
            SessionLine(
                replace(one, steps=()), len(one.steps), sum(step.minutes for step in one.steps)
            )
            for one in tuple(self.sessions.values())  # another thread may write
        ]
        return tuple(sorted(lines, key=lambda one: one.session.changed_at, reverse=True))

    def prepared(self, id: str) -> Prepared:
        """What became of the parts goes by the entries there are."""
        session = self._known(id)
        parts = {}
        for step in session.steps:
            if (found := self._now(step.content)).state is not PartState.SAME:
                parts[step.id] = found
        own = self.help_for(session.country).own if session.country else ()
        spoken = [answers_in(one.service, session.language) for one in own]
        checked = sum(one.checked is not None for one in own)
        helping = Helping(len(own), checked, spoken.count(Answers.YES))
        return Prepared(session, parts, helping if session.country else None)

    def write(self, session: Session) -> Session:
        """Keep it in memory."""
        if self.fault is not None:
            raise self.fault
        self.writes += 1
        self.sessions[session.id] = session
        return session

    def remove(self, id: str) -> Belongings:
        """Forget it."""
        return Belongings(sessions=(self.sessions.pop(id),))

    def put_back(self, gone: Belongings) -> None:
        """Have again what was removed."""
        self.sessions |= {one.id: one for one in gone.sessions}
        self.log |= {one.id: one for one in gone.held}
        self.wrong |= {one.id: one for one in gone.corrections}

    def make(self, template: str, title: str, country: str) -> MadeSession:
        """A session of a template, its parts taken from the entries there are."""
        found = next(one for one in self.material.templates if one.id == template)
        quizzes = {one.key: one.quiz for one in self.material.quizzes}
        steps, missing = [], []
        for step in found.steps:
            content = step.content
            if isinstance(content, Take):
                try:
                    choice = Choice(content.sections, content.figures)
                    content = taken(self.read(content.entry), choice)  # type: ignore[assignment]  # its kind is the step's
                except EntryNotFoundError:
                    missing.append(content.entry)
                    continue
            elif isinstance(content, TakeQuiz):
                content = quizzes[content.key]  # type: ignore[assignment]  # as above
            steps.append(
                Step(new_id(), cast("Content", content), step.title, step.minutes, step.notes)
            )
        session = Session(
            new_id(),
            title or found.title,
            NOW,
            NOW,
            country=country,
            audience=found.audience,
            language=found.language,
            length=found.length,
            goal=found.goal,
            steps=tuple(steps),
        )
        return MadeSession(self.write(session), tuple(missing))

    def help_countries(self) -> tuple[HelpCountry, ...]:
        """By name."""
        names = self.labels()["countries"]
        ones = [
            HelpCountry(code, name, len(self.help_for(code).own)) for code, name in names.items()
        ]
        return tuple(sorted(ones, key=lambda one: one.name))

    def help_for(self, country: str, language: str = "") -> HelpFor:
        """The help services whose country it is."""
        places = tuple(
            HelpPlace(one.head, cast("HelpService", one.part), self.checked.get(one.id))
            for one in self.entries()
            if one.head.kind is Kind.HELP_SERVICE and country in one.head.countries
        )
        # What is known not to answer stands last, what can be called first.
        return HelpFor(
            country,
            tuple(
                sorted(
                    places,
                    key=lambda one: (
                        answers_in(one.service, language) is Answers.NO,
                        not one.service.channels,
                    ),
                )
            ),
        )

    def confirm_help(self, entry: EntryId, day: date | None) -> None:
        """Know that it was called."""
        self.checked.pop(entry, None)
        if day is not None:
            self.checked[entry] = day

    def write_held(self, held: HeldSession) -> HeldSession:
        """Keep it in memory."""
        if self.fault is not None:
            raise self.fault
        self.held_writes += 1
        self.log[held.id] = held
        return held

    def write_correction(self, wrong: Correction) -> Correction:
        """Keep it in memory."""
        self.wrong[wrong.id] = wrong
        return wrong

    def keep_picture(self, content: bytes) -> str:
        """Keep it in memory."""
        asset = hashlib.sha256(content).hexdigest()
        self.pictures[asset] = content
        return asset

    def export(
        self, id: str, file: Path, _with_results: bool, typed: Callable[[Session], Session]
    ) -> None:
        """Keep the session under the file's name."""
        self.files[file] = typed(self._known(id))

    def _now(self, content: Content) -> PartNow:
        origin = origin_of(content)
        if origin is None or isinstance(content, Quiz):
            return PartNow(PartState.SAME)
        try:
            return now_of(content, self.read(origin.entry))
        except EntryNotFoundError:
            return PartNow(PartState.WITHDRAWN)

    def _known(self, id: str) -> Session:
        if id not in self.sessions:
            raise LookupError(id)
        return self.sessions[id]

    def _known_step(self, id: str, step: Step) -> Step:
        if self._known(id).step(step.id) is None:
            raise LookupError(step.id)
        return step


def void(_result: object) -> None:
    """Give nothing, as a call that only writes."""
