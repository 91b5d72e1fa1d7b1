"""The search index: opened where it fits its catalogue, else built from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from fieldcat.domain.places import country_name
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.searching import Synonym
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import EnvironmentFaultError, IndexUnusableError
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.marks import Texts, mark_of
from fieldcat.search.searching import Searcher
from fieldcat.search.updating import update_index
from fieldcat.services.children import run_child
from fieldcat.services.terminology import synonyms
from fieldcat.storage.catalogue import Catalogue, open_catalogue

Build = Callable[[Catalogue, Path, Report, Path | None], None]
"""Brings the index in a folder up to a catalogue: ``build_here`` or ``build_apart``.

It is sealed with the key in the file, None: this laptop's own.
"""


def build_here(
    catalogue: Catalogue, folder: Path, report: Report, key_file: Path | None = None
) -> None:
    """Bring an index of an earlier catalogue up to this one, or build one anew.

    Raises:
        CancelledError: the user stopped it; what was there before still is.
        EnvironmentFaultError: the disk did not take it.
        CatalogueDamagedError: the catalogue cannot be read.
    """
    synonyms = _synonyms(catalogue)
    try:
        update_index(
            folder,
            _texts(catalogue),
            catalogue.keys(),
            synonyms,
            catalogue.fingerprint,
            report,
            key_file=key_file,
        )
    except IndexUnusableError:
        build_index(
            folder,
            catalogue.documents(_places(catalogue)),
            synonyms,
            catalogue.fingerprint,
            catalogue.size,
            report,
            key_file=key_file,
        )


def build_apart(
    catalogue: Catalogue, folder: Path, report: Report, key_file: Path | None = None
) -> None:
    """Do the same in a process of its own, whose memory goes back to the system.

    Raises:
        WorkEndedError: the process ended before it was done.
        FieldcatError: what ``build_here`` raises.
    """
    sealing = () if key_file is None else ("--key-file", str(key_file.absolute()))
    paths = (str(catalogue.path.absolute()), str(folder.absolute()))
    run_child(("work", "index", *sealing, "--", *paths), report)


def build_index_of(
    catalogue: Path, folder: Path, report: Report, key_file: Path | None = None
) -> None:
    """Do it for the catalogue in a file, as the process of its own does.

    Raises what ``build_here`` and ``open_catalogue`` raise.
    """
    with closing(open_catalogue(catalogue)) as opened:
        build_here(opened, folder, report, key_file)


def ensure_index(
    catalogue: Catalogue,
    folder: Path,
    report: Report = unreported,
    *,
    key_file: Path | None = None,
    build: Build = build_here,
) -> Searcher:
    """Open the index of this catalogue, or have it built first, as ``build`` does.

    It is built where it is missing, of another format, damaged, or from another laptop, which the
    key in ``key_file`` tells; None is the usual place of the key. One of an earlier catalogue is
    brought up to this one where few entries differ, else built anew. ``report`` may raise
    ``CancelledError``. Where the folder or the key cannot be written, or the disk is full, the
    index is built in the system's temporary folder and goes when the searcher is closed, so that
    searching works on a read-only stick.

    Raises:
        CancelledError: the user stopped it; what was there before still is.
        EnvironmentFaultError: there is no place for an index at all.
        CatalogueDamagedError: the catalogue cannot be read.
        WorkEndedError: the process that was to build it ended before that.
        IndexUnusableError: what was just built does not open.
    """

    def opened() -> Searcher:
        return Searcher(open_index(folder, catalogue.fingerprint, key_file=key_file))

    # Whatever is wrong with it, the remedy is the same.
    with suppress(IndexUnusableError):
        return opened()
    with suppress(EnvironmentFaultError):
        build(catalogue, folder, report, key_file)
    # Where building failed, another process may have been quicker; while that one puts its index
    # in place, there is none for a moment.
    for _ in range(2):
        with suppress(IndexUnusableError):
            return opened()
    return _passing_index(catalogue, report, build)


def _synonyms(catalogue: Catalogue) -> tuple[Synonym, ...]:
    return (*synonyms(catalogue.terms()), *_abbreviations(catalogue))


def _abbreviations(catalogue: Catalogue) -> Iterator[Synonym]:
    """Organisations' names with their abbreviations."""
    for _, name, organisation in catalogue.organisations():
        if organisation.abbreviation:
            yield Synonym((name, organisation.abbreviation))


def _texts(catalogue: Catalogue) -> Texts:
    """The catalogue's texts, for an index that is brought up to them."""
    places = _places(catalogue)

    def marks() -> Iterator[tuple[int, int]]:
        for number, versions in groupby(catalogue.words_digests(), key=itemgetter(0)):
            yield number, mark_of([(digest, places(number, tag)) for _, _, tag, digest in versions])

    return Texts(marks(), lambda numbers: catalogue.documents(places, numbers))


def _places(catalogue: Catalogue) -> Callable[[int, str], str]:
    """Gives the names of an entry's countries in a language, which texts often leave out."""
    countries: dict[int, list[str]] = {}
    for _, code, number in catalogue.facet_rows([Facet.COUNTRY]):
        countries.setdefault(number, []).append(code)

    # A country has many entries; in two of three it is not alone.
    named = cache(country_name)

    @cache
    def names(codes: tuple[str, ...], language: str) -> str:
        found = {named(code, each) for code in codes for each in ("en", language)}
        return "\n".join(sorted(found))

    return lambda number, language: names(tuple(countries.get(number, ())), language)


def _passing_index(catalogue: Catalogue, report: Report, build: Build) -> Searcher:
    try:
        temporary = TemporaryDirectory(prefix="fieldcat-", ignore_cleanup_errors=True)
    except OSError as fault:
        raise EnvironmentFaultError(str(fault), path=gettempdir()) from fault
    folder = Path(temporary.name) / "index"
    # Nobody else can look into the temporary folder, so that its own key will do.
    key_file = Path(temporary.name) / "index.key"
    try:
        build(catalogue, folder, report, key_file)
        index = open_index(folder, catalogue.fingerprint, key_file=key_file, temporary=temporary)
    except BaseException:
        temporary.cleanup()
        raise
    return Searcher(index)
