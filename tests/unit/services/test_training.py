"""Sessions as the window uses them, on the bundled casebook and on a small one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.fitting import About, Helping, Weight, findings
from fieldcat.domain.holding import Correction, HandCount, HeldSession, Shown
from fieldcat.domain.planning import timing, with_steps
from fieldcat.domain.session import (
    Break,
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    OwnText,
    PicturePart,
    Quiz,
    Session,
    Step,
    TermPart,
    is_sensitive,
    name_of,
    new_id,
    origin_of,
)
from fieldcat.domain.session_parts import Choice, PartState, now_of, taken
from fieldcat.domain.totals import totals
from fieldcat.domain.training import ShippedQuiz, Take, TakeQuiz, Template
from fieldcat.errors import BelongingsError, EntryNotFoundError
from fieldcat.resources import resource
from fieldcat.services import browsing, session_making
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.envelope import envelope
from fieldcat.services.offered_training import TrainingServices
from fieldcat.services.training import Sources, training_services
from fieldcat.services.training_material import training_material
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.user_belongings import put_back
from fieldcat.storage.user_data import UserData, open_user_data

C_SEMA = EntryId("fieldcat", Kind.CASE_STUDY, "c-sema-tanzania")
BRECK = EntryId("fieldcat", Kind.CASE_STUDY, "breck-foundation")
LINE_116 = EntryId("fieldcat", Kind.HELP_SERVICE, "child-helpline-116-tanzania")
GROOMING = EntryId("fieldcat", Kind.TERM, "grooming")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
TEMPLATES = [template.id for template in training_material("en").templates]


@pytest.fixture(scope="module")
def bundled() -> Iterator[Casebook]:
    catalogue = open_catalogue(resource("casebook.sqlite"))
    yield open_casebook(catalogue)
    catalogue.close()


@pytest.fixture
def data(tmp_path: Path) -> Iterator[UserData]:
    opened = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups")
    yield opened
    opened.close()


@pytest.fixture
def training(bundled: Casebook, data: UserData) -> TrainingServices:
    return training_services(Sources(lambda: data, lambda: bundled))


# --- taking parts -----------------------------------------------------------------------------


def test_a_section_is_taken_with_the_figures_that_it_names(bundled: Casebook) -> None:
    entry = browsing.read_entry(bundled, entry_id=C_SEMA)
    part = taken(entry, Choice(sections=("problem",)))
    assert isinstance(part, EntryPart)
    assert [section.id for section in part.sections] == ["problem"]
    assert {"internet-users", "children-harmed"} <= {figure.id for figure in part.figures}
    assert [reference.id for reference in part.references] == ["disrupting-harm-2022"]
    assert (part.origin.title, part.origin.evidence) == (entry.head.title, "self-reported")


@pytest.mark.parametrize(
    ("entry", "choice", "kind"),
    [
        (C_SEMA, Choice(figures=("pupils",)), FigurePart),
        (C_SEMA, Choice(figures=("pupils", "schools")), EntryPart),
        (C_SEMA, Choice(), EntryPart),
        (LINE_116, Choice(), HelpPart),
        (GROOMING, Choice(), TermPart),
    ],
)
def test_what_is_taken_goes_by_what_was_chosen(
    bundled: Casebook, entry: EntryId, choice: Choice, kind: type
) -> None:
    assert isinstance(taken(browsing.read_entry(bundled, entry_id=entry), choice), kind)


def test_a_part_that_is_not_there_cannot_be_taken(training: TrainingServices) -> None:
    with pytest.raises(LookupError):
        training.take(C_SEMA, Choice(sections=("no-such",)))
    with pytest.raises(EntryNotFoundError):
        training.take(replace(C_SEMA, slug="no-such"), Choice())


def test_a_sensitive_section_stays_one(training: TrainingServices) -> None:
    assert is_sensitive(training.take(BRECK, Choice(sections=("breck-story",))))
    assert not is_sensitive(training.take(BRECK, Choice(sections=("key-points",))))


def test_figures_that_a_sensitive_section_states_are_sensitive_too(bundled: Casebook) -> None:
    entry = browsing.read_entry(bundled, entry_id=C_SEMA)
    first = entry.figures[0]
    sections = tuple(
        replace(one, sensitive="A hard story." if one.id == first.section else "")
        for one in entry.sections
    )
    entry = replace(entry, sections=sections)
    elsewhere = next(one for one in entry.figures if one.section != first.section)
    other = next(one for one in sections if one.id == elsewhere.section)
    assert is_sensitive(taken(entry, Choice(figures=(first.id, elsewhere.id))))
    assert is_sensitive(taken(entry, Choice((other.id,), (first.id,))))
    assert not is_sensitive(taken(entry, Choice(figures=(elsewhere.id,))))


# --- what became of them ----------------------------------------------------------------------


def changed(bundled: Casebook, section: str) -> PartState:
    """What is told of the problem in C-Sema's study where one section has another title."""
    entry = browsing.read_entry(bundled, entry_id=C_SEMA)
    part = taken(entry, Choice(sections=("problem",)))
    sections = tuple(
        replace(one, title="Otherwise") if one.id == section else one for one in entry.sections
    )
    newer = replace(entry, head=replace(entry.head, revision=9), sections=sections)
    return now_of(part, newer).state


def test_a_part_that_was_changed_offers_its_new_text(bundled: Casebook) -> None:
    assert changed(bundled, "problem") is PartState.CHANGED


def test_a_change_elsewhere_in_the_entry_is_none_of_this_part(bundled: Casebook) -> None:
    assert changed(bundled, "lessons") is PartState.SAME


def test_a_part_that_is_gone_is_told(bundled: Casebook) -> None:
    entry = browsing.read_entry(bundled, entry_id=C_SEMA)
    part = taken(entry, Choice(sections=("problem",)))
    assert now_of(part, replace(entry, sections=())).state is PartState.GONE


def test_nothing_changes_by_itself(training: TrainingServices, bundled: Casebook) -> None:
    entry = browsing.read_entry(bundled, entry_id=C_SEMA)
    head = replace(entry.head, title="As it was")
    old = taken(replace(entry, head=head), Choice(sections=("problem",)))
    made = training.write(plan(Step(new_id(), old)))
    assert training.prepared(made.id).session.steps[0].content == old


def test_an_entry_that_is_not_here_is_told(training: TrainingServices, bundled: Casebook) -> None:
    entry = browsing.read_entry(bundled, entry_id=GROOMING)
    stranger = replace(entry, head=replace(entry.head, id=replace(GROOMING, collection="other")))
    made = training.write(plan(Step(new_id(), taken(stranger, Choice()))))
    (found,) = training.prepared(made.id).parts.values()
    assert found.state is PartState.MISSING


def test_a_picture_of_an_entry_stays_a_picture_whatever_became_of_the_entry(
    bundled: Casebook,
) -> None:
    entry = browsing.read_entry(bundled, entry_id=C_SEMA)
    origin = origin_of(taken(entry, Choice()))
    newer = replace(entry, head=replace(entry.head, revision=9))
    assert now_of(PicturePart("0" * 64, "A map", origin=origin), newer).state is PartState.SAME


# --- templates and quizzes --------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_becomes_a_session_of_which_nothing_is_missing(
    training: TrainingServices, template: str
) -> None:
    made = training.make(template, "", "TZ")
    assert made.missing == ()
    assert timing(made.session).planned >= made.session.length * 0.9
    assert training.prepared(made.session.id).parts == {}
    assert all(name_of(step) for step in made.session.steps if step.content != Break())


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("country", ["", "AL"])
def test_where_no_help_is_known_a_template_leaves_a_step_to_fill_in(
    training: TrainingServices, template: str, country: str
) -> None:
    steps = training.make(template, "", country).session.steps
    (step,) = (one for one in steps if one.content == OwnText(""))
    assert name_of(step).startswith("Where")


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_has_anything_sensitive(training: TrainingServices, template: str) -> None:
    session = training.make(template, "", "").session
    assert [name_of(step) for step in session.steps if is_sensitive(step.content)] == []


def test_the_help_of_the_country_is_in_the_session(training: TrainingServices) -> None:
    steps = training.make("children-7-14", "", "TZ").session.steps
    helps = [step.content for step in steps if isinstance(step.content, HelpPart)]
    assert LINE_116 in {help.origin.entry for help in helps}


def test_there_is_a_template_for_each_audience() -> None:
    assert {one.audience for one in training_material("en").templates} == {
        *("children", "young-people", "parents-and-carers", "teachers"),
        *("religious-and-local-leaders", "police-and-justice"),
    }


@pytest.mark.parametrize("language", ["es", "es-CO"])
def test_other_languages_have_other_words_and_the_same_facts(language: str) -> None:
    english, other = training_material("en"), training_material(language)
    assert [_facts(one) for one in other.quizzes] == [_facts(one) for one in english.quizzes]
    assert [_shape(one) for one in other.templates] == [_shape(one) for one in english.templates]
    assert {one.language for one in other.templates} == {"es"}
    said = {one.quiz.question for one in english.quizzes} | {one.title for one in english.templates}
    assert not said & {one.quiz.question for one in other.quizzes}
    assert not said & {one.title for one in other.templates}


def _facts(shipped: ShippedQuiz) -> tuple[object, ...]:
    quiz = shipped.quiz
    answers, numbers = len(quiz.answers), re.findall(r"\d+", "".join(quiz.explanation.split()))
    return shipped.key, shipped.audiences, shipped.entry, quiz.right, quiz.form, answers, numbers


def _shape(template: Template) -> tuple[object, ...]:
    steps = [
        (step.minutes, type(step.content), step.content if is_taken(step.content) else None)
        for step in template.steps
    ]
    questions = [(len(one.answers), one.right) for one in template.questions]
    return template.id, template.audience, template.length, steps, questions


def is_taken(content: object) -> bool:
    return isinstance(content, Take | TakeQuiz)


def test_every_quiz_rests_on_an_entry_that_is_there(bundled: Casebook) -> None:
    for shipped in training_material("en").quizzes:
        quiz = session_making.quiz_of(bundled, shipped)
        assert isinstance(quiz, Quiz)
        assert quiz.origin is not None


def test_a_quiz_that_is_added_names_the_entry_that_it_rests_on(training: TrainingServices) -> None:
    shipped = training.material().quizzes[0]
    quiz = training.quiz(shipped.key)
    assert isinstance(quiz, Quiz)
    assert quiz.origin is not None
    assert quiz.origin.entry == shipped.entry
    with pytest.raises(LookupError):
        training.quiz("no-such")


def test_nothing_for_children_rests_on_a_sensitive_entry(bundled: Casebook) -> None:
    for shipped in training_material("en").quizzes:
        if "children" in shipped.audiences:
            head = browsing.read_entry(bundled, entry_id=shipped.entry).head
            assert "children" in head.audiences or head.kind is Kind.TERM
            assert not head.sensitive


def test_a_template_that_is_not_there_is_told(training: TrainingServices) -> None:
    with pytest.raises(LookupError):
        training.make("no-such", "", "")


# --- does it fit? -----------------------------------------------------------------------------


def plan(*steps: Step, audience: str = "", country: str = "", length: int = 0) -> Session:
    now = NOW
    return Session(
        new_id(), "S", now, now, audience=audience, country=country, length=length, steps=steps
    )


def told(training: TrainingServices, session: Session) -> dict[About, Weight]:
    prepared = training.prepared(training.write(session).id)
    found = findings(prepared.session, prepared.helping, prepared.parts)
    return {one.about: one.weight for one in found}


def test_a_plan_that_is_too_long_is_an_alarm(training: TrainingServices) -> None:
    step = Step(new_id(), Discussion("Why?"), minutes=30)
    assert told(training, plan(step, length=20))[About.LENGTH] is Weight.ALARM
    assert told(training, plan(step, length=30))[About.LENGTH] is Weight.FINE


def test_what_is_sensitive_is_an_alarm_for_children(training: TrainingServices) -> None:
    step = Step(new_id(), training.take(BRECK, Choice(sections=("breck-story",))))
    assert told(training, plan(step, audience="children"))[About.SENSITIVE] is Weight.ALARM
    assert told(training, plan(step, audience="teachers"))[About.SENSITIVE] is Weight.NOTE


def test_a_country_without_a_help_service_is_an_alarm(training: TrainingServices) -> None:
    assert told(training, plan(country="AL"))[About.HELP] is Weight.ALARM
    assert told(training, plan(country="TZ"))[About.HELP] is Weight.NOTE


def test_a_help_service_in_the_plan_that_was_called_is_fine(training: TrainingServices) -> None:
    training.confirm_help(LINE_116, date(2026, 11, 20))
    step = Step(new_id(), training.take(LINE_116, Choice()))
    assert told(training, plan(step, country="TZ"))[About.HELP] is Weight.FINE


def test_that_no_service_is_known_to_answer_in_the_language_is_noted(
    training: TrainingServices,
) -> None:
    there = plan(country="TZ")
    assert told(training, replace(there, language="sw"))[About.HELP_LANGUAGE] is Weight.NOTE
    assert About.HELP_LANGUAGE not in told(training, there)
    assert About.HELP_LANGUAGE not in told(training, plan(country="AL"))


def test_a_service_that_answers_in_the_language_is_enough() -> None:
    there = replace(plan(country="TZ"), language="sw")
    found = findings(there, Helping(services=2, spoken=1), {})
    assert About.HELP_LANGUAGE not in {one.about for one in found}


# --- help -------------------------------------------------------------------------------------


def test_countries_have_their_numbers_of_help_services(training: TrainingServices) -> None:
    counts = {one.code: one.services for one in training.help_countries()}
    assert (counts["TZ"], counts["AL"]) == (2, 0)


def test_what_has_a_telephone_comes_first(training: TrainingServices) -> None:
    found = training.help_for("TZ", "")
    assert found.own[0].head.id == LINE_116
    assert found.own[0].checked is None
    assert any("aosp" in str(place.head.id) for place in found.beyond)


def test_a_service_that_was_called_says_when(training: TrainingServices) -> None:
    training.confirm_help(LINE_116, date(2026, 11, 20))
    assert training.help_for("TZ", "").own[0].checked == date(2026, 11, 20)
    training.confirm_help(LINE_116, None)
    assert training.help_for("TZ", "").own[0].checked is None


# --- travelling -------------------------------------------------------------------------------


def held(session: str, reached: int | None = 40, country: str = "TZ") -> HeldSession:
    now = NOW
    return HeldSession(
        new_id(),
        session,
        "S",
        date(2026, 11, 26),
        now,
        now,
        country=country,
        audience="teachers",
        reached=reached,
        shown=(Shown(new_id(), "term", "What grooming is", GROOMING),),
        hands=(HandCount(new_id(), "Q", ("A", "B"), (3, 9), 1, "grooming-time"),),
        remarks="Mrs X wept.",
        place="Mwanza",
    )


def as_it_is(session: Session) -> Session:
    return session


@pytest.mark.parametrize("with_results", [True, False])
def test_a_session_travels_with_or_without_its_results(
    training: TrainingServices, bundled: Casebook, tmp_path: Path, with_results: bool
) -> None:
    session = training.make("teachers", "Ours", "TZ").session
    training.write_held(held(session.id))
    training.export(session.id, tmp_path / "s.json", with_results, as_it_is)
    there = open_user_data(tmp_path / "there.sqlite", tmp_path / "b")
    other = training_services(Sources(lambda: there, lambda: bundled))
    opened = other.open_file(tmp_path / "s.json")
    assert (opened.session.title, opened.session.steps) == ("Ours", session.steps)
    assert opened.missing == ()
    assert opened.held == len(other.held()) == int(with_results)
    assert all(not one.remarks for one in other.held())
    there.close()


def test_opening_it_twice_leaves_one(training: TrainingServices, tmp_path: Path) -> None:
    session = training.make("teachers", "Ours", "TZ").session
    training.export(session.id, tmp_path / "s.json", True, as_it_is)
    training.open_file(tmp_path / "s.json")
    assert len(training.sessions()) == 1


def test_a_session_that_travels_again_after_a_change_is_one_there(
    training: TrainingServices, bundled: Casebook, tmp_path: Path
) -> None:
    session = training.make("teachers", "Ours", "TZ").session
    there = open_user_data(tmp_path / "there.sqlite", tmp_path / "b")
    other = training_services(Sources(lambda: there, lambda: bundled))
    for title in ("Ours", "Ours, changed"):
        training.change(session.id, lambda one, title=title: replace(one, title=title))
        training.export(session.id, tmp_path / "s.json", False, as_it_is)
        other.open_file(tmp_path / "s.json")
    assert [line.session.title for line in other.sessions()] == ["Ours, changed"]
    there.close()


def test_what_could_not_be_written_here_travels_along_and_may_come_back(
    training: TrainingServices, bundled: Casebook, tmp_path: Path
) -> None:
    session = training.make("teachers", "Ours", "TZ").session
    file = tmp_path / "s.json"
    training.export(session.id, file, False, lambda one: replace(one, title="Typed"))
    there = open_user_data(tmp_path / "there.sqlite", tmp_path / "b")
    other = training_services(Sources(lambda: there, lambda: bundled))
    assert other.open_file(file).session.title == "Typed"
    assert [line.session.title for line in training.sessions()] == ["Ours"]
    training.open_file(file)
    assert [line.session.title for line in training.sessions()] == ["Typed"]
    there.close()


def test_pictures_travel_along(
    training: TrainingServices, bundled: Casebook, tmp_path: Path
) -> None:
    asset = training.keep_picture(b"bytes")
    session = training.write(plan(Step(new_id(), PicturePart(asset, "A map"))))
    training.export(session.id, tmp_path / "s.json", False, as_it_is)
    there = open_user_data(tmp_path / "there.sqlite", tmp_path / "b")
    other = training_services(Sources(lambda: there, lambda: bundled))
    other.open_file(tmp_path / "s.json")
    assert other.picture(asset) == b"bytes"
    there.close()


def test_what_was_removed_in_this_window_comes_back_with_its_picture(
    training: TrainingServices, data: UserData
) -> None:
    asset = training.keep_picture(b"bytes")
    session = training.write(plan(Step(new_id(), PicturePart(asset, "A map"))))
    gone = training.remove(session.id)
    training.keep_picture(b"others")
    put_back(data, gone)
    assert training.picture(asset) == b"bytes"


def test_what_an_earlier_window_left_behind_is_removed_with_the_first_change(
    training: TrainingServices, data: UserData, bundled: Casebook
) -> None:
    left = training.keep_picture(b"left behind")
    later = training_services(Sources(lambda: data, lambda: bundled))
    later.sessions()
    assert later.picture(left) == b"left behind"
    later.write(plan())
    assert later.picture(left) is None


def test_a_file_that_is_no_session_changes_nothing(
    training: TrainingServices, tmp_path: Path
) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"fieldcat": "belongings"}')
    with pytest.raises(BelongingsError):
        training.open_file(file)
    assert training.sessions() == ()


# --- adding up, and giving back ---------------------------------------------------------------


def test_totals_tell_where_nobody_counted() -> None:
    found = totals([held("a"), held("a", None), held("a", 10, "CO")])
    assert (found.whole.sessions, found.whole.reached, found.whole.uncounted) == (3, 50, 1)
    assert [(one.value, one.reached) for one in found.by_country] == [("TZ", 40), ("CO", 10)]
    assert [one.value for one in found.by_month] == ["2026-11"]


def test_the_envelope_tells_nobody_counted_from_nobody_came() -> None:
    text = envelope([held("a"), held("a", None), held("a", None, "CO")], [], ())
    assert "TZ: 2 sessions, 40 people, 1 without a count" in text
    assert "CO: 1 sessions, 0 people, 1 without a count" in text


def test_the_envelope_has_numbers_and_corrections_and_nothing_private(bundled: Casebook) -> None:
    now = NOW
    wrong = Correction(
        new_id(), C_SEMA, "T", 1, "It is\n6,500 now.", now, now, "pupils", "over 6,000"
    )
    text = envelope([held("a"), held("a")], [wrong], bundled.collections)
    assert "people reached: 80" in text
    assert "TZ: 2 sessions, 80 people" in text
    assert "fieldcat/term/grooming: 2" in text
    assert "grooming-time: 18 of 24" in text
    assert "  should be: It is 6,500 now." in text
    assert "wept" not in text
    assert "Mwanza" not in text


def test_a_removed_session_is_given(training: TrainingServices) -> None:
    session = training.write(plan(Step(new_id(), Discussion("Why?"))))
    assert training.remove(session.id).sessions == (session,)


def test_what_is_added_is_there(training: TrainingServices) -> None:
    session = training.write(plan())
    step = Step(new_id(), training.take(GROOMING, Choice()))
    training.change(session.id, lambda one: with_steps(one, [step]))
    training.write_step(session.id, replace(step, notes="Slowly."))
    (found,) = training.prepared(session.id).session.steps
    assert (found.notes, origin_of(found.content)) == ("Slowly.", origin_of(step.content))
