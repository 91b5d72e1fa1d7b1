from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from fieldcat.domain.making import maker


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A value as the domain has them."""

    name: str
    people: int
    language: str = "en"


place = maker(Place)


def test_what_is_made_is_what_its_class_makes() -> None:
    made = place("Kigoma", 215_000, "sw")
    assert type(made) is Place
    assert made == Place("Kigoma", 215_000, "sw")
    assert hash(made) == hash(Place("Kigoma", 215_000, "sw"))
    assert repr(made) == repr(Place("Kigoma", 215_000, "sw"))
    assert made > Place("Kigoma", 1)


def test_fields_that_are_left_out_have_their_defaults() -> None:
    assert place("Quito", 2_000_000) == Place("Quito", 2_000_000)


def test_a_field_without_a_default_has_to_be_given() -> None:
    with pytest.raises(TypeError):
        place("Quito")


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        place("Quito", 2_000_000).name = "Lima"  # type: ignore[misc]  # that is what fails


def test_it_can_be_changed_and_handed_to_another_process_like_any_other() -> None:
    made = place("Quito", 2_000_000)
    assert replace(made, people=3) == Place("Quito", 3)
    assert pickle.loads(pickle.dumps(made)) == made
