"""The tree of errors that fieldcat raises on purpose.

An error carries a ``code`` and plain ``data``; ``ui`` and ``cli`` word it for a person. The text
given to ``Exception`` is for the log. What is not a ``FieldcatError`` is a defect of the program.
"""

from __future__ import annotations

from typing import ClassVar


class FieldcatError(Exception):
    """Base of everything that fieldcat raises on purpose.

    ``data`` holds what a message needs: names, paths, numbers, as plain strings and integers.
    """

    code: ClassVar[str] = "fault"

    def __init__(self, detail: str = "", **data: object) -> None:
        super().__init__(detail or self.code)
        self.data = data


class EnvironmentFaultError(FieldcatError):
    """The machine is at fault, not the program or the data: a full disk, missing rights."""

    code = "environment"


class DiskFullError(EnvironmentFaultError):
    """A write failed for want of space. ``data``: ``path``."""

    code = "disk-full"


class ReadOnlyError(EnvironmentFaultError):
    """A write failed because the medium or folder cannot be written. ``data``: ``path``."""

    code = "read-only"


class BusyError(EnvironmentFaultError):
    """Another program kept a file locked for longer than we wait. ``data``: ``path``."""

    code = "busy"


class OverloadedError(EnvironmentFaultError):
    """The machine has no thread left for another piece of work."""

    code = "overloaded"


class PrinterError(EnvironmentFaultError):
    """A printer did not begin, or stopped taking pages."""

    code = "printer"


class DamagedError(FieldcatError):
    """A file is not what it should be. ``data``: ``path``, and ``kept_as`` once it is set aside."""

    code = "damaged"


class CatalogueDamagedError(DamagedError):
    """The catalogue cannot be read."""

    code = "catalogue-damaged"


class CatalogueMissingError(FieldcatError):
    """There is no catalogue where one should be. ``data``: ``path``."""

    code = "catalogue-missing"


class IndexUnusableError(DamagedError):
    """The search index is absent, stale or damaged; the remedy is to build it again."""

    code = "index-unusable"


class UserDataDamagedError(DamagedError):
    """What the user made cannot be read.

    ``data`` adds ``backups``: the paths of those there are, newest first, and ``newest_backup``:
    when the first of them was made, as ISO 8601 in UTC, empty where there is none. ``kept_as`` is
    empty where the file is gone or could not be set aside.
    """

    code = "user-data-damaged"


class NewerFormatError(FieldcatError):
    """A file was written by a newer fieldcat. ``data``: ``path``, ``found``, ``known``."""

    code = "newer-format"


class RecordError(FieldcatError):
    """A record does not follow the record format. ``data``: ``field``, ``reason``."""

    code = "record"


class BelongingsError(FieldcatError):
    """A file of belongings cannot be taken in; nothing was changed.

    ``data``: ``reason``, which is ``"foreign"`` or ``"damaged"``, and ``path``.
    """

    code = "belongings"


class FoldersTooDeepError(FieldcatError):
    """Folders would lie deeper in each other than can be taken elsewhere; nothing was changed.

    ``data``: ``most``, how deep they may lie.
    """

    code = "folders-too-deep"


class TooMuchToCarryError(FieldcatError):
    """What a person made is beyond what a file of belongings can hold; none was written.

    ``data``: ``reason``, which is ``"size"``, ``"depth"`` (of folders in each other) or
    ``"limits"`` (another one of those in ``docs/belongings.md``), ``path``, ``most``: how many
    bytes, or how deep, and ``size``, how many bytes there are.
    """

    code = "too-much-to-carry"


class EntryNotFoundError(FieldcatError):
    """No entry has this id. ``data``: ``entry_id``."""

    code = "entry-not-found"


class WorkspaceError(FieldcatError):
    """A publisher's workspace has faults. ``data``: ``faults``, a tuple of ``Fault``."""

    code = "workspace"


class IngestError(FieldcatError):
    """Something cannot be ingested into a workspace.

    ``data``: ``path`` and ``reason``, which is ``"no-workspace"`` (there is none to write into),
    ``"memory"`` or ``"newer-memory"`` (what the workspace knows of earlier runs cannot be read) or
    ``"unknown-source"`` (of no known format).
    """

    code = "ingest"


class KeysError(FieldcatError):
    """A publisher's keys cannot be used.

    ``data``: ``reason`` is ``"passphrase"``, ``"missing"``, ``"damaged"``, ``"exists"``,
    ``"foreign"`` (the key is none of the publisher's), ``"threshold"`` or ``"weak"``; ``key`` and
    ``path`` where there are such.
    """

    code = "keys"


class ReleaseError(FieldcatError):
    """An edition cannot be released; nothing was written.

    ``data``: ``reason`` is ``"edition"`` (with ``number`` and ``last``), ``"unchanged"``,
    ``"unsaid"`` (with ``entries``: gone without a word), ``"foreign"`` (with ``collection``: the
    folder holds another's), ``"damaged"`` (with ``path``), ``"since"``, ``"too-large"`` or
    ``"not-empty"``.
    """

    code = "release"


class BundleError(FieldcatError):
    """A bundle cannot be taken in; nothing was changed. ``data``: ``path``, and what follows."""

    code = "bundle"


class BundleDamagedError(BundleError):
    """It is no bundle, or not as it was made."""

    code = "bundle-damaged"


class BundleUnreadableError(BundleError):
    """It could not be read to its end: a stick was pulled out, or it changed meanwhile."""

    code = "bundle-unreadable"


class BundleForeignError(BundleError):
    """Nobody here knows its publisher. ``data``: ``publisher``, ``collection``: what it says."""

    code = "bundle-foreign"


class BundleDisabledError(BundleError):
    """Its publisher is switched off here. ``data``: ``publisher``, ``collection``."""

    code = "bundle-disabled"


class BundleUntrustedError(BundleError):
    """It is not signed by the publisher that it names. ``data``: ``publisher``."""

    code = "bundle-untrusted"


class BundleOlderError(BundleError):
    """It is older than what is here. ``data``: ``edition``, ``here``."""

    code = "bundle-older"


class BundleIncompleteError(BundleError):
    """It builds on an edition that is not here. ``data``: ``edition``, ``since``, ``here``."""

    code = "bundle-incomplete"


class WorkEndedError(FieldcatError):
    """A process of ours ended before its work was done, or said what we do not understand.

    What it was to make is as it was before. ``data``: ``status``, its exit status, negative where a
    signal ended it.
    """

    code = "work-ended"


class CardError(FieldcatError):
    """A publisher's card cannot be taken in; nothing was changed.

    ``data``: ``path`` and ``reason``, which is ``"damaged"`` (or no card), ``"known"`` (the
    publisher is known already), ``"taken"`` (its collection is another's, the ``publisher``),
    ``"many"`` (``most`` are known) or ``"changed"`` (not the fingerprint that was confirmed).
    """

    code = "card"


class PublisherError(FieldcatError):
    """What was asked of a publisher cannot be; nothing was changed.

    ``data``: ``collection`` and ``reason``, which is ``"unknown"``, ``"nothing"`` (nothing was
    taken in of it), ``"programs"`` (it came with the program), ``"last"`` (nothing would be left to
    read), ``"edition"`` (``number`` is none of the ``editions`` that are here), ``"address"``
    (nobody knows where its editions can be fetched), ``"later"`` (something else was changed
    since, so that this cannot be taken back) or ``"gone"`` (what was read before is not here any
    more).
    """

    code = "publisher"


class StickError(FieldcatError):
    """What was to be copied to a stick cannot be.

    ``data``: ``reason`` is ``"too-large"`` (``path``, of ``most`` bytes at most), ``"differs"``
    (what was written to ``path`` was read back otherwise), ``"nothing"`` (of ``collection``),
    ``"picture"`` (one of ``collection`` is missing here) or ``"twice"`` (two files are called
    ``path``).
    """

    code = "stick"


class WebError(FieldcatError):
    """An edition could not be fetched; nothing was changed, and what came is kept.

    ``data``: ``address``, and ``host``.
    """

    code = "web"


class WebUnreachableError(WebError):
    """There is no line to the host, or it broke too often."""

    code = "web-unreachable"


class WebProxyError(WebError):
    """The proxy of this network does not let us through. ``data``: ``proxy``."""

    code = "web-proxy"


class WebPortalError(WebError):
    """Something else answered in the host's place: most often a network that wants a log-in."""

    code = "web-portal"


class WebInsecureError(WebError):
    """The host's certificate does not hold; a wrong clock has the same effect."""

    code = "web-insecure"


class WebWrongError(WebError):
    """What is at the address is no publisher's tree, or not as it should be."""

    code = "web-wrong"


class CancelledError(FieldcatError):
    """The user stopped a piece of work; nothing was changed."""

    code = "cancelled"
