"""However a casebook comes to be, from what was here or wholly anew, it has the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.fakes.laptop import copied, laptop, shipped
from tests.fakes.publisher import BASE, Press

from fieldcat.services import composing
from fieldcat.services.holdings import Bundled
from fieldcat.services.importing import take_in
from fieldcat.storage.generations import damage

TEXTS = ("A corrected hammer.", "A saw that is new, and longer than all others.")
editions = st.lists(
    st.dictionaries(
        st.sampled_from(["tool-0", "tool-7", "tool-19", "axe", "zither"]),
        st.none() | st.sampled_from(TEXTS),
        min_size=1,
        max_size=3,
    ),
    min_size=2,
    max_size=3,
)
"""What each edition changes: other words, or (None) none of it any more."""


SHIPPED = ("casebook.sqlite", "casebook.fieldcat", "casebook.root.json")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publisher with a first edition, and the program that it came with."""
    press = Press(tmp_path_factory.mktemp("story") / "press").make_keys()
    press.release(1, BASE)
    shipped(press, press.folder / "program")
    return press.folder


@settings(
    max_examples=4,
    phases=[Phase.explicit, Phase.generate],  # each example is some imports
)
@given(editions)
def test_after_any_editions_it_has_the_bytes_of_one_made_anew(
    story: Path, changes: list[Mapping[str, str | None]]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        press = Press(folder / "press")
        shutil.copytree(story, press.folder)
        bundled = Bundled(*(folder / "press" / "program" / each for each in SHIPPED))
        here, tools, ever = laptop(bundled, folder / "here"), dict(BASE), set(BASE)
        here.generations.root.mkdir(parents=True)
        for number, change in enumerate(changes, 2):
            before = dict(tools)
            tools.update({slug: text for slug, text in change.items() if text is not None})
            for slug, text in change.items():
                if text is None:
                    tools.pop(slug, None)
            if tools == before:
                continue
            ever |= tools.keys()
            (press.workspace / "withdrawn.yaml").unlink(missing_ok=True)
            bundle = press.release(number, tools, sorted(ever - tools.keys())).full
            anew = copied(here, folder / f"anew-{number}")
            take_in(bundle, laptop=here)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(composing, "standing_before", lambda *_: (None, 0))
                patch.setattr(composing, "wholly_unchanged", lambda *_: frozenset())
                take_in(bundle, laptop=anew)
            assert here.catalogue.read_bytes() == anew.catalogue.read_bytes()
            assert here.live is not None
            assert damage(here.live) == ()
