"""Frozen types and pure rules. Standard library only."""
