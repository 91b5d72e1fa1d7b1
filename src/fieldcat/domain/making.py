"""Making many values of one frozen dataclass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)


def maker(kind: type[T]) -> Callable[..., T]:
    """What makes a frozen dataclass with slots from its fields by place, in a third of the time.

    Each field of what is frozen is set by a call, past its lock. So the fields are put into an
    object of a class that has the same slots and no lock, and that object is made one of ``kind``,
    which Python allows between classes of one layout.
    """
    like = [(one.name, object, _default(one)) for one in fields(kind)]
    # Without a docstring, Python would put one together, which takes most of the time.
    named = {"__doc__": kind.__doc__}
    unlocked = make_dataclass(
        kind.__name__, like, namespace=named, slots=True, eq=False, repr=False, match_args=False
    )

    def make(*parts: object) -> T:
        made: Any = unlocked(*parts)
        made.__class__ = kind
        return made  # type: ignore[no-any-return]  # by now it is one

    return make


def _default(one: Field[Any]) -> Any:
    return field() if one.default is MISSING else field(default=one.default)
