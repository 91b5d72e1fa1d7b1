"""Hypothesis strategies for sessions and for what was held."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from tests import strategies as made

from fieldcat.domain import session as domain
from fieldcat.domain.entry import HelpService, Kind, Term
from fieldcat.domain.holding import Correction, HandCount, HeldSession, Shown, SurveyTotals
from fieldcat.domain.keeping import Passage
from fieldcat.domain.session import (
    Content,
    EntryPart,
    FigurePart,
    HelpPart,
    Moment,
    Origin,
    Quiz,
    QuizForm,
    Session,
    Step,
    SurveyQuestion,
    TermPart,
)

_T = TypeVar("_T")
_BEGAN = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)

moments = st.integers(0, 5).map(lambda tenths: _BEGAN + timedelta(milliseconds=100 * tenths))
days = st.integers(0, 400).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
minutes = st.sampled_from([0, 5, 10, 1440])
words = st.sampled_from(["", "Ask first.", "línea «caliente»\n\n中", "x" * 300])
ids = st.integers(0, 5).map(lambda number: f"{number:032x}")


def _few(values: st.SearchStrategy[_T], max_size: int = 2) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(values, max_size=max_size).map(tuple)


origins = st.builds(
    Origin,
    entry=made.entry_ids,
    revision=st.integers(1, 9),
    title=made.names(),
    language=made.languages,
    source=made.sources,
    organisation=st.just("") | made.names(),
    countries=_few(st.sampled_from(["CO", "TZ"])),
    evidence=st.just("") | made.slugs,
    sensitive=st.sampled_from(["", "Survivors speak in it."]),
)
passages = st.builds(Passage, made.local_ids, words, words.map(lambda text: text[:40]))
_term: st.SearchStrategy[Term] = made.PARTS[Kind.TERM]  # type: ignore[assignment]  # by its kind
_help: st.SearchStrategy[HelpService] = made.PARTS[Kind.HELP_SERVICE]  # type: ignore[assignment]  # as above
_sections = _few(made.sections)


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """Quizzes whose right answer is one of the answers."""
    answers = draw(st.lists(words, min_size=1, max_size=4).map(tuple))
    return Quiz(
        draw(words),
        answers,
        draw(st.integers(0, len(answers) - 1)),
        draw(words),
        draw(st.sampled_from(QuizForm)),
        draw(st.sampled_from(["", "quiz/one"])),
        draw(st.none() | origins),
    )


contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(
        EntryPart,
        origins,
        _sections,
        _few(made.figures),
        _few(made.references),
        st.none() | passages,
        words,
    ),
    st.builds(FigurePart, origins, made.figures, _few(made.figures)),
    st.builds(TermPart, origins, _term, words, _sections),
    st.builds(HelpPart, origins, _help, words, _sections),
    st.builds(
        domain.PicturePart,
        st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
        words,
        words,
        st.integers(0, 5_000),
        st.integers(0, 5_000),
        st.none() | origins,
    ),
    st.builds(domain.Discussion, words, _few(words)),
    quizzes(),
    st.builds(domain.OwnText, words),
    st.builds(domain.Break),
    st.builds(domain.Survey, st.sampled_from(Moment)),
)


def steps(id: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Step]:
    """Steps of a plan."""
    return st.builds(Step, id, contents, st.just("") | made.names(), minutes, words)


def plain_steps(id: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Step]:
    """Steps that are quickly drawn, for what does not look into them."""
    own = st.builds(domain.Discussion, words)
    title = st.sampled_from(["", "Tea", "línea «caliente»"])
    return st.builds(Step, id, own | st.just(domain.Break()), title, minutes, words)


_questions = st.builds(SurveyQuestion, ids, words, _few(words), st.none() | st.integers(0, 3))


def sessions(
    step: st.SearchStrategy[Step] | None = None, id: st.SearchStrategy[str] = ids
) -> st.SearchStrategy[Session]:
    """Sessions with a few steps."""
    return st.builds(
        Session,
        id=id,
        title=made.names(),
        made_at=moments,
        changed_at=moments,
        day=st.none() | days,
        starts=st.none() | st.just(time(17, 30)),
        country=st.sampled_from(["", "TZ"]),
        place=words.map(lambda text: text.replace("\n", " ")),
        audience=st.sampled_from(["", "parents-and-carers"]),
        language=st.sampled_from(["", "sw", "pt-BR"]),
        length=minutes,
        goal=words,
        template=st.booleans(),
        archived=st.booleans(),
        steps=st.lists(
            plain_steps() if step is None else step, max_size=3, unique_by=lambda one: one.id
        ).map(tuple),
        questions=st.lists(_questions, max_size=2, unique_by=lambda one: one.id).map(tuple),
    )


@st.composite
def hand_counts(draw: st.DrawFn) -> HandCount:
    """Counts of as many hands as there are answers."""
    answers = draw(_few(words))
    hands = tuple(draw(st.integers(0, 99)) for _ in answers)
    return HandCount(draw(ids), draw(words), answers, hands, draw(st.none() | st.integers(0, 3)))


@st.composite
def survey_totals(draw: st.DrawFn) -> SurveyTotals:
    """Counts for all answers to all questions."""
    questions = draw(_few(words))
    answers = tuple(draw(_few(words)) for _ in questions)
    counts = tuple(tuple(draw(st.integers(0, 99)) for _ in one) for one in answers)
    moment = draw(st.sampled_from(Moment))
    return SurveyTotals(moment, draw(days), draw(st.integers(0, 99)), questions, answers, counts)


held = st.builds(
    HeldSession,
    id=ids,
    session=ids,
    title=made.names(),
    held_on=days,
    made_at=moments,
    changed_at=moments,
    country=st.sampled_from(["", "TZ", "CO"]),
    place=st.sampled_from(["", "Mwanza"]),
    audience=st.sampled_from(["", "teachers"]),
    language=st.sampled_from(["", "sw"]),
    reached=st.none() | st.integers(0, 500),
    minutes=minutes,
    shown=_few(st.builds(Shown, ids, st.just("entry"), made.names(), st.none() | made.entry_ids)),
    hands=_few(hand_counts()),
    surveys=_few(survey_totals()),
    remarks=words,
)
corrections = st.builds(
    Correction, ids, made.entry_ids, made.names(), st.integers(1, 9), words, moments, moments
)
