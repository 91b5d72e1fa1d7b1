"""What is made quickly is what Python makes."""

from __future__ import annotations

import enum
import pickle
import subprocess
import sys
from typing import Any

import pytest

from fieldcat.ui import enumerations
from fieldcat.ui.enumerations import KNOWN, created

pytestmark = pytest.mark.skipif(sys.version_info[:2] != KNOWN, reason="Python makes them itself")

COMPARED = """
import enum, sys
import fieldcat.ui.enumerations as quickly

slowly, told = quickly._create, [0]

def described(made):
    for name, value in made.__dict__.items():
        if isinstance(value, made):
            yield name, type(value) is made, {**vars(value), "__objclass__": None}, int(value.value)
        elif name in ("_member_map_", "_value2member_map_"):
            yield name, [(key, member._name_) for key, member in value.items()]
        elif isinstance(value, (list, int, str, type(None), enum.FlagBoundary)):
            yield name, value
        else:
            yield name, getattr(value, "__qualname__", type(value))

def both(kind, *given, **named):
    named["module"] = "a.module"
    ours, pythons = quickly.created(kind, *given, **named), slowly(kind, *given, **named)
    assert sorted(described(ours), key=str) == sorted(described(pythons), key=str), given
    assert [member.name for member in ours] == [member.name for member in pythons], given
    told[0] += 1
    return ours

enum.EnumType._create_ = both
from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets
for module in (QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets):
    for name in dir(module):
        getattr(module, name)
print(told[0])
"""


def test_every_enumeration_of_qt_is_as_python_makes_it() -> None:
    run = [sys.executable, "-c", COMPARED]
    told = subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert int(told) > 500


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (enum.Enum, [("A", 1), ("B", 2), ("ALSO_A", 1)]),
        (enum.IntEnum, [("A", 0), ("B", -1)]),
        (enum.Flag, [("NONE", 0), ("B", 2), ("A", 1), ("BOTH", 3)]),
        (enum.IntFlag, [("A", 1), ("B", 4)]),
        (enum.Enum, [("name", 1), ("B", 2)]),
        (enum.Enum, [("A", "one"), ("B", 2)]),
        (enum.Enum, "A B"),
        (enum.Flag, [("ALL", -1), ("A", 1)]),
        (enum.Enum, []),
    ],
)
def test_it_behaves_as_one_of_pythons(
    kind: Any, names: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = created(kind, "Made", names, module=__name__)
    pythons = enumerations._create(kind, "Made", names, module=__name__)
    assert [repr(member) for member in ours] == [repr(member) for member in pythons]
    assert list(ours.__members__) == list(pythons.__members__)
    for name in ours.__members__:
        one, other = ours[name], pythons[name]
        assert (one.name, one.value, str(one), hash(one)) == (
            other.name,
            other.value,
            str(other),
            hash(other),
        )
        assert ours(one.value) is one
    monkeypatch.setattr(sys.modules[__name__], "Made", ours, raising=False)
    for member in ours:
        assert pickle.loads(pickle.dumps(member)) is member
    if issubclass(kind, enum.Flag) and len(ours) > 1:
        first, second = list(ours)[:2]
        assert (first | second).value == first.value | second.value
        assert (first | second) & first is first
        assert (~first).value == (~next(iter(pythons))).value
        assert list(first | second) == [first, second] or list(first | second) == [second, first]


def test_a_class_that_is_written_out_is_left_to_python() -> None:
    class Written(enum.Enum):
        A = 1

    assert Written(1) is Written.A


def test_an_unknown_number_is_none_of_them() -> None:
    made = created(enum.Enum, "Made", [("A", 1)], module=__name__)
    with pytest.raises(ValueError, match="2 is not a valid Made"):
        made(2)
