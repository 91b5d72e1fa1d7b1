"""What people type, made fit to be looked for and kept."""

from __future__ import annotations

import click


def words(_context: click.Context, _option: click.Parameter, typed: str | None) -> str | None:
    """Words to look for. What the terminal could not decode finds nothing and harms nothing."""
    if typed is None:
        return None
    return typed.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def name(_context: click.Context, _option: click.Parameter, typed: str | None) -> str | None:
    """A name to keep something under, with single spaces.

    Raises:
        click.BadParameter: there is no name, or it is no text.
    """
    if typed is None:
        return None
    tidy = " ".join(typed.split())
    if not tidy:
        raise click.BadParameter("a name needs at least one letter.")
    try:
        tidy.encode()
    except UnicodeEncodeError:
        raise click.BadParameter("this name cannot be read as text.") from None
    return tidy
