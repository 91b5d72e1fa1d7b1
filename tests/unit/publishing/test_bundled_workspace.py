"""The casebook that comes with fieldcat is a workspace like any publisher's."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.domain.entry import HelpService, Kind, SectionRole, Term
from fieldcat.errors import WorkspaceError
from fieldcat.publishing.building import Built, build
from fieldcat.publishing.vocabularies import NAMES


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    try:
        return build(root / "resources" / "casebook")
    except WorkspaceError as error:
        faults = error.data["faults"]
        assert isinstance(faults, tuple)
        pytest.fail("\n".join(map(str, faults)))


def test_it_has_neither_faults_nor_warnings(built: Built) -> None:
    assert built.warnings == ()


def test_it_has_every_vocabulary(built: Built) -> None:
    assert {words.id for words in built.vocabularies} == set(NAMES)


def test_it_tells_of_the_ten_studies(built: Built) -> None:
    studies = [entry for entry in built.entries if entry.head.kind is Kind.CASE_STUDY]

    assert len(studies) == 10
    for study in studies:
        roles = {section.role for section in study.sections}
        assert SectionRole.KEY_POINTS in roles, study.id
        assert study.figures, study.id
        assert study.head.organisations, study.id


def test_it_names_who_takes_part_and_where_to_turn(built: Built) -> None:
    kinds = [entry.head.kind for entry in built.entries]

    assert kinds.count(Kind.ORGANISATION) >= 30
    assert kinds.count(Kind.HELP_SERVICE) >= 10


def test_its_glossary_defines_terms_and_discourages_words(built: Built) -> None:
    terms = [entry.part for entry in built.entries if isinstance(entry.part, Term)]
    discouraged = {word.word for term in terms for word in term.discouraged}

    assert len(terms) >= 35
    assert "child pornography" in discouraged


def test_each_help_service_is_stated_by_one_of_the_studies(built: Built) -> None:
    ids = {entry.id for entry in built.entries}

    for entry in built.entries:
        if isinstance(entry.part, HelpService):
            assert entry.part.stated_by in ids
