"""A casebook in Arabic, made up as the English one is: for windows from right to left.

Names, places and numbers are invented. One title and one text have Latin letters among the Arabic,
as real ones have.
"""

from __future__ import annotations

from decimal import Decimal

from tests.fakes.casebook import CARD, DAMAGED, EDITION, FakeCasebook
from tools.window_states import Material

from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Entry,
    EntryId,
    Figure,
    FigureCards,
    Head,
    HelpService,
    Kind,
    LearningMaterial,
    Organisation,
    Paragraph,
    Part,
    Party,
    Qualifier,
    Research,
    Section,
    SectionRole,
    Source,
    Term,
    Text,
)
from fieldcat.domain.keeping import Passage
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Collection, Facet
from fieldcat.services.offered import Labels

COLLECTION = Collection(
    "arabic", "دفتر حالات مختلق", "لا أحد", "للتجارب.", "ar", "CC0", 1, "2024-11-01"
)

LABELS: Labels = {
    "countries": {"JO": "الأردن", "EG": "مصر", "LB": "لبنان", "MA": "المغرب"},
    "topics": {
        "reporting": "الإبلاغ عن الاعتداء",
        "removing": "إزالة الصور",
        "home": "الأهل والبيت",
        "schools": "المدارس",
    },
    "audiences": {
        "parents": "الأهالي ومقدمو الرعاية",
        "young-people": "الشباب",
        "police": "الشرطة والقضاء",
        "teachers": "المعلمون",
    },
    "capabilities": {"hotline": "خط البلاغات"},
    "evidence": {"self-reported": "بحسب الجهة نفسها", "evaluated": "قيّمته جهة أخرى"},
    "organisation-roles": {"lead": "الجهة القائدة"},
    "languages": {"ar": "العربية"},
    "help-service-kinds": {"reporting-portal": "بوابة للبلاغات"},
    "organisation-kinds": {"civil-society": "مجتمع مدني"},
}

_SENSITIVE = "يتحدث عن سلوك جنسي مؤذٍ من دون تفاصيل."


def entry_id(kind: Kind, slug: str) -> EntryId:
    """The id of an entry of this casebook."""
    return EntryId("arabic", kind, slug)


CENTRE = entry_id(Kind.CASE_STUDY, "manara")
LINE = entry_id(Kind.HELP_SERVICE, "asmauk")
TERM = entry_id(Kind.TERM, "csam")
ARABIC_MATERIAL = Material(
    found=Query("البلاغات الأردن", {Facet.AUDIENCE: frozenset({"parents"})}),
    nothing=Query(
        "هاتف الأردن", {Facet.KIND: frozenset({"funding"}), Facet.TOPIC: frozenset({"home"})}
    ),
    study=CENTRE,
    other=LINE,
    passage=Passage("four-parts", "الشباب مشاريعهم بأنفسهم"),
    discouraged="",
    folder="ورشة أيار",
    note="اسألوا المجموعة: من كان ليتصل بخط كهذا، وما الذي قد يمنعه؟",
    search="خطوط بلاغات للأهالي",
    edition=EDITION,
    damaged=DAMAGED,
    card=CARD,
)
"""What the states of the window show of it."""


def _head(
    id: EntryId,
    title: str,
    summary: str,
    *,
    countries: str = "",
    topics: str = "",
    audiences: str = "",
    organisation: str = "",
    sensitive: str = "",
    evidence: str = "",
) -> Head:
    party = Party(entry_id(Kind.ORGANISATION, "bayt-amin"), organisation, "lead")
    return Head(
        id=id,
        title=title,
        summary=summary,
        language="ar",
        source=Source("https://example.org/ar", "2024-10-11", "الدراسة", "مثال"),
        year=2024,
        countries=tuple(countries.split()),
        topics=tuple(topics.split()),
        audiences=tuple(audiences.split()),
        organisations=(party,) if organisation else (),
        sensitive=sensitive,
        evidence=evidence,
    )


def _plain(head: Head, part: Part) -> Entry:
    text = Paragraph("text", (Text(head.summary),))
    return Entry(head, part, (Section("about", SectionRole.ABOUT, "نبذة", (text,)),))


def _centre() -> Entry:
    head = _head(
        CENTRE,
        "مركز لإنترنت أكثر أمانًا يجمع بين خط البلاغات والبحث والشباب",
        "أنشأت شبكة «البيت الآمن» للأهالي في الأردن مركزًا اسمه «منارة»، يجمع بين خط لتلقي البلاغات "
        "وفريق بحث ومشاريع شبابية وخط مساعدة لمن يخشى أن يؤذي غيره.",
        countries="JO",
        topics="reporting home",
        audiences="parents young-people police",
        organisation="البيت الآمن",
        sensitive=_SENSITIVE,
        evidence="self-reported",
    )

    def words(section: str, text: str) -> Paragraph:
        return Paragraph(section, (Text(text),))

    sections = (
        Section(
            "solution",
            SectionRole.SOLUTION,
            "ما الذي فعلوه",
            (
                FigureCards("cards", ("reports", "online", "towns")),
                words(
                    "four-parts",
                    "تعمل أربعة أجزاء كأنها جزء واحد: يفرز خط البلاغات ما يصله قبل أن تطّلع عليه "
                    "الشرطة، ويجمع مركز البحث الأدلة، ويقود الشباب مشاريعهم بأنفسهم، ويعمل خط "
                    "المساعدة على الوقاية.",
                ),
            ),
        ),
        Section(
            "line",
            SectionRole.SOLUTION,
            "خط مساعدة لمن يقلقه سلوكه",
            (words("line", "يردّ الخط على من يقلقهم سلوكهم هم أنفسهم."),),
            sensitive=_SENSITIVE,
        ),
        Section(
            "impact",
            SectionRole.IMPACT,
            "ما الذي تغيّر",
            (
                words(
                    "by-july",
                    "حتى تموز/يوليو 2024 عولج أكثر من 175,000 عنوان على الويب فيه مواد اعتداء. "
                    "ويصل المشروع اليوم إلى 276 بلدة في الأردن، وبدأت مراكز مشابهة في ثلاثة بلدان.",
                ),
            ),
        ),
    )
    figures = (
        Figure(
            "reports",
            Decimal(218000),
            "بلاغ",
            "بلاغ تلقّاه خط البلاغات",
            "impact",
            qualifier=Qualifier.OVER,
            place="JO",
            period="حتى تموز/يوليو 2024",
            lead=True,
        ),
        Figure(
            "online",
            Decimal(80),
            "%",
            "من تلك البلاغات عن اعتداء عبر الإنترنت",
            "impact",
            qualifier=Qualifier.OVER,
            place="JO",
            period="حتى تموز/يوليو 2024",
            lead=True,
        ),
        Figure(
            "towns",
            Decimal(276),
            "بلدة",
            "بلدة يصل إليها المشروع",
            "impact",
            place="JO",
            period="2024",
            lead=True,
        ),
    )
    return Entry(head, CaseStudy(), sections, figures, related=(LINE, TERM))


def arabic_entries() -> tuple[Entry, ...]:
    """Some entries of several kinds."""
    return (
        _centre(),
        _plain(
            _head(
                LINE,
                "أسمعك",
                "خط لتلقي البلاغات عن مواد الاعتداء والتنمر الإلكتروني، مفتوح للجميع في الأردن "
                "بالهاتف وعبر الويب.",
                countries="JO",
                topics="reporting removing",
                audiences="parents young-people",
            ),
            HelpService(
                "reporting-portal", CENTRE, channels=(Channel("telephone", "06 555 0142"),)
            ),
        ),
        _plain(
            _head(
                entry_id(Kind.ORGANISATION, "bayt-amin"),
                "البيت الآمن",
                "شبكة من الأهالي ومقدمي الرعاية تدير خط البلاغات «أسمعك» في الأردن.",
                countries="JO",
                topics="reporting home",
                audiences="parents",
            ),
            Organisation("civil-society"),
        ),
        _plain(
            _head(
                TERM,
                "مواد الاعتداء الجنسي على الأطفال (CSAM)",
                "صور أو أفلام أو تسجيلات صوتية لاعتداء جنسي على طفل؛ وتُختصر بالإنجليزية CSAM.",
                topics="removing",
            ),
            Term(abbreviations=("CSAM",)),
        ),
        _plain(
            _head(
                entry_id(Kind.RESEARCH, "hawatif"),
                "ما الذي يراه المراهقون على هواتفهم؟",
                "سأل الباحثون 1,240 مراهقًا في مصر ولبنان عمّا يزعجهم على الإنترنت، وإلى من يلجؤون.",
                countries="EG LB",
                topics="home schools",
                audiences="parents teachers",
                organisation="البيت الآمن",
                evidence="evaluated",
            ),
            Research(),
        ),
        _plain(
            _head(
                entry_id(Kind.LEARNING_MATERIAL, "dalil"),
                "دليل المعلم: الحديث عن السلامة الرقمية",
                "ست حصص جاهزة للصفوف من السابع إلى التاسع، مع أوراق عمل وأسئلة للنقاش.",
                countries="MA",
                topics="schools",
                audiences="teachers young-people",
                organisation="البيت الآمن",
            ),
            LearningMaterial(),
        ),
    )


def arabic_casebook() -> FakeCasebook:
    """The services on it."""
    return FakeCasebook(entries=arabic_entries(), labels=LABELS, collection=COLLECTION)
