"""Bookmarks, folders and preferences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "folder",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.Integer, sa.ForeignKey("folder.id", ondelete="CASCADE")),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_index("folder_in_folder", "folder", ["parent_id", "name"], unique=True)
    op.create_index(
        "folder_in_none",
        "folder",
        ["name"],
        unique=True,
        sqlite_where=sa.text("parent_id IS NULL"),
    )
    op.create_table(
        "bookmark",
        sa.Column("entry_id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("kept_at", sa.Text, nullable=False),
        sa.Column("folder_id", sa.Integer, sa.ForeignKey("folder.id", ondelete="SET NULL")),
    )
    op.create_table(
        "preference",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
