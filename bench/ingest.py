"""Ingesting a large feed, beside feedparser, which parses the same XML and converts nothing.

``python -m bench.ingest WHAT FEED FOLDER`` does one of them here and prints what it took.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.memory import most_memory
from bench.prose import Writer
from bench.results import Figure, Measured
from bench.suggested import held_against
from bench.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
CASEBOOK = ROOT / "resources" / "casebook"
SOURCE = ROOT.parent / "shared" / "casebook" / "weprotect-feed.xml"
ITEMS = 10_000
WORDS = 700
SEED = 20261
MOST_TIMES = 3.0
MOST_MEGABYTES = 400.0
MEASURED = ("organisations", "topics", "audiences", "capabilities", "glossary", "related")

_HEADINGS = (
    "Key points",
    "The problem",
    "The solution",
    "The impact",
    "Lessons learned",
    "About us",
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tales</title>
<link>https://example.org</link><description>Many tales.</description><language>en</language>
"""


def measure() -> Measured:
    """Processor time of both, and the most memory that ingesting held."""
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.xml"
        write_feed(feed, ITEMS)
        took = {what: _run(what, feed, Path(folder) / "tales") for what in ("ingest", "feedparser")}
        size = feed.stat().st_size / 1_000_000
    seconds = {what: said["seconds"] for what, said in took.items()}
    memory = took["ingest"]["megabytes"]
    return Measured(
        figures=(
            Figure(
                f"ingest ÷ feedparser alone, {ITEMS:,} items",
                seconds["ingest"] / seconds["feedparser"],
                MOST_TIMES,
            ),
            Figure(f"most memory at once, MB, a feed of {size:.0f} MB", memory, MOST_MEGABYTES),
            *_suggested(),
        ),
        samples={f"{what}, s": [found] for what, found in seconds.items()} | {"MB": [memory]},
        notes=(f"a feed of {ITEMS:,} items of some {WORDS} words, {size:.0f} MB",),
    )


def _suggested() -> Iterator[Figure]:
    """How much of what the casebook records by hand is proposed; nothing without its feed."""
    if not SOURCE.exists():
        return
    held = held_against(CASEBOOK, SOURCE)
    yield Figure("countries recorded by hand, suggested", held["countries"].recall, 0.9, True)
    yield Figure("figures recorded by hand, suggested", held["figures"].recall, 0.7, True)
    yield Figure("suggested countries that are wrong", 1 - held["countries"].precision, 0.1)
    for field in MEASURED:
        yield Figure(f"{field} recorded by hand, suggested", held[field].recall)
        yield Figure(f"suggested {field} that are right", held[field].precision)


def write_feed(path: Path, items: int) -> None:
    """A feed of articles much like case studies: always the same."""
    words = vocabulary(SEED)["en"]
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for number in range(items):
            rng = random.Random(f"{SEED} {number}")
            writer = Writer(words, rng)
            file.write("".join(_item(number, writer, rng)))
        file.write("</channel></rss>\n")


def _item(number: int, writer: Writer, rng: random.Random) -> Iterator[str]:
    title = " ".join(writer.words(6)).capitalize()
    yield f"<item><title>{title} {number}</title><link>https://example.org/tale-{number}/</link>"
    yield f'<guid isPermaLink="false">https://example.org/?p={number}</guid>'
    yield "<pubDate>Fri, 11 Oct 2024 13:05:36 +0000</pubDate><dc:creator>Tales</dc:creator>"
    yield f"<category>Grooming</category><description>{writer.sentences(30)}</description>"
    yield "<content:encoded><![CDATA["
    for heading in _HEADINGS:
        yield f"<h2>{heading}</h2>\n"
        for _ in range(2):
            text = writer.sentences(WORDS // 24)
            yield f'<p>{text} (1). <a href="https://example.org/{number}">More</a> here.</p>\n'
        if rng.random() < 0.5:
            points = "".join(
                f"<li><strong>One:</strong> {writer.sentences(12)}</li>\n" for _ in range(4)
            )
            yield f"<ul>\n{points}</ul>\n"
    yield f"<h2>End notes</h2><p>1) {writer.sentences(12)}</p>]]></content:encoded></item>\n"


def _run(what: str, feed: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.ingest", what, str(feed), str(folder)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said


def main() -> None:
    """Do what the command line says."""
    what, feed, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if what == "feedparser":
        import feedparser

        begun = time.process_time()
        found = len(feedparser.parse(str(feed)).entries)
    else:
        from fieldcat.services.ingesting import ingest
        from fieldcat.services.releasing import make_workspace

        make_workspace(
            folder, collection="tales", title="Tales", publisher="Tellers", date="2026-11-29"
        )
        begun = time.process_time()
        found = sum(ingest([feed], workspace=folder).outcomes.values())
    seconds = time.process_time() - begun
    megabytes = most_memory() / 1_000_000
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "items": found}))


if __name__ == "__main__":
    main()
