"""The command line on the bundled casebook: what scripts and helpers on the telephone rely on."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from tests.unit.cli.conftest import Program

from fieldcat import services, wiring
from fieldcat.errors import ReadOnlyError

BUILT_WITH = (3, 40)
"""The SQLite that built the bundled catalogue: another may lay the same rows out otherwise."""

HIT = {
    "id", "kind", "title", "organisation", "countries", "year", "language", "score", "snippet",
    "source_url",
}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "study"),
    [
        ("viguias", "red-papaz-viguias"),
        ("helplne tanzania", "c-sema-tanzania"),
        ("how do banks spot payments for abuse", "project-shadow"),
        ("albania", "iamsafeonline-albania"),
        ("chatbot", "snehai"),
        ("sextortion", "for-your-eyes-only"),
        ("network scale-up", "scale-of-harm"),
        ("116", "c-sema-tanzania"),
    ],
)
def test_a_search_among_case_studies_gives_the_right_one_first(
    used_program: Program, query: str, study: str
) -> None:
    answer = used_program.json("search", query, "--kind", "case-study")
    assert answer["hits"][0]["id"] == f"fieldcat/case-study/{study}"


def test_an_answer_has_every_documented_field(used_program: Program) -> None:
    answer = used_program.json("search", "hotline colombia", "--limit", "3")
    assert set(answer) == {"query", "total", "suggestion", "preferred_term", "hits"}
    assert [set(hit) for hit in answer["hits"]] == [HIT] * 3


def test_filters_can_be_typed_in_the_query(used_program: Program) -> None:
    options = ("--country", "tz", "--year", "2020..2024")
    asked = used_program.json("search", "helpline", *options)
    typed = used_program.json("search", "country:tanzania helpline year:2020..2024")
    assert typed["total"] == asked["total"] > 0
    assert [hit["id"] for hit in typed["hits"]] == [hit["id"] for hit in asked["hits"]]
    again = used_program.json("search", asked["query"])
    assert again["hits"] == asked["hits"]
    without = used_program.json("search", "helpline -country:tz", "--limit", "100")
    assert all("TZ" not in hit["countries"] for hit in without["hits"])


def test_what_is_no_filter_in_a_query_is_words(used_program: Program) -> None:
    answer = used_program.json("search", "helpline country:atlantis")
    assert answer["query"] == "helpline country:atlantis"
    assert answer["hits"]


def test_a_discouraged_term_finds_entries_and_names_the_preferred_one(
    used_program: Program,
) -> None:
    answer = used_program.json("search", "child pornography")
    assert answer["preferred_term"].lower() == "child sexual abuse material"
    assert "term/child-sexual-abuse-material" in answer["hits"][0]["id"]


def test_a_misspelt_word_is_suggested_right(used_program: Program) -> None:
    assert used_program.json("search", "helplne tanzania")["suggestion"] == "helpline tanzania"


def test_no_hits_are_no_fault(used_program: Program) -> None:
    answer = used_program.json("search", "zzzzqqqq")
    assert (answer["total"], answer["hits"]) == (0, [])


def test_filters_combine_any_within_one_and_all_across(used_program: Program) -> None:
    one = used_program.json("list", "--kind", "case-study", "--country", "CO")["entries"]
    two = used_program.json("list", "--kind", "case-study", "--country", "CO", "--country", "tz")
    assert {"CO"} <= {country for entry in one for country in entry["countries"]}
    assert two["total"] > len(one)
    assert {entry["kind"] for entry in two["entries"]} == {"case-study"}


def test_the_ten_studies_are_listed_with_the_fields_of_a_hit(used_program: Program) -> None:
    listed = used_program.json("list", "--kind", "case-study")
    assert listed["total"] == 10
    assert {frozenset(entry) for entry in listed["entries"]} == {
        frozenset(HIT - {"score", "snippet"})
    }


def test_newest_first_means_by_year(used_program: Program) -> None:
    listed = used_program.json("list", "--kind", "case-study", "--sort", "newest")
    years = [entry["year"] for entry in listed["entries"]]
    assert years == sorted(years, reverse=True)


def test_facets_count_what_list_lists(used_program: Program) -> None:
    counted = used_program.json("facets", "--kind", "organisation")
    for country in counted["country"]:
        listed = used_program.json("list", "--kind", "organisation", "--country", country["value"])
        assert country["count"] == listed["total"]


def test_a_kind_is_counted_under_all_other_filters_but_not_its_own(used_program: Program) -> None:
    kinds = used_program.json("facets", "--kind", "organisation", "--country", "CO")["kind"]
    assert {"case-study", "organisation"} <= {kind["value"] for kind in kinds if kind["count"]}


def test_an_entry_is_shown_whole(used_program: Program) -> None:
    entry = used_program.json("show", "fieldcat/case-study/red-papaz-viguias")
    assert entry["head"]["title"]
    assert len(entry["sections"]) >= 5
    assert len(entry["figures"]) >= 8


@pytest.mark.parametrize("short", ["case-study/red-papaz-viguias", "organisation/red-papaz"])
def test_the_collection_may_be_left_out_of_an_id(used_program: Program, short: str) -> None:
    assert used_program.json("show", short)["head"]["id"] == f"fieldcat/{short}"


def test_every_entry_prints_as_text(used_program: Program) -> None:
    for entry in used_program.json("list", "--kind", "case-study")["entries"]:
        shown = used_program.run("show", entry["id"])
        assert (shown.returncode, entry["title"] in shown.stdout) == (0, True)


def test_what_is_kept_is_a_filter(program: Program) -> None:
    program.run("bookmark", "case-study/snehai")
    for listed in (
        program.json("list", "--saved", "kept")["entries"],
        program.json("search", "saved:kept")["hits"],
    ):
        assert [entry["id"] for entry in listed] == ["fieldcat/case-study/snehai"]


def test_what_is_kept_is_listed_with_its_folder(program: Program) -> None:
    kept = program.run("bookmark", "case-study/snehai", "--folder", "For Tuesday")
    assert kept.returncode == 0
    listed = program.json("bookmarks")
    assert listed["folders"] == ["For Tuesday"]
    assert [(entry["id"], entry["folder"]) for entry in listed["bookmarks"]] == [
        ("fieldcat/case-study/snehai", "For Tuesday")
    ]


def test_keeping_twice_keeps_once(program: Program) -> None:
    program.run("bookmark", "case-study/snehai")
    program.run("bookmark", "case-study/snehai")
    assert len(program.json("bookmarks")["bookmarks"]) == 1


def test_the_doctor_finds_nothing_wrong_with_a_used_program(used_program: Program) -> None:
    report = used_program.json("doctor")
    assert report["healthy"] is True
    assert {"fieldcat", "python", "sqlite"} <= set(report["versions"])


def test_the_doctor_names_damaged_user_data_and_ends_with_1(program: Program) -> None:
    program.run("bookmark", "case-study/snehai")
    (program.home / "user.sqlite").write_bytes(b"not a database" * 100)
    report = program.run("doctor", "--json")
    assert report.returncode == 1
    assert '"healthy": false' in report.stdout


def test_damaged_user_data_is_set_aside_and_kept(program: Program) -> None:
    program.run("bookmark", "case-study/snehai")
    damaged = b"not a database" * 100
    (program.home / "user.sqlite").write_bytes(damaged)
    failed = program.run("bookmarks")
    aside = list(program.home.glob("user.sqlite.damaged-*"))
    assert failed.returncode == 1
    assert "set aside" in failed.stderr
    assert "fieldcat restore" in failed.stderr
    assert [file.read_bytes() for file in aside] == [damaged]


def test_a_damaged_index_is_built_again_without_a_word(program: Program) -> None:
    first = program.json("search", "hotline")
    for file in (program.home / "catalogue" / "index").rglob("*"):
        if file.is_file() and file.suffix != ".json":
            file.write_bytes(file.read_bytes()[:10])
    assert program.json("search", "hotline") == first


@pytest.mark.parametrize("command", ["search", "facets"])
def test_an_index_damaged_inside_answers_rightly_the_first_time(
    program: Program, command: str
) -> None:
    first = program.json(command, "hotline")
    (postings,) = (program.home / "catalogue" / "index").rglob("*.pst")
    whole = postings.read_bytes()
    postings.write_bytes(whole[:64] + bytes(byte ^ 0xFF for byte in whole[64:]))
    assert program.json(command, "hotline") == first


def test_a_query_that_is_no_text_finds_nothing_and_harms_nothing(used_program: Program) -> None:
    assert used_program.json("search", "\udcff\udcfe")["hits"] == []


def test_a_language_that_is_no_text_shows_the_original(used_program: Program) -> None:
    shown = used_program.json("show", "case-study/snehai", "--language", "\udcff")
    assert shown["head"]["language"] == "en"


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["nonsense"],
        ["list", "--country", "Atlantis"],
        ["list", "--topic", "no-such-topic"],
        ["list", "--year", "recent"],
        ["show", "no id"],
        ["search", "x", "--limit", "0"],
        ["publish", "build", "resources/casebook"],
        ["publish", "build", "resources/casebook", "--output", "no/such/x.sqlite"],
        ["bookmark", "case-study/snehai", "--folder", " "],
        ["bookmark", "case-study/snehai", "--folder", "\udcff"],
        ["bookmark", "\udcff"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(program: Program, arguments: list[str]) -> None:
    done = program.run(*arguments)
    assert done.returncode == 2
    assert "Error" in done.stderr


def test_an_unknown_entry_ends_with_1_and_one_sentence(used_program: Program) -> None:
    done = used_program.run("show", "case-study/nobody-wrote-this")
    assert done.returncode == 1
    assert done.stderr.startswith("fieldcat: No entry has the id")
    assert done.stderr.count("\n") == 1


def test_an_unknown_value_is_refused_with_the_nearest_that_exists(used_program: Program) -> None:
    done = used_program.run("list", "--topic", "reporting-abus")
    assert "Did you mean reporting-abuse" in done.stderr


def test_the_bundled_catalogue_is_what_its_sources_build(
    program: Program, root: Path, tmp_path: Path
) -> None:
    rebuilt = tmp_path / "again.sqlite"
    built = program.run(
        "publish", "build", str(root / "resources" / "casebook"), "--output", str(rebuilt)
    )
    assert (built.returncode, built.stderr) == (0, "")
    bundled = root / "data" / "casebook.sqlite"
    assert dump(rebuilt) == dump(bundled)
    if sqlite3.sqlite_version_info[:2] == BUILT_WITH:
        assert rebuilt.read_bytes() == bundled.read_bytes()


def dump(catalogue: Path) -> list[str]:
    connection = sqlite3.connect(f"file:{catalogue}?mode=ro", uri=True)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_a_workspace_with_faults_names_each_and_writes_nothing(
    program: Program, tmp_path: Path
) -> None:
    entries = tmp_path / "workspace" / "entries" / "case-study"
    entries.mkdir(parents=True)
    (tmp_path / "workspace" / "workspace.yaml").write_text("format: 1\n", encoding="utf-8")
    (entries / "one.md").write_text("---\nkind: case-study\ntitel: x\n---\n", encoding="utf-8")
    output = tmp_path / "out.sqlite"
    done = program.run("publish", "build", str(tmp_path / "workspace"), "--output", str(output))
    assert done.returncode == 1
    assert "one.md:3" in done.stderr
    assert "workspace.yaml:1" in done.stderr
    assert not output.exists()


def test_an_output_that_cannot_be_written_to_is_answered_with_another_place(
    program: Program, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_workspace: Path, output: Path) -> NoReturn:
        raise ReadOnlyError(path=str(output))

    monkeypatch.setattr(wiring, "build_catalogue", refuse)
    done = program.run("publish", "build", str(root / "resources" / "casebook"), "--output", "x")
    assert done.returncode == 1
    assert done.stderr.endswith("Choose another place for the output.\n")
    assert "--data-dir" not in done.stderr


@pytest.mark.parametrize("missing", ["yaml", "markdown_it"])
def test_without_the_publishing_parts_publishing_says_so(
    program: Program, root: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("fieldcat.publishing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "fieldcat.services.publishing", raising=False)
    monkeypatch.delattr(services, "publishing", raising=False)
    # Python takes None for «there is no such module».
    monkeypatch.setitem(sys.modules, missing, None)
    done = program.run("publish", "build", str(root / "resources" / "casebook"), "--check")
    assert done.returncode == 1
    assert done.stderr.startswith("fieldcat: This fieldcat was installed without the publishing")
    assert done.stderr.count("\n") == 1
