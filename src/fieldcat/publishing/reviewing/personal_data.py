"""What could lead to a person: numbers, addresses, and a name with a child's age beside it.

A help service lives on its telephone number. Elsewhere a number or an address is mostly somebody's
own; and no child may be known by an entry, unless the family itself made the name public.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from fieldcat.domain.entry import Kind
from fieldcat.publishing.body import FIELD
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace

_TARGET = re.compile(r"\]\([^()\s]*\)|https?://\S+|\b(?:doi|ISBN|ISSN)\b[:\s]*[\w./-]+", re.I)
# From the start of a word only: in a long run of letters each would be tried as the first.
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?:@|\s?[\[(]\s?(?:at|arroba)\s?[\])]\s?)[\w-]+(?:\.|\s?[\[(](?:dot|punto)[\])]\s?)"
    r"[\w.-]*\w",
    re.I,
)
_TELEPHONE = re.compile(r"(?<![\w.,/-])(?:\+|00)?\(?\d[\d ()\u00a0/-]{6,18}\d(?![\w,/%-]|\.\d)")
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15
_NO_TELEPHONE = re.compile(
    r"\d{4}\s?[-/]\s?\d{4}"  # a span of years
    r"|\d{4}-\d\d-\d\d"  # a day
    r"|\d{1,3}(?:[ \u00a0]\d{3})+"  # a number in groups of three
    r"|\d+"  # a number without any gap
)
_AGE = r"(?:[1-9]|1[0-7])"
_NO_NAMES = (
    "A|The|An|In|On|At|Of|For|By|From|To|Between|With|Children|Boys|Girls|Pupils|Students|Young|"
    "Youth|Teenagers|Adolescents|People|Users|Minors|Kids|Those|Some|About|Over|Under|Ages?|Aged|"
    "Years?|Grades?|Classes|Class|Form|Phase|Part|Stage|Section|Article|Figure|Table|Chapter|"
    "Volume|Level|Season|Edition|Version|Episode|It|He|She|They|This|That|One|Who|When|Where|"
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    "Niñas|Niños|Niña|Niño|Menores|Adolescentes|Jóvenes|Estudiantes|Edad|Edades|De|En|El|La|Los|Las"
)
_NAME = rf"(?!(?:{_NO_NAMES})\b)[A-ZÀ-Ý][a-zà-ÿ'’-]+(?:\s[A-ZÀ-Ý][a-zà-ÿ'’-]+)?"
_NAME_WITH_AGE = re.compile(
    "|".join(
        (
            # «Ana, 14,», «Ana, aged 14.», «Ana, de 14 años,»
            rf"\b{_NAME},\s(?:(?:then|only|just)\s)?(?:aged\s|de\s)?{_AGE}(?:\saños)?\s?[,.;)]",
            # «Ana (14)», «Ana (aged 14)»
            rf"\b{_NAME}\s\((?:aged\s|age\s)?{_AGE}\)",
            # «Ana was 14 years old», «Ana tenía 14 años», «Ana turned 14.»
            rf"\b{_NAME},?\s(?:is|was|turned|tiene|tenía)\s(?:only\s|just\s)?{_AGE}"
            r"(?=\s(?:years|años)|[.,;]|\swhen)",
            # «14-year-old Ana»
            rf"\b{_AGE}[-\s]year[-\s]old\s{_NAME}",
            # «Ana, who was 14», «Ana, a 14-year-old»
            rf"\b{_NAME},\s(?:who\s(?:is|was)|an?)\s{_AGE}(?:[-\s]years?[-\s]old)?\b",
        )
    )
)

_ONLY_NAME = re.compile(rf"\b{_NAME}")

_REMEDY = "left out, unless it is meant to be public and serves the reader"
_NAME_REMEDY = (
    "no name beside a child's age, unless the family itself made it public: then among checks.names"
)


def personal_data(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Telephone numbers and e-mail addresses outside help services; names beside ages."""
    public = {name.casefold() for name in workspace.checks.names}
    for draft in workspace.drafts:
        for line, field, text in _texts(draft):
            if draft.id.kind is not Kind.HELP_SERVICE:
                for what, words in _addresses(text):
                    yield _fault(draft, line(words.start()), field, f"{what} {shown(words[0])}")
            for match in _NAME_WITH_AGE.finditer(text):
                name = _ONLY_NAME.search(match[0])
                if name is not None and " ".join(name[0].split()).casefold() in public:
                    continue
                problem = f"a name beside an age: {shown(match[0])}"
                yield _fault(draft, line(match.start()), field, problem, _NAME_REMEDY)


def _addresses(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _EMAIL.finditer(text):
        yield "an e-mail address:", match
    for match in _TELEPHONE.finditer(text):
        number = match[0].strip()
        digits = sum(sign.isdigit() for sign in number)
        international = number.startswith(("+", "00"))
        if _FEWEST_DIGITS <= digits <= _MOST_DIGITS and (
            international or not _NO_TELEPHONE.fullmatch(number)
        ):
            yield "what looks like a telephone number:", match


class _Lines:
    """Tells in which line of a file a place of a text stands."""

    def __init__(self, text: str, first: int) -> None:
        self._first = first
        self._breaks = [at for at, sign in enumerate(text) if sign == "\n"]

    def __call__(self, at: int) -> int:
        return self._first + bisect_right(self._breaks, at - 1)


def _texts(draft: Draft) -> Iterator[tuple[_Lines, str, str]]:
    """The texts of an entry, quotations included, without the addresses of the web."""
    manuscript = draft.manuscript
    text = _TARGET.sub(lambda match: " " * len(match[0]), manuscript.text)
    yield _Lines(text, manuscript.text_line), FIELD, text
    for prose in draft.prose:
        if prose.field != FIELD:
            yield _Lines("", prose.line), prose.field, _TARGET.sub(" ", prose.text)


def _fault(draft: Draft, line: int, field: str, problem: str, remedy: str = _REMEDY) -> Fault:
    file = draft.manuscript.file
    return Fault(file, line, field, problem, remedy, Level.WARNING, Rule.PERSONAL_DATA)
