"""Judged queries on the casebook that comes with fieldcat: what a trainer types, what comes first.

Where several entries answer as well, any of them may. The judgement is of the entries, not of the
ranking as it happens to be: where one comes too late the search is to be looked at, not the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What is special about a query."""

    SHORT = "short"
    SENTENCE = "sentence"
    MISSPELT = "misspelt"
    ACCENTS = "accents"
    ABBREVIATION = "abbreviation"
    DISCOURAGED = "discouraged term"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is typed, and the entries (``kind/slug``) any of which answers it best.

    ``among_studies``: only case studies are asked for, as the filter does.
    """

    typed: str
    right: tuple[str, ...]
    sort: Sort = Sort.SHORT
    among_studies: bool = False


def _studies(sort: Sort, queries: dict[str, str]) -> tuple[Judged, ...]:
    return tuple(
        Judged(typed, (f"case-study/{slug}",), sort, among_studies=True)
        for typed, slug in queries.items()
    )


def _all(sort: Sort, queries: dict[str, str]) -> tuple[Judged, ...]:
    return tuple(Judged(typed, tuple(right.split()), sort) for typed, right in queries.items())


JUDGED: tuple[Judged, ...] = (
    *_studies(
        Sort.SHORT,
        {
            "albania": "iamsafeonline-albania",
            "chatbot": "snehai",
            "sextortion": "for-your-eyes-only",
            "network scale-up": "scale-of-harm",
            "116": "c-sema-tanzania",
            "csema": "c-sema-tanzania",
            "c sema": "c-sema-tanzania",
            "C-Sema": "c-sema-tanzania",
            "#Iamsafeonline": "iamsafeonline-albania",
            "i am safe online": "iamsafeonline-albania",
            "papaz": "red-papaz-viguias",
            "breck": "breck-foundation",
            "for your eyes only": "for-your-eyes-only",
            "scale of harm": "scale-of-harm",
            "hotline colombia": "red-papaz-viguias",
            "story told in schools": "breck-foundation",
            "money laundering": "project-shadow",
            "payment indicators": "project-shadow",
            "e-learning course": "for-your-eyes-only",
            "chat bot": "snehai",
            "teachers toolkit tanzania": "c-sema-tanzania",
            "religious leaders": "c-sema-tanzania",
            "police hub ai tools": "ai-for-safer-children",
            "grooming warning signs": "breck-foundation",
            "sexual images without permission": "for-your-eyes-only",
            "help for potential offenders": "red-papaz-viguias",
            '"network scale-up method"': "scale-of-harm",
            "218,000": "red-papaz-viguias",
            "463721": "snehai",
        },
    ),
    *_all(
        Sort.SHORT,
        {
            "red papaz": "organisation/red-papaz",
            "redpapaz": "organisation/red-papaz case-study/red-papaz-viguias",
            "grooming": "term/grooming",
            "hotline colombia": "help-service/te-protejo case-study/red-papaz-viguias",
            "child helpline": "term/child-helpline help-service/child-helpline-116-tanzania",
            "self generated images": "term/self-generated-images",
            "harmful sexual behavior": "term/harmful-sexual-behaviour",
            "kuwaza": "learning-material/kuwaza-toolkit",
            "disrupting harm": "research/disrupting-harm",
            "cybertipline": "help-service/ncmec-cybertipline research/cybertipline-2023-report",
            "funding africa": (
                "funding/africa-online-safety-fund funding/aosp-funding-opportunities"
            ),
            "encrypted platform": "term/encryption",
            "red flags": "term/warning-signs",
            "online bullying": "term/cyberbullying",
            "whatsapp incubator": "funding/whatsapp-incubator-program",
            "swansea": "organisation/swansea-university",
            "scotiabank": "organisation/scotiabank",
        },
    ),
    *_studies(
        Sort.SENTENCE,
        {
            "how do banks spot payments for abuse": "project-shadow",
            "How can police use artificial intelligence?": "ai-for-safer-children",
            "how many children are trafficked for livestreamed abuse": "scale-of-harm",
            "where can young people in India ask about sex and safety in private?": "snehai",
            "why are so few cases solved in albania?": "iamsafeonline-albania",
            "Which course do young people take about sharing nude pictures?": "for-your-eyes-only",
            "what happened to Breck": "breck-foundation",
            "Where can I find research and funding on online safety in Africa?": (
                "africa-online-safety-platform"
            ),
            "Which number can children in Tanzania call for help?": "c-sema-tanzania",
            "Who runs a hotline for reports of abuse images in Colombia?": "red-papaz-viguias",
            "Which charity tells a boy's story in schools to teach about grooming?": (
                "breck-foundation"
            ),
            "How do banks in Canada report suspicious transactions?": "project-shadow",
        },
    ),
    *_studies(
        Sort.MISSPELT,
        {
            "helplne tanzania": "c-sema-tanzania",
            "tanzanya": "c-sema-tanzania",
            "albanai": "iamsafeonline-albania",
            "chatbott": "snehai",
            "wiguias": "red-papaz-viguias",
            "artifical inteligence": "ai-for-safer-children",
            "grooming waring signs": "breck-foundation",
            "colombai hotline": "red-papaz-viguias",
        },
    ),
    *_all(
        Sort.MISSPELT,
        {
            "gromming": "term/grooming",
            "sextorsion": "term/sextortion",
            "stairway foundaton": "organisation/stairway-foundation",
            "kuwasa": "learning-material/kuwaza-toolkit",
            "encription": "term/encryption",
            "cyberbulying": "term/cyberbullying",
            "money laundring": "term/money-laundering",
            "suspicous transaction report": "term/suspicious-transaction-report",
            "projct shadow": "case-study/project-shadow",
            "lanzarrote": "term/lanzarote-convention",
            "netwrok scale-up": "term/network-scale-up-method case-study/scale-of-harm",
            "hotlne": "term/hotline",
        },
    ),
    *_studies(
        Sort.ACCENTS,
        {
            "viguias": "red-papaz-viguias",
            "Viguías": "red-papaz-viguias",
            "VIGUÍAS": "red-papaz-viguias",
            "Albânia": "iamsafeonline-albania",
            "Tanzânia": "c-sema-tanzania",
            "Colômbia": "red-papaz-viguias",
            "Canadá": "project-shadow",
            "Índia chatbot": "snehai",
        },
    ),
    *_all(
        Sort.ACCENTS,
        {
            "te guio": "help-service/te-guio",
            "Te Guío": "help-service/te-guio",
            "te protéjo": "help-service/te-protejo",
        },
    ),
    *_studies(
        Sort.ABBREVIATION,
        {
            "fintrac": "project-shadow",
            "osec": "scale-of-harm",
            "NSUM": "scale-of-harm",
        },
    ),
    *_all(
        Sort.ABBREVIATION,
        {
            "nsum": "term/network-scale-up-method",
            "STR": "term/suspicious-transaction-report",
            "csam": "term/child-sexual-abuse-material",
            "csem": "term/child-sexual-exploitation-material",
            "unicri": "organisation/unicri",
            "fintrac": "organisation/fintrac",
            "ncmec": "organisation/ncmec help-service/ncmec-cybertipline",
            "iwf": "organisation/internet-watch-foundation help-service/iwf-portal-tanzania",
            "NLP": "term/natural-language-processing",
            "sbcc": "term/social-and-behaviour-change-communication",
            "iocta": "research/iocta-2020",
        },
    ),
    *_all(
        Sort.DISCOURAGED,
        {
            "child pornography": "term/child-sexual-abuse-material",
            "child porn": "term/child-sexual-abuse-material",
            "revenge porn": "term/non-consensual-sharing",
            "child prostitution": "term/sexual-exploitation-of-children",
            "paedophile": "term/offender",
            "juvenile sex offender": "term/harmful-sexual-behaviour",
        },
    ),
)
