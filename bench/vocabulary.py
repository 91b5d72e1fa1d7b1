"""Words for synthetic collections: four languages, function words, Zipf-like content words.

40,000 word types in all. Each language has its own real function words and words of the field, and
stems put together from its own syllables, in the forms that its grammar gives them, so that stems
are shared, accents are there to be folded, and beginnings are as crowded as in real text.
"""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, count

TYPES: Mapping[str, int] = {"en": 14_000, "es": 9_000, "fr": 9_000, "pt": 8_000}
"""How many content word types each language has."""

FUNCTION_SHARE = 0.42
"""How much of a text is made of function words."""

_FUNCTION_WORDS: Mapping[str, str] = {
    "en": "the of and to in a is that for it was on are as with they be at this have from or by "
    "not but what all were when we there can an their which if will each about how up out "
    "them then she many some so these would other into has more her two him no could than "
    "been its now who did get may may over such only also after through before between "
    "where most",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus "
    "le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde "
    "quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto "
    "mí antes algunos",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont la avec aux ou cette ces d'un son mais leur elle comme sa été nous être ont "
    "deux même aussi entre fait sans tout ses peut bien leurs depuis dont ils avant contre "
    "après encore",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi "
    "ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até "
    "isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você "
    "tinha foram essa",
}

_FIELD_WORDS: Mapping[str, str] = {
    "en": "child children online safety abuse report school parents police hotline helpline "
    "internet video images grooming training teachers young people research survey country "
    "law platform programme community service support risk protection chat phone app lesson "
    "toolkit family harm privacy password stranger message threat payment bank evidence "
    "victim court",
    "es": "niño niña niños línea seguridad abuso denuncia escuela padres policía ayuda internet "
    "vídeo imágenes formación docentes jóvenes investigación encuesta país ley plataforma "
    "programa comunidad servicio apoyo riesgo protección chat teléfono aplicación lección "
    "familia daño privacidad contraseña extraño mensaje amenaza pago banco prueba víctima "
    "tribunal",
    "fr": "enfant enfants ligne sécurité abus signalement école parents police aide internet "
    "vidéo images formation enseignants jeunes recherche enquête pays loi plateforme "
    "programme communauté service soutien risque protection chat téléphone application "
    "leçon famille préjudice confidentialité étranger message menace paiement banque preuve "
    "victime tribunal élève",
    "pt": "criança crianças linha segurança abuso denúncia escola pais polícia ajuda internet "
    "vídeo imagens formação professores jovens pesquisa inquérito país lei plataforma "
    "programa comunidade serviço apoio risco proteção chat telefone aplicação lição família "
    "dano privacidade senha estranho mensagem ameaça pagamento banco prova vítima tribunal",
}

# Onsets, vowels, codas; the common ones stand more than once.
_SYLLABLES: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "b c d f g h l m n p r s t b c d f g h l m n p r s t s r c p w v y z br ch cl cr dr fl gr "
        "pl pr qu sh sl sp st str th tr wh",
        "a e i o u e i a o ea ou ai ee oo",
        "n r l s t d m p b g k n r l s t d m ck nd nt st rd ll ss sh th ng",
    ),
    "es": (
        "b c d f g l m n p r s t t c r l v j ch br cr dr gr pl pr tr ll qu",
        "a e i o u a e o a ie ue á é í ó io",
        "_ _ _ _ n r s l",
    ),
    "fr": (
        "b c d f g l m n p r s t t c r l v j ch br cr dr fl gr pl pr tr qu",
        "a e i o u a e é è ai ou oi eau ê ô au",
        "_ _ _ _ n r s l x",
    ),
    "pt": (
        "b c d f g l m n p r s t t c r l v j ch br cr dr gr pl pr tr lh nh",
        "a e i o u a e o ã á é ê ó ei ou",
        "_ _ _ _ _ r s l m",
    ),
}

# What a stem takes at its end, and how often beside its other forms.
_ENDINGS: Mapping[str, Mapping[str, float]] = {
    "en": {"": 5, "s": 3, "ed": 2, "ing": 2, "er": 0.6, "ers": 0.4, "ly": 0.4, "ment": 0.3},
    "es": {"o": 4, "os": 3, "a": 4, "as": 2, "ar": 2, "ando": 0.6, "ado": 1, "ación": 0.8},
    "fr": {"e": 4, "es": 3, "er": 2, "é": 1, "ant": 0.8, "ement": 0.5, "ation": 0.8, "eur": 0.4},
    "pt": {"o": 4, "os": 3, "a": 4, "as": 2, "ar": 2, "ando": 0.6, "ado": 1, "ação": 0.8},
}

# Of one, two and three syllables: among the first stems, the next, the rest.
_LENGTHS = ((7, 3, 0), (3, 6, 1), (1, 6, 3))


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words: ``content`` by rank, the commonest first, and what a text draws from.

    ``all`` are function and content words, ``cumulative`` their weights as ``random.choices``
    takes them.
    """

    language: str
    content: tuple[str, ...]
    weights: tuple[float, ...]
    all: tuple[str, ...]
    cumulative: tuple[float, ...]


@cache
def vocabulary(seed: int) -> dict[str, Words]:
    """The words of every language; no generated word belongs to two of them."""
    used: set[str] = set()
    for listed in (*_FUNCTION_WORDS.values(), *_FIELD_WORDS.values()):
        used.update(folded(word) for word in listed.split())
    return {language: _words(language, number, seed, used) for language, number in TYPES.items()}


def folded(word: str) -> str:
    """A word without case and accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


def _words(language: str, number: int, seed: int, used: set[str]) -> Words:
    rng = random.Random(f"{seed} words {language}")
    weighted = {word: _zipf(rank) for rank, word in enumerate(_FIELD_WORDS[language].split())}
    beginnings = _stems(language, rng)
    rank = len(weighted) // 2
    while len(weighted) < number:
        stem = next(beginnings)
        for ending, share in rng.sample(sorted(_ENDINGS[language].items()), k=rng.randint(2, 6)):
            word = stem + ending
            if len(weighted) < number and folded(word) not in used:
                used.add(folded(word))
                weighted[word] = _zipf(rank) * share / 8
        rank += 1
    content = sorted(weighted, key=lambda word: (-weighted[word], word))
    weights = [weighted[word] for word in content]
    functional = list(dict.fromkeys(_FUNCTION_WORDS[language].split()))
    ranks = [1 / (rank + 2) for rank in range(len(functional))]
    scale = FUNCTION_SHARE / (1 - FUNCTION_SHARE) * sum(weights) / sum(ranks)
    return Words(
        language,
        tuple(content),
        tuple(weights),
        (*functional, *content),
        tuple(accumulate((*(scale * weight for weight in ranks), *weights))),
    )


def _zipf(rank: int) -> float:
    return math.pow(rank + 40, -1.02)


def _stems(language: str, rng: random.Random) -> Iterator[str]:
    onsets, vowels, codas = (part.split() for part in _SYLLABLES[language])
    # What ends in a vowel takes no ending that begins with one.
    inner = [*codas, "_", "_", "_", "_", "_", "_", "_", "_", "_"]
    last = codas if "" in _ENDINGS[language] else onsets
    for found in count():
        # The commonest words are the shortest.
        many = rng.choices((1, 2, 3), _LENGTHS[min(2, found // 300)])[0]
        syllables = (
            rng.choice(onsets) + rng.choice(vowels) + rng.choice(last if end else inner)
            for end in [False] * (many - 1) + [True]
        )
        yield "".join(syllables).replace("_", "")
