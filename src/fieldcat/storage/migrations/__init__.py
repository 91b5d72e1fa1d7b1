"""How ``user.sqlite`` came to be, step by step; each step is an Alembic revision."""
