"""Commands for whose editions are taken in, and which of them is read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldcat import __version__, wiring
from fieldcat.cli.casebook import as_json, print_json
from fieldcat.cli.context import Context
from fieldcat.cli.importing import telling
from fieldcat.cli.wording import counted

if TYPE_CHECKING:
    from fieldcat.domain.publishers import Publisher
    from fieldcat.services.laptop import Laptop

_DONE = {
    "import": "taken in",
    "edition": "chosen",
    "disable": "switched off",
    "enable": "switched on",
    "remove": "removed",
}


@click.group("publishers", invoke_without_command=True)
@as_json
@click.pass_context
def publishers_(ctx: click.Context, /, as_json: bool) -> None:
    """List the publishers whose editions are taken in; add, switch off, remove one."""
    if ctx.invoked_subcommand is not None:
        return
    from fieldcat.services import publishers

    found = publishers.publishers(_laptop(ctx.obj))
    if as_json:
        print_json([asdict(publisher) for publisher in found])
        return
    for publisher in found:
        _print(publisher)


@publishers_.command()
@click.argument("card", type=click.Path(path_type=Path))
@click.option("--fingerprint", help="Add it without asking if its fingerprint is this one.")
@click.pass_obj
def add(context: Context, /, card: Path, fingerprint: str | None) -> None:
    """Trust the publisher of CARD, a file that ends in .fieldcat-card.

    Whoever wrote the card can put entries into your casebook. Compare the fingerprint with what the
    publisher says by telephone or in a letter, in digits or in words.
    """
    from fieldcat.services import publishers

    laptop = _laptop(context)
    offer = publishers.look_at_card(card, laptop=laptop)
    click.echo(click.style(offer.card.title, bold=True))
    click.echo(f"    {offer.card.publisher} ({offer.card.collection})")
    click.echo(f"    {offer.fingerprint}")
    for line in (offer.words[:6], offer.words[6:]):
        click.echo(f"    {' '.join(line)}")
    if offer.same_name:
        click.echo("Careful: another publisher here has the same name.")
    if offer.development:
        click.echo("Careful: these are development keys, which everybody has. They prove nothing.")
    if fingerprint is None:
        if not click.confirm("Does the publisher say the same?", default=False):
            click.echo("Nothing was changed.")
            return
        fingerprint = offer.fingerprint
    publishers.add_publisher(card, laptop=laptop, expecting=" ".join(fingerprint.split()))
    over_the_web = ", and `fieldcat update` fetches its editions" if offer.card.web else ""
    click.echo(f"Added. Now `fieldcat import` takes in its bundles{over_the_web}.")


@publishers_.command()
@click.argument("collection")
@click.pass_obj
def disable(context: Context, /, collection: str) -> None:
    """Show nothing of COLLECTION and take in nothing of its publisher until it is enabled."""
    from fieldcat.services import publishers

    made = publishers.set_enabled(collection, False, laptop=_laptop(context), report=telling())
    click.echo("Switched off; nothing was deleted." if made else "It is switched off already.")


@publishers_.command()
@click.argument("collection")
@click.pass_obj
def enable(context: Context, /, collection: str) -> None:
    """Show what is here of COLLECTION again."""
    from fieldcat.services import publishers

    made = publishers.set_enabled(collection, True, laptop=_laptop(context), report=telling())
    click.echo("Switched on." if made else "It is switched on already.")


@publishers_.command()
@click.argument("collection")
@click.option("--yes", is_flag=True, help="Remove it without asking.")
@click.pass_obj
def remove(context: Context, /, collection: str, yes: bool) -> None:
    """Know the publisher of COLLECTION no more; its entries go, your notes on them stay."""
    from fieldcat.services import publishers

    if not yes and not click.confirm(f"Remove {collection}?", default=False):
        click.echo("Nothing was changed.")
        return
    publishers.remove_publisher(collection, laptop=_laptop(context), report=telling())
    click.echo("Removed.")


@click.command("use-edition")
@click.argument("collection")
@click.argument("edition", type=int)
@click.pass_obj
def use_edition(context: Context, /, collection: str, edition: int) -> None:
    """Read another EDITION of COLLECTION that was taken in; other publishers' stay as they are.

    `fieldcat publishers` lists those that can be chosen.
    """
    from fieldcat.services import publishers

    made = publishers.use_edition(collection, edition, laptop=_laptop(context), report=telling())
    click.echo(f"Edition {edition} is read {'now' if made else 'already'}.")


@click.command("imports")
@as_json
@click.pass_obj
def imports(context: Context, /, as_json: bool) -> None:
    """List what was taken in, chosen, switched off and removed, the newest first."""
    from fieldcat.services import publishers

    events = publishers.history(_laptop(context))
    if as_json:
        print_json([asdict(event) for event in events])
        return
    for event in events:
        undone = " (undone)" if event.undone else ""
        click.echo(
            f"{event.at}  {event.title}, edition {event.edition}: {_DONE[event.what]}{undone}"
        )
        if event.what in ("import", "edition"):
            click.echo(
                f"    {event.new} new, {event.changed} changed, {event.withdrawn} withdrawn;"
                f" before: {f'edition {event.before}' if event.before else 'nothing'}"
            )


def _laptop(context: Context) -> Laptop:
    return wiring.importing_laptop(context.workbench)


def _print(publisher: Publisher) -> None:
    click.echo(click.style(publisher.title, bold=True))
    click.echo(f"    {publisher.publisher} ({publisher.collection})")
    click.echo(f"    {_state(publisher)}")
    others = [str(number) for number in publisher.editions if number != publisher.edition]
    if others:
        click.echo(f"    {counted(len(others), 'other edition')} here: {', '.join(others)}")
    if publisher.web:
        click.echo(f"    {publisher.web}")
    click.echo(f"    fingerprint {publisher.fingerprint}")
    if newer := publisher.newer_program:
        where = f", at {newer.web}" if newer.web else ""
        click.echo(f"    fieldcat {newer.version} is there{where}; this is {__version__}")
    if publisher.development:
        click.echo("    development keys, which everybody has: they prove nothing")


def _state(publisher: Publisher) -> str:
    if not publisher.edition:
        return "nothing was taken in yet"
    where = "came with fieldcat" if publisher.programs else ""
    state = "" if publisher.enabled else "switched off"
    parts = (f"edition {publisher.edition} of {publisher.date}", where, state)
    return ", ".join(filter(None, parts))
