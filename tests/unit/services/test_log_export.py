"""What is sent to a helper names no person, no search and nothing that is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

import pytest

from fieldcat.errors import EnvironmentFaultError
from fieldcat.services.checking import Finding, Report
from fieldcat.services.log_export import Discretion, discretion_here, export_log
from fieldcat.services.logbook import close_log, note_defect, open_log

REPORT = Report(
    {"fieldcat": "1.0", "sqlite": "3.45"},
    (Finding("catalogue", "210 entries"), Finding("index", "damaged", healthy=False)),
)
HERE = Discretion({"<home>": Path("/home/maria lopez")}, ("maria lopez", "maria", "LAPTOP-7"))


def exported(folder: Path, discretion: Discretion = HERE) -> str:
    target = folder / "log.txt"
    moment = datetime(2024, 11, 12, 9, 30, tzinfo=UTC)
    export_log(target, logs=folder, report=REPORT, discretion=discretion, clock=lambda: moment)
    return target.read_text(encoding="utf-8")


def test_it_has_the_versions_the_state_and_the_log(tmp_path: Path) -> None:
    open_log(tmp_path)
    close_log()
    text = exported(tmp_path)
    assert "made 2024-11-12T09:30:00Z" in text
    assert "fieldcat             1.0" in text
    assert "ok    catalogue: 210 entries\nFAULT index: damaged" in text
    assert "INFO fieldcat: fieldcat" in text


def test_all_log_files_are_in_it_from_the_oldest(tmp_path: Path) -> None:
    for age, name in enumerate(
        ("fieldcat.log.3", "fieldcat.log.2", "fieldcat.log.1", "fieldcat.log")
    ):
        (tmp_path / name).write_text(f"2024-11-0{age + 1} 08:00:00,000Z INFO fieldcat: {age}\n")
    numbers = [line[-1] for line in exported(tmp_path).splitlines() if "INFO" in line]
    assert numbers == ["0", "1", "2", "3"]


def test_where_there_is_no_log_yet_the_state_is_still_told(tmp_path: Path) -> None:
    assert exported(tmp_path).endswith("Log\n")


def test_what_a_fault_quotes_is_left_out(tmp_path: Path) -> None:
    open_log(tmp_path)
    try:
        raise ValueError("no such entry: Red PaPaz\nHotline Colombia\n    and more")
    except ValueError as fault:
        note_defect(fault)
    close_log()
    text = exported(tmp_path)
    assert "ValueError" in text
    assert "raise ValueError(" in text  # the program's own line
    assert "\nHotline Colombia" not in text
    assert "and more\n" not in text


def test_so_is_what_an_older_fieldcat_wrote_into_its_log(tmp_path: Path) -> None:
    (tmp_path / "fieldcat.log").write_text(
        "2024-11-01 08:00:00,000Z ERROR fieldcat: unforeseen: OperationalError\n"
        "Traceback (most recent call last):\n"
        '  File "x.py", line 3, in ask\n'
        "    run(query)\n"
        "    ~~~^^^^^^^\n"
        "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) disk I/O error\n"
        "[parameters: ('hotline colombia',)]\n"
        "Colombia\n"
        "2024-11-01 08:00:01,000Z INFO fieldcat: next\n"
    )
    text = exported(tmp_path)
    assert "sqlalchemy.exc.OperationalError\n2024-11-01 08:00:01" in text
    assert "olombia" not in text


@pytest.mark.parametrize(
    ("line", "shortened"),
    [
        ('File "/home/maria lopez/x/y.py"', 'File "<home>/x/y.py"'),
        ("in /home/MARIA LOPEZ/x", "in <home>/x"),
        ("file:///home/maria%20lopez/x", "file://<home>/x"),
        ("in /home/anna/x", "in /home/…/x"),
        ("in /run/media/maria/STICK/x", "in /run/media/…/STICK/x"),
        ("C:\\Users\\Anna B\\x", "C:\\Users\\…\\x"),
        ("'C:\\\\Users\\\\Anna B\\\\x'", "'C:\\\\Users\\\\…\\\\x'"),
        ("/Users/anna", "/Users/…"),
        ("backup_maria_2.sqlite", "backup_…_2.sqlite"),
        ("Marianne stays", "Marianne stays"),
        ("\\\\laptop-7\\share", "\\\\…\\share"),
    ],
)
def test_places_and_names_of_this_computer_are_shortened(line: str, shortened: str) -> None:
    assert HERE.shortened(line) == shortened


def test_a_folder_is_shortened_as_python_writes_it_on_windows() -> None:
    data = PureWindowsPath(r"D:\Data\fieldcat")
    written = Discretion({"<data folder>": Path(str(data))}).shortened(repr(str(data)))
    assert written == "'<data folder>'"


def test_the_deepest_folder_is_named_and_the_root_never() -> None:
    folders = {"<home>": Path("/h/m"), "<data folder>": Path("/h/m/data"), "<root>": Path("/")}
    assert Discretion(folders).shortened("/h/m/data/x /y") == "<data folder>/x /y"


def test_what_is_shortened_here_holds_the_folder_and_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/maria")
    monkeypatch.setenv("LOGNAME", "maria")
    here = discretion_here(tmp_path)
    assert "maria" in here.names
    assert here.shortened(f"{tmp_path}/user.sqlite") == "<data folder>/user.sqlite"


def test_a_user_without_a_home_has_a_log_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nobody)
    assert "<home>" not in discretion_here(tmp_path).folders


def test_a_folder_whose_name_is_no_text_is_no_hindrance(tmp_path: Path) -> None:
    report = Report({}, (Finding("catalogue", "in /srv/ma\udcf1ana/x"),))
    export_log(tmp_path / "log.txt", logs=tmp_path, report=report, discretion=Discretion({}))
    assert "in /srv/ma?ana/x" in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        export_log(tmp_path / "missing" / "log.txt", logs=tmp_path, report=REPORT, discretion=HERE)


def test_a_log_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "fieldcat.log").mkdir()
    with pytest.raises(EnvironmentFaultError):
        exported(tmp_path)
