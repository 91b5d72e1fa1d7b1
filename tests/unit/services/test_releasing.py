"""The bundled casebook is released as any other; a new workspace holds as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.errors import ReleaseError
from fieldcat.services.publishing import check_workspace
from fieldcat.services.releasing import first_release, make_workspace


def test_the_bundled_release_is_what_its_workspace_and_the_development_keys_make(
    root: Path, tmp_path: Path
) -> None:
    words = (root / "development-keys" / "passphrase").read_text().strip()
    first_release(
        root / "resources" / "casebook",
        keys=root / "development-keys",
        bundle=tmp_path / "casebook.fieldcat",
        root=tmp_path / "casebook.root.json",
        passphrase=lambda _: words,
    )
    for name in ("casebook.fieldcat", "casebook.root.json"):
        assert (tmp_path / name).read_bytes() == (root / "data" / name).read_bytes(), (
            "run `make casebook`"
        )


def test_a_workspace_to_begin_with_holds_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    make_workspace(
        folder, collection="tales", title="It's: mine", publisher="We", date="2026-11-22"
    )
    built = check_workspace(folder)
    assert built.warnings == ()
    assert built.collection.title == "It's: mine"


def test_no_workspace_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(ReleaseError) as caught:
        make_workspace(tmp_path, collection="a", title="b", publisher="c", date="2026-11-22")
    assert caught.value.data["reason"] == "not-empty"
