"""Updates: what an edition of 10,000 entries costs to verify, to take in, to fetch and to carry.

Verifying is measured in time of the processor beside reading and hashing the same bytes, in turn;
so are imports, beside each other: what else the machine does is not theirs. Imports run in
processes of their own, as the window has them done, each on a home in which the casebook's own
edition stands. The web host is a real server on this machine that counts every byte in either
direction, heads included.
"""

from __future__ import annotations

import lzma
import shutil
from functools import partial
from pathlib import Path

from tests.fakes.webhost import WebHost, served

from bench import synthetic, taking_in, verifying
from bench.released import REVISED, Released, released
from bench.results import Figure, Measured, median
from fieldcat import wiring
from fieldcat.services.fetching import web_update

SIZE = 10_000
IMPORTS = 3
_XZ = 6


def measure() -> Measured:
    """Everything of the table in issue 5 that is not the window's."""
    made = released(SIZE)
    folder = synthetic.FOLDER.parent / "updates"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    checked = {
        by: verifying.verify(made.first, made.card, folder, by)
        for by in (verifying.CRYPTOGRAPHY, verifying.NOTHING)
    }
    full, update, fetched = _taken_in(made, folder)
    packed = len(lzma.compress(made.records.read_bytes(), preset=_XZ))
    seconds = [[took.seconds for took in each] for each in (full, update)]
    processor = [[took.processor for took in each] for each in (full, update)]
    peaks = [took.peak for took in (*full, *update)]
    figures = (
        Figure(
            f"verify and stage a full bundle of {SIZE:,} ÷ reading and hashing its bytes",
            _times(checked[verifying.CRYPTOGRAPHY]),
            2,
        ),
        Figure(
            "the same as trainers have it, without `cryptography`",
            _times(checked[verifying.NOTHING]),
        ),
        Figure(
            f"import of an update of {REVISED} in {SIZE:,} until searchable ÷ full import,"
            " time of the processor",
            median(processor[1]) / median(processor[0]),
            0.1,
        ),
        Figure(
            f"kilobytes over the web for one changed case in {SIZE:,}",
            (fetched[0] + fetched[1]) / 1_000,
            30,
        ),
        Figure(
            "full bundle ÷ `xz -6` of the same records", made.first.stat().st_size / packed, 1.15
        ),
        Figure(f"peak memory of an import at {SIZE:,}, MB", max(peaks) / 1e6, 300),
        Figure("full import, seconds", median(seconds[0])),
        Figure(f"update of {REVISED}, seconds", median(seconds[1])),
        Figure("full import, seconds of the processor", median(processor[0])),
        Figure(f"update of {REVISED}, seconds of the processor", median(processor[1])),
        Figure("full bundle, MB", made.first.stat().st_size / 1e6),
        Figure(f"update bundle of {REVISED}, kB", made.update.stat().st_size / 1_000),
        Figure("sent by the host for one changed case, kB", fetched[0] / 1_000),
        Figure("asked of the host for it, kB", fetched[1] / 1_000),
        Figure("requests for it", fetched[2]),
        Figure("looking whether there is news, kB", fetched[3] / 1_000),
        Figure("requests for that", fetched[4]),
    )
    samples = {
        **{f"verify and stage by {by}, ms": took.verifying for by, took in checked.items()},
        **{f"read and hash beside {by}, ms": took.hashing for by, took in checked.items()},
        "full import, s": seconds[0],
        "update, s": seconds[1],
        "full import, s of the processor": processor[0],
        "update, s of the processor": processor[1],
        "peak, bytes": peaks,
    }
    return Measured(figures, samples)


def _times(took: verifying.Took) -> float:
    return median(took.verifying) / median(took.hashing)


def _taken_in(
    made: Released, folder: Path
) -> tuple[list[taking_in.Took], list[taking_in.Took], tuple[int, int, int, int, int]]:
    """Imports of the whole, of the update, and what came over the web of one changed case."""
    full, update = [], []
    home = folder
    for number in range(IMPORTS):
        home = folder / f"home-{number}"
        taking_in.trust(home, made.card)
        full.append(taking_in.take_in(home, made.first))
        update.append(taking_in.take_in(home, made.update))
    return full, update, _fetched(made, home)


def _fetched(made: Released, home: Path) -> tuple[int, int, int, int, int]:
    """Bytes sent and asked, and requests, for an edition; the same for looking at one."""
    laptop = wiring.importing_laptop(wiring.open_workbench(str(home)))
    with served(WebHost(made.tree(3))) as host:
        update = partial(web_update, "synthetic", laptop=laptop, address=host.address)
        with update() as line:
            assert line.news().is_news
            line.take_in()
        fetched = (host.sent, host.taken, len(host.asked))
        host.sent = host.taken = 0
        host.asked.clear()
        with update() as line:
            assert not line.news().is_news
        return (*fetched, host.sent + host.taken, len(host.asked))
