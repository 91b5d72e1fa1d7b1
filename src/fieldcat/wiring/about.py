"""What fieldcat is made of, and for whom it was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fieldcat.errors import FieldcatError
from fieldcat.resources import resource
from fieldcat.wiring.workbench import Workbench

if TYPE_CHECKING:
    from fieldcat.services.offered import Licence


def licences(workbench: Workbench) -> tuple[Licence, ...]:
    """The licences of all that fieldcat is made of; where no casebook can be read, without its."""
    from fieldcat.services import licences as parts  # asked for once in a while

    try:
        collections = workbench.casebook.collections
    except FieldcatError:
        collections = ()
    return parts.licences(collections)


def is_for_development() -> bool:
    """Whether editions are verified with keys that anyone can read."""
    from fieldcat.updates import development  # it loads TUF

    return development.is_for_development(resource("casebook.root.json").read_bytes())
