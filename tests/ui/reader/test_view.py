from tests.ui.reader import made_up
from tests.ui.reader.made_up import entry_id, view_of

from fieldcat.domain.entry import Kind
from fieldcat.ui.reader.view import entries_named


def test_every_entry_that_is_named_anywhere_is_asked_for() -> None:
    assert entries_named(made_up.case_study()) == {
        made_up.HOTLINE,
        made_up.GROOMING,
        made_up.NETWORK,
        made_up.REPORT,
        made_up.LINE_116,
        made_up.OTHER_CASE,
        entry_id(Kind.TERM, "gone"),
        entry_id(Kind.TOOL, "unknown"),
        *(party.organisation for party in made_up.PARTNERS),
    }


def test_a_help_service_names_the_study_that_states_it() -> None:
    assert made_up.CASE in entries_named(made_up.help_service())


def test_a_label_that_is_not_known_is_shown_as_its_id() -> None:
    view = view_of(made_up.case_study())
    assert view.label("audiences", "parents") == "Parents and carers"
    assert view.label("audiences", "nobody") == "nobody"
    assert view.label("no-such-vocabulary", "x") == "x"


def test_a_place_is_a_country_a_region_or_words() -> None:
    view = view_of(made_up.case_study())
    assert view.place("CO") == "Colombia"
    assert view.place("the harbour") == "the harbour"
