"""Run by Alembic: apply the steps on the connection that ``migrating`` has opened."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,  # SQLite changes a table by writing it anew
)
context.run_migrations()
