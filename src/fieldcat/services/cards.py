"""The cards of publishers that were added: whom a bundle may be of that nothing is here of yet."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from fieldcat.domain.edition import Card
from fieldcat.errors import FieldcatError
from fieldcat.records.editions import MAX_CARD_BYTES, decode_card, encode_card
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import write_whole


def read_cards(folder: Path) -> dict[str, Card]:
    """All cards that were added, by collection; what cannot be read is passed over."""
    found: dict[str, Card] = {}
    if folder.is_dir():
        for path in sorted(folder.glob("*.json")):
            with suppress(OSError, FieldcatError):
                card = decode_card(path.read_bytes()[: MAX_CARD_BYTES + 1])
                found[card.collection] = card
    return found


def keep_card(folder: Path, card: Card) -> None:
    """Keep a card.

    Raises:
        EnvironmentFaultError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise environment_fault(error, folder) from error
    write_whole(_place(folder, card.collection), encode_card(card))


def drop_card(folder: Path, collection: str) -> None:
    """Forget a card, if there is one.

    Raises:
        EnvironmentFaultError: it cannot be removed.
    """
    path = _place(folder, collection)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise environment_fault(error, path) from error


def _place(folder: Path, collection: str) -> Path:
    # Some words are no names of files on Windows, such as «con».
    return folder / f"card-{collection}.json"
