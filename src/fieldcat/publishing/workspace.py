"""Reading a publisher's workspace: everything in it, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.edition import Program, Withdrawal
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.taxonomy import Collection, Vocabulary
from fieldcat.publishing import collection as settings
from fieldcat.publishing import tables, values, vocabularies, withdrawals
from fieldcat.publishing.body import FIELD
from fieldcat.publishing.drafts import Draft, read_draft
from fieldcat.publishing.faults import Fault, FaultLog, one_of, shown
from fieldcat.publishing.front_matter import split_front_matter
from fieldcat.publishing.heads import Setting
from fieldcat.publishing.manuscripts import OWN, Manuscript
from fieldcat.publishing.mentions import KINDS, Asset
from fieldcat.publishing.pictures import FOLDER as ASSETS
from fieldcat.publishing.pictures import PictureShelf
from fieldcat.publishing.rules import CheckSettings, Level, Rule
from fieldcat.publishing.text_files import fault_link, is_link, read_text
from fieldcat.publishing.vocabularies import Vocabularies

ENTRIES = "entries"
_LEFT = ("Thumbs.db", "desktop.ini")
_FOLDERS = (vocabularies.FOLDER, ENTRIES, tables.FOLDER, ASSETS)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace as it was read; ``collection`` is None where nothing else could be read.

    ``known`` holds the ids of all entries, also of those whose files cannot be read: an entry that
    names them is not at fault.
    """

    collection: Collection | None
    vocabularies: Vocabularies = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
    assets: tuple[Asset, ...] = ()
    known: frozenset[EntryId] = frozenset()
    withdrawn: tuple[Withdrawal, ...] = ()
    faults: tuple[Fault, ...] = ()
    checks: CheckSettings = field(default_factory=CheckSettings)
    program: Program | None = None


def read_workspace(folder: Path) -> Workspace:
    """Read all of a workspace. What is wrong is noted; nothing is raised for it."""
    return _Reading(folder).workspace()


class _Reading:
    """One run over the files of a workspace."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._logs: list[FaultLog] = []
        self._known: set[tuple[Kind, str]] = set()

    def workspace(self) -> Workspace:
        read = settings.read_settings(self._folder, self._log(settings.FILE))
        if read is None:
            return Workspace(None, faults=self._faults())
        collection = read.collection
        self._check_folders()
        words = dict(self._vocabularies())
        manuscripts = (*self._from_files(), *self._from_tables())
        self._known |= {(manuscript.kind, manuscript.slug) for manuscript in manuscripts}
        pictures = PictureShelf(self._folder)
        drafts = self._drafts(manuscripts, Setting(collection, words), pictures)
        self._logs += pictures.logs
        for name in pictures.unused:
            problem = "no entry shows this picture"
            self._log(name).warning(0, "", problem, "![what it shows](…) in a text", Rule.UNUSED)
        known = frozenset(EntryId(collection.id, kind, slug) for kind, slug in self._known)
        withdrawn = withdrawals.read_withdrawals(
            self._folder, collection, known, self._log(withdrawals.FILE)
        )
        return Workspace(
            collection,
            words,
            drafts,
            pictures.assets,
            known,
            withdrawn,
            self._faults(),
            read.checks,
            read.program,
        )

    def _log(self, file: str) -> FaultLog:
        log = FaultLog(file)
        self._logs.append(log)
        return log

    def _faults(self) -> tuple[Fault, ...]:
        return tuple(fault for log in self._logs for fault in log.found)

    def _files(self, folder: str, ending: str) -> Iterator[tuple[Path, FaultLog]]:
        """The files of a folder by name; what else lies there is a fault: it would be missed."""
        for path in self._listed(self._folder / folder):
            log = self._log(path.relative_to(self._folder).as_posix())
            if path.is_dir() or path.suffix != ending:
                log.fault(0, "", "is not read", f"files *{ending}")
            else:
                yield path, log

    def _check_folders(self) -> None:
        for path in self._listed(self._folder):
            if path.is_dir() and path.name not in _FOLDERS:
                log, allowed = self._log(path.name), ", ".join(_FOLDERS)
                log.warning(0, "", "this folder is not read", allowed, Rule.UNUSED)

    def _vocabularies(self) -> Iterator[tuple[str, Vocabulary | None]]:
        for path, log in self._files(vocabularies.FOLDER, ".yaml"):
            if path.stem in vocabularies.NAMES:
                yield path.stem, vocabularies.read_vocabulary(path, log)
            else:
                log.fault(0, "", "is no vocabulary", one_of(path.stem, vocabularies.NAMES))

    def _from_files(self) -> Iterator[Manuscript]:
        for folder in self._listed(self._folder / ENTRIES):
            if not folder.is_dir() or folder.name not in KINDS:
                log = self._log(folder.relative_to(self._folder).as_posix())
                log.fault(0, "", "is not read", one_of(folder.name, KINDS))
                continue
            kind = Kind(folder.name)
            for path, log in self._files(f"{ENTRIES}/{folder.name}", ".md"):
                slug, _, language = path.stem.partition(".")
                if not values.is_slug(slug):
                    log.fault(0, "", f"{shown(slug)} is no slug", values.SLUG_ALLOWED)
                    continue
                if language and not values.is_language(language):
                    problem = f"{shown(language)} is no language"
                    log.fault(0, "", problem, f"SLUG.LANGUAGE.md, {values.LANGUAGE_ALLOWED}")
                    continue
                self._known.add((kind, slug))
                text = read_text(path, log)
                parts = split_front_matter(text, log) if text is not None else None
                if parts is not None:
                    text, line = parts.text, parts.first_line
                    yield Manuscript(log.file, 1, kind, slug, parts.fields, text, line, language)

    def _from_tables(self) -> Iterator[Manuscript]:
        for path, log in self._files(tables.FOLDER, ".csv"):
            if path.name in tables.KINDS:
                yield from tables.read_table(path, log.file, log)
            else:
                log.fault(0, "", "is no table of a workspace", one_of(path.name, tables.KINDS))

    def _drafts(
        self, manuscripts: Sequence[Manuscript], setting: Setting, pictures: PictureShelf
    ) -> tuple[Draft, ...]:
        """The originals, then the translations, which need them.

        What takes an id that is taken is read for its other faults alone.
        """
        drafts: list[Draft] = []
        originals: dict[tuple[Kind, str], Manuscript] = {}
        unsound: set[tuple[Kind, str]] = set()
        for manuscript in manuscripts:
            if manuscript.language:
                continue
            key = (manuscript.kind, manuscript.slug)
            log = self._log(manuscript.file)
            draft = read_draft(manuscript, setting, pictures.find, log)
            if key in originals:
                log.fault(manuscript.line, "slug", _twice(originals[key]), "each id once")
                continue
            originals[key] = manuscript
            drafts.append(draft)
            if any(fault.level is Level.FAULT for fault in log.found):
                unsound.add(key)
        for manuscript in manuscripts:
            if not manuscript.language:
                continue
            key = (manuscript.kind, manuscript.slug)
            log = self._log(manuscript.file)
            if key not in originals:
                problem = f"there is no original {key[0]}/{key[1]} that can be read"
                log.fault(0, "", problem, "SLUG.md, or a row of a table")
                continue
            whole = manuscript.completed_by(originals[key])
            drafts.append(read_draft(whole, setting, pictures.find, log))
            if key in unsound:
                # What an original states wrongly is said once, of the original.
                own = manuscript.fields.fields
                log.found[:] = [fault for fault in log.found if _is_own(fault.field, own)]
        return tuple(drafts)

    def _listed(self, folder: Path) -> list[Path]:
        """What lies in a folder, by name, without what systems and editors leave there.

        Links are faults, and not followed; that of a folder is noted where it is listed.
        """
        if not folder.is_dir() or (folder != self._folder and is_link(folder)):
            return []
        try:
            paths = sorted(folder.iterdir())
            links = {path for path in paths if is_link(path)}
        except OSError as error:
            log = self._log(folder.relative_to(self._folder).as_posix())
            log.fault(0, "", f"cannot be read: {error.strerror or error}")
            return []
        listed = [path for path in paths if path.name[0] not in ".~" and path.name not in _LEFT]
        for path in listed:
            if path in links:
                fault_link(self._log(path.relative_to(self._folder).as_posix()))
        return [path for path in listed if path not in links]


def _twice(first: Manuscript) -> str:
    place = f"{first.file}:{first.line}" if first.row else first.file
    return f"{first.kind}/{first.slug} stands twice: it is in {place} too"


def _is_own(field: str, own: Container[str]) -> bool:
    """Whether a fault is about something that a translation states itself."""
    name = field.partition("[")[0]
    return name in own or name in ("", FIELD, *OWN)
