"""The real window on a catalogue, used as the command line says: ``typing``, ``moving``, ``hour``.

Called with what to do, the catalogue's path and a file of queries, one a line. It prints one line
with what it measured.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import Qt, QTimer

from bench.telling import pss, tell, written_memory
from bench.using import Use, Watchdog, delete_what_is_due
from fieldcat.app import run
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow

WARMING = 20
KEYS = 300
BETWEEN_KEYS = 0.12
MOVES = 120
SEARCHES, WARM_SEARCHES, EVERY = 10_000, 100, 500
ACTS, WARM_ACTS = 1_000, 300
FACETS = (Facet.KIND, Facet.TOPIC, Facet.AUDIENCE)

Told = dict[str, float | Sequence[float]]


def typing(use: Use, queries: Sequence[str]) -> Told:
    """Type words letter by letter, mistakes and second thoughts included, one key at a time."""
    rng = random.Random(1)
    keys: list[str | Qt.Key] = []
    for query in queries:
        keys += query
        if rng.random() < 0.3:
            keys += [Qt.Key.Key_Backspace] * rng.randint(1, 3)
        if rng.random() < 0.3:
            keys += " " + rng.choice(queries).split()[0]
        keys.append(Qt.Key.Key_Escape)  # stands for «select all», so that the next word replaces
    watchdog = Watchdog(use.window)
    times = []
    for key in keys:
        if key is Qt.Key.Key_Escape:
            use.field.selectAll()
            continue
        if took := use.press(key):
            times.append(took)
        use.pause(BETWEEN_KEYS)
        if len(times) == KEYS:
            break
    return {"keys": times, "stall": watchdog.longest}


def moving(use: Use, queries: Sequence[str]) -> Told:
    """Scroll, filter and select, each step painted before the next."""
    watchdog = Watchdog(use.window)
    scrolled: list[float] = []
    ticked: list[float] = []
    rows: list[float] = []
    read: list[float] = []
    for turn, query in enumerate(queries):
        use.replace_words(query)
        use.settle()
        for _ in range(12):
            if took := use.scroll():
                scrolled.append(took)
            use.pause(0.03)
        for _ in range(2):
            ticked.append(use.tick(FACETS[turn % len(FACETS)], turn))
            use.settle()
        for _ in range(6):
            row, whole = use.select_next()
            if row:
                rows.append(row)
                read.append(whole)
            use.settle()
            use.pause(0.05)
        if min(map(len, (scrolled, ticked, rows))) >= MOVES:
            break
    stall = watchdog.longest
    return {"scrolled": scrolled, "ticked": ticked, "rows": rows, "read": read, "stall": stall}


def searching(use: Use, queries: Sequence[str]) -> Told:
    """Search ten thousand times; the memory now and then, once nothing is under way."""
    held: list[float] = []
    own: list[float] = []
    for number in range(SEARCHES + WARM_SEARCHES + 1):
        if number >= WARM_SEARCHES and (number - WARM_SEARCHES) % EVERY == 0:
            use.settle()
            use.pause(0.3)
            held.append(pss())
            own.append(written_memory())
        use.replace_words(queries[number % len(queries)])
        delete_what_is_due()
    return {"held": held, "own": own}


def hour(use: Use, queries: Sequence[str]) -> Told:
    """What a trainer does in an hour, without the pauses; the memory after each tenth of it."""
    rng = random.Random(2)
    acts: list[Callable[[], object]] = [
        lambda: use.replace_words(rng.choice(queries)),
        lambda: use.replace_words(rng.choice(queries)),
        lambda: use.tick(rng.choice(FACETS), rng.randrange(6)),
        lambda: [use.scroll() for _ in range(5)],
        lambda: use.select_next(),
        lambda: use.select_next(),
        lambda: use.select_next(Qt.Key.Key_Up),
        lambda: use.command("keep"),
        lambda: use.command("back"),
        lambda: use.command("forward"),
        lambda: use.command(rng.choice(("light", "dark"))),
        lambda: use.command("larger"),
        lambda: use.command("normal-size"),
        lambda: use.command("clear-filters"),
    ]
    shares = [8, 8, 4, 10, 10, 10, 4, 3, 3, 3, 0.3, 0.2, 0.2, 4]
    held: list[float] = []
    for number in range(WARM_ACTS + ACTS + 1):
        if number >= WARM_ACTS and (number - WARM_ACTS) % (ACTS // 10) == 0:
            use.command("clear-filters")
            use.replace_words("")
            use.settle()
            use.pause(0.3)
            held.append(pss())
        rng.choices(acts, shares)[0]()
        use.settle()
    return {"held": held}


def main() -> int:
    """Open the window, use it, tell, leave."""
    what, catalogue, queries = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    deeds = {"typing": typing, "moving": moving, "searching": searching, "hour": hour}
    asked = queries.read_text(encoding="utf-8").splitlines()

    def begin(window: MainWindow) -> None:
        window.resize(1366, 768)
        QTimer.singleShot(0, window, lambda: carry_out(window))

    def carry_out(window: MainWindow) -> None:
        Watchdog(window)  # keeps the event loop awake
        try:
            use = Use(window)
            use.until(lambda: window.whole.done and window.casebook.preparing.is_ready)
            use.settle()
            for query in asked[-WARMING:]:
                use.replace_words(query)
            tell(deeds[what](use, asked))
        finally:
            # Without a line the measurement knows that something went wrong.
            window.close()

    return run(None, catalogue=catalogue, on_shown=begin)


if __name__ == "__main__":
    sys.exit(main())
