"""Bringing ``user.sqlite`` up to date. Imported only where that is needed: Alembic is large."""

from __future__ import annotations

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, text

from fieldcat.storage.connecting import write_immediately
from fieldcat.storage.faults import Damage
from fieldcat.storage.user_format import USER_FORMAT

SCRIPTS = "fieldcat.storage:migrations"


def migrate(engine: Engine, damage: Damage, *, back_up: Callable[[], object]) -> None:
    """Bring a database up to date, all steps or none; ``back_up`` is called before the first.

    An empty database gets its tables without that. Raises what SQLite raises where it cannot be
    written, and ``damage`` where it says of itself that it had steps which there never were.
    """
    with write_immediately(engine).begin() as connection:
        version = connection.execute(text("PRAGMA user_version")).scalar_one()
        if version >= USER_FORMAT:
            return  # another process was faster
        if version > 0:
            back_up()
        try:
            _upgrade(connection)
        except CommandError as error:
            raise damage(str(error)) from error


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(text(f"PRAGMA user_version = {USER_FORMAT}"))
