"""What a person makes, put together for the window: every function behind ``Services.own``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import ReadingPlace
from fieldcat.domain.query import Query
from fieldcat.services import browsing, keeping, reading_marks, saved_searches
from fieldcat.services.answers import Copied, Taken
from fieldcat.services.casebook import Casebook
from fieldcat.services.offered import OwnServices
from fieldcat.storage import user_folders, user_notes, user_readings, user_searches
from fieldcat.storage.user_belongings import put_back
from fieldcat.storage.user_data import UserData


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it all comes from, opened as it is needed.

    ``asked`` puts a question to the casebook with its index, which is built where there is none.
    ``with_saved`` adds to a casebook what the person saved, as one more facet.
    """

    user_data: Callable[[], UserData]
    casebook: Callable[[], Casebook]
    asked: Callable[[Callable[[Casebook], frozenset[str]]], frozenset[str]]
    with_saved: Callable[[Casebook], Casebook] = lambda casebook: casebook


def own_services(sources: Sources) -> OwnServices:
    """What the window is offered of what the person makes."""
    data = sources.user_data

    def note_reading(entry: EntryId, place: ReadingPlace) -> None:
        for head in browsing.heads(sources.casebook(), entry_ids=[entry]).values():
            reading_marks.note_reading(data(), head=head, place=place)

    def remove_bookmark(entry: EntryId) -> Belongings:
        gone = data().forget(entry)
        return Belongings(bookmarks=(gone,) if gone else ())

    def see_search(search: str) -> None:
        query = user_searches.search_of(data(), search).query
        saved_searches.see_search(data(), id=search, found=_found(sources, query))

    def export(file: Path) -> Copied:
        from fieldcat.services import carrying  # done once in a while: no start pays for it

        return carrying.export(data(), file=file)

    def take_in(file: Path) -> Taken:
        from fieldcat.services import carrying  # as above

        return carrying.take_in(data(), file=file)

    return OwnServices(
        overview=lambda: keeping.overview(data(), casebook=sources.casebook()),
        make_folder=lambda name, parent: data().make_folder(name, parent=parent),
        rename_folder=lambda number, name: user_folders.rename_folder(data(), number, name),
        move_folder=lambda number, parent: user_folders.move_folder(data(), number, parent),
        remove_folder=lambda number: user_folders.remove_folder(data(), number),
        place=lambda entries, folder: user_folders.place(data(), entries, folder),
        remove_bookmark=remove_bookmark,
        notes_on=lambda entry: user_notes.notes_on(data(), entry),
        write_note=lambda note: user_notes.write_note(data(), note),
        remove_note=lambda id: Belongings(notes=(user_notes.remove_note(data(), id),)),
        note_reading=note_reading,
        last_place=lambda entry: reading_marks.last_place(data(), entry_id=entry),
        forget_readings=lambda entry: Belongings(
            readings=user_readings.forget_readings(data(), entry)
        ),
        save_search=lambda name, query: saved_searches.save_search(
            data(), name=name, query=query, found=_found(sources, query)
        ),
        rename_search=lambda id, name: user_searches.rename_search(data(), id, name),
        remove_search=lambda id: Belongings(searches=(user_searches.remove_search(data(), id),)),
        count_search=lambda search: saved_searches.count(
            data(), search=search, found=_found(sources, search.query)
        ),
        see_search=see_search,
        restore=lambda gone: put_back(data(), gone),
        export=export,
        take_in=take_in,
    )


def _found(sources: Sources, query: Query) -> frozenset[str]:
    def question(casebook: Casebook) -> frozenset[str]:
        return saved_searches.found_entries(sources.with_saved(casebook), query=query)

    # Without words there is nothing to look up in the index.
    return sources.asked(question) if query.text.strip() else question(sources.casebook())
