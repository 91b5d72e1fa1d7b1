"""What fieldcat is made of, and for whom it was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fieldcat.errors import FieldcatError
from fieldcat.resources import resource
from fieldcat.wiring.importing import bundled
from fieldcat.wiring.places import imported
from fieldcat.wiring.workbench import Workbench

if TYPE_CHECKING:
    from fieldcat.domain.edition import Program
    from fieldcat.services.answers import Licence


def licences(workbench: Workbench) -> tuple[Licence, ...]:
    """The licences of all that fieldcat is made of; where no casebook can be read, without its."""
    from fieldcat.services import licences as parts  # asked for once in a while

    try:
        collections = workbench.casebook.collections
    except FieldcatError:
        collections = ()
    return parts.licences(collections)


def newer_program(workbench: Workbench) -> Program | None:
    """A newer fieldcat that the program's own publisher tells of; None where nobody does.

    Raises:
        FieldcatError: what is here cannot be read.
    """
    from fieldcat.services import newer_program as news  # it loads TUF
    from fieldcat.services.holdings import read_holdings

    live = next(iter(imported(workbench.folder)), None)
    held = read_holdings(live, bundled()).values()
    return next(filter(None, map(news.newer_program, held)), None)


def is_for_development() -> bool:
    """Whether editions are verified with keys that anyone can read."""
    from fieldcat.updates import development  # it loads TUF

    return development.is_for_development(resource("casebook.root.json").read_bytes())
