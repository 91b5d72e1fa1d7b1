from __future__ import annotations

from fieldcat.publishing.faults import Fault, FaultLog, in_order, nearest, one_of, shown
from fieldcat.publishing.rules import Level


def test_a_fault_says_file_line_field_problem_and_what_is_allowed() -> None:
    fault = Fault("entries/tool/a.md", 7, "year", "“24” is not right here", "YYYY")

    assert str(fault) == ("entries/tool/a.md:7: fault: year: “24” is not right here. Allowed: YYYY")


def test_a_fault_of_a_whole_file_names_no_line_and_no_field() -> None:
    assert str(Fault("tables/terms.csv", 0, "", "is too large")) == (
        "tables/terms.csv: fault: is too large"
    )


def test_a_log_keeps_faults_and_warnings_of_its_file() -> None:
    log = FaultLog("a.md")

    log.fault(1, "title", "is missing")
    log.warning(2, "status", "is a draft")

    assert [(fault.file, fault.level) for fault in log.found] == [
        ("a.md", Level.FAULT),
        ("a.md", Level.WARNING),
    ]


def test_faults_come_by_file_and_line_each_once() -> None:
    first, second, third = Fault("a", 2, "", "x"), Fault("a", 10, "", "x"), Fault("b", 1, "", "x")

    assert in_order([third, second, first, second]) == (first, second, third)


def test_what_was_found_first_in_a_line_stays_first() -> None:
    one, other = Fault("a", 1, "z", "x"), Fault("a", 1, "b", "x")

    assert in_order([one, other]) == (one, other)


def test_the_nearest_word_is_offered_first() -> None:
    allowed = one_of("grooming2", ["schools", "grooming", "law"])

    assert allowed == "grooming (did you mean that?), law, schools"


def test_case_and_underscores_do_not_hide_the_nearest_word() -> None:
    assert nearest("Online_Safety", ["online-safety"]) == "online-safety"


def test_nothing_is_offered_for_a_word_that_is_like_none() -> None:
    assert one_of("xyz", ["grooming", "law"]) == "grooming, law"


def test_many_words_are_described_and_not_listed() -> None:
    many = [f"word-{number}" for number in range(100)]

    assert one_of("xyz", many, "words with a number") == "words with a number"
    assert one_of("xyz", many) == "one of 100 ids"
    assert one_of("word-7x", many).startswith("word-7 (did you mean that?)")


def test_no_words_at_all_are_said_to_be_none() -> None:
    assert one_of("xyz", []) == "none is defined"


def test_long_words_are_cut_in_messages() -> None:
    assert len(shown("a" * 1000)) < 70


def test_names_that_are_no_text_can_still_be_printed() -> None:
    broken = b"caf\xe9".decode("utf-8", "surrogateescape")

    assert shown(broken) == "“caf?”"
    assert FaultLog(broken).file == "caf?"
