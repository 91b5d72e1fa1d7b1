"""Notes, what was read, saved searches; and numbers of folders that are never given anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("block", sa.Text),
        sa.Column("quotation", sa.Text, nullable=False),
        sa.Column("words_before", sa.Text, nullable=False),
        sa.Column("words_after", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("carried", sa.Text, nullable=False),
    )
    op.create_index("note_on_entry", "note", ["entry_id"])
    op.create_table(
        "reading",
        sa.Column("entry_id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("read_at", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.Column("seen_at", sa.Text, nullable=False),
        sa.Column("seen", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "last_number",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.execute("INSERT INTO last_number SELECT 'folder', COALESCE(MAX(id), 0) FROM folder")
