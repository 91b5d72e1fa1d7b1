"""Makes the enumerations of Qt in a sixth of the time that Python takes for them.

The binding makes every enumeration of a class when the class is first touched: 3,700 members until
the first page. Python makes a member by putting it into the class under its name, taking it out,
and putting it in once more, each time by way of its own methods. Here Python makes the class, and
its members are put into it at once.

What comes of it is the same, which tests compare for each enumeration of Qt. How an enumeration
keeps its members is Python's own business and differs between its versions: this is done for the
one version that is known here, which the packaged program has. Why: docs/adr/0016-enumerations.md.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable
from typing import Any

KNOWN = (3, 11)
"""The version of Python whose enumerations are known here."""

_Pairs = list[tuple[str, int]]
_create: Callable[..., Any] = enum.EnumType._create_  # type: ignore[attr-defined] # Python's own
_put = type.__setattr__
_KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)


def make_enumerations_quickly() -> None:
    """From now on, make enumerations of names and whole numbers quickly where that is known how."""
    if sys.version_info[:2] == KNOWN:
        enum.EnumType._create_ = created  # type: ignore[attr-defined] # see above


def created(
    kind: Any,
    name: str,
    names: Any,
    *,
    module: str | None = None,
    qualname: str | None = None,
    type: Any = None,
    start: int = 1,
    boundary: enum.FlagBoundary | None = None,
) -> Any:
    """An enumeration, as ``Enum("Name", [("A", 1), …])`` gives it."""
    if module is None:
        # As Python has it: who called what called this.
        module = sys._getframe(2).f_globals.get("__name__")
    flags = kind in _KINDS and issubclass(kind, enum.Flag)
    plain = type is None and kind in _KINDS and _is_plain(names, flags=flags)
    made = _create(
        kind,
        name,
        () if plain else names,
        module=module,
        qualname=qualname,
        type=type,
        start=start,
        boundary=boundary,
    )
    if plain:
        (_fill_flags if flags else _fill)(made, names)
    return made


def _is_plain(names: Any, *, flags: bool) -> bool:
    """Whether these are pairs of a name and a whole number, of which Python makes nothing else."""
    if names.__class__ is not list:
        return False
    for pair in names:
        if pair.__class__ is not tuple or len(pair) != 2:
            return False
        name, value = pair
        if value.__class__ is not int or (flags and value < 0):
            return False
        # Those would be attributes of members, or Python's own.
        if name[:1] in ("_", "") or name in ("name", "value", "mro"):
            return False
    return len(dict(names)) == len(names)


def _fill(made: Any, names: _Pairs) -> None:
    order, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = _member(made, name, value, len(order))
            order.append(name)
        by_name[name] = member
        _put(made, name, member)


def _fill_flags(made: Any, names: _Pairs) -> None:
    order, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    every = singles = 0
    for name, value in names:
        every |= value
        single = value > 0 and not value & (value - 1)
        if single:
            singles |= value
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = _member(made, name, value, len(order))
            if single:
                order.append(name)
        by_name[name] = member
        _put(made, name, member)
    made._flag_mask_, made._singles_mask_ = every, singles
    made._all_bits_ = 2 ** every.bit_length() - 1
    listed = [by_name[name]._value_ for name in order]
    if listed != sorted(listed):
        made._iter_member_ = made._iter_member_by_def_


def _member(made: Any, name: str, value: int, place: int) -> Any:
    member = made._new_member_(made, value) if made._use_args_ else made._new_member_(made)
    member._value_ = value
    member._name_ = name
    member.__objclass__ = made
    member._sort_order_ = place
    return member
