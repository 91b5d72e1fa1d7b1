"""WordPress's exports: what is published is taken, all else is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.domain.entry import Kind
from fieldcat.domain.taxonomy import Concept, Vocabulary
from fieldcat.publishing.ingesting.filing import filing
from fieldcat.publishing.ingesting.flow import lines_of
from fieldcat.publishing.ingesting.items import Item, Picture, Read, Remark, Why, plain
from fieldcat.publishing.ingesting.wordpress import kind_of_type, read_export

from .conftest import setting

HEAD = """\
<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Tales</title><link>https://example.org</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:category><wp:cat_name><![CDATA[Grooming]]></wp:cat_name></wp:category>
"""
POST = """\
<item><title><![CDATA[{title}]]></title><link>https://example.org/{title}/</link>
<guid isPermaLink="false">https://example.org/?p={title}</guid><dc:creator><![CDATA[ana]]></dc:creator>
<content:encoded><![CDATA[{text}]]></content:encoded>
<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_date>2024-10-11 13:05:36</wp:post_date><wp:post_name>{title}</wp:post_name>
<wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>
<wp:post_password>{password}</wp:post_password>{more}</item>
"""


def post(title: str, text: str = "Words.", **given: str) -> str:
    fields = {"excerpt": "", "status": "publish", "type": "post", "password": "", "more": ""}
    return POST.format(title=title, text=text, **{**fields, **given})


def read(tmp_path: Path, *posts: str, types: dict[str, Kind] | None = None) -> list[Read]:
    path = tmp_path / "export.xml"
    path.write_text(HEAD + "".join(posts) + "</channel></rss>", encoding="utf-8")
    vocabulary = Vocabulary("topics", 1, "Topic", "Us", (Concept("grooming", "Grooming", "It."),))
    return list(read_export(path, setting(filing=filing({"topics": vocabulary})), types))


def items(found: list[Read]) -> list[Item]:
    return [one for one in found if isinstance(one, Item)]


def remarks(found: list[Read], why: Why) -> list[str]:
    return [one.text for one in found if isinstance(one, Remark) and one.why is why]


def texts(item: Item) -> list[str]:
    return [
        plain(line)
        for section in item.sections
        for block in section.blocks
        for line in lines_of(block)
    ]


def test_what_is_not_published_is_counted_and_not_taken(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        post("a"),
        post("b", status="draft"),
        post("c", status="private"),
        post("d", status="trash"),
        post("e", type="attachment", status="inherit"),
        post("f", type="nav_menu_item"),
        post("g", type="page"),
        post("h", password="secret"),
    )

    assert [item.title for item in items(found)] == ["a"]
    assert len(remarks(found, Why.UNPUBLISHED)) == 3
    assert len(remarks(found, Why.ATTACHMENT)) == 1
    assert len(remarks(found, Why.NAVIGATION)) == 1
    assert remarks(found, Why.OTHER_TYPE) == ["page publish"]
    assert len(remarks(found, Why.LOCKED)) == 1


def test_types_of_posts_are_kinds(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        post("a", type="organisations"),
        post("b", type="project"),
        types={"project": Kind.TOOL},
    )

    assert [item.kind for item in items(found)] == [Kind.ORGANISATION, Kind.TOOL]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("case_study", Kind.CASE_STUDY),
        ("case-studies", Kind.CASE_STUDY),
        ("casestudy", Kind.CASE_STUDY),
        ("help_services", Kind.HELP_SERVICE),
        ("Tool", Kind.TOOL),
        ("product", None),
    ],
)
def test_a_type_that_is_called_like_a_kind_is_one(name: str, kind: Kind | None) -> None:
    assert kind_of_type(name) is kind


def test_comments_and_authors_are_told_and_not_taken(tmp_path: Path) -> None:
    comment = "<wp:comment><wp:comment_content>Nice!</wp:comment_content></wp:comment>"
    found = read(tmp_path, post("a", more=comment))

    assert remarks(found, Why.COMMENT) == ["Nice!"]
    assert remarks(found, Why.CREATOR) == ["ana"]


def test_categories_file_an_entry_or_become_keywords(tmp_path: Path) -> None:
    more = (
        '<category domain="category" nicename="grooming"><![CDATA[Grooming]]></category>'
        '<category domain="post_tag" nicename="x"><![CDATA[Tanzania &amp; Kenya]]></category>'
        '<category domain="category" nicename="u"><![CDATA[Uncategorized]]></category>'
    )
    found = read(tmp_path, post("a", more=more))

    (item,) = items(found)
    assert item.fields["topics"] == ["grooming"]
    assert item.fields["keywords"] == ["Tanzania & Kenya"]
    assert remarks(found, Why.UNFILED) == ["Tanzania & Kenya", "Uncategorized"]


def test_a_post_of_the_classic_editor_has_its_paragraphs(tmp_path: Path) -> None:
    text = "One\nline.\n\n<h2>The problem</h2>\nTwo.\n\nThree.\n<ul>\n<li>Four</li>\n</ul>"
    (item,) = items(read(tmp_path, post("a", text)))

    assert texts(item) == ["One line.", "Two.", "Three.", "Four"]


def test_a_post_of_the_block_editor_has_its_paragraphs(tmp_path: Path) -> None:
    text = "<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n"
    text += "<ul><!-- wp:list-item --><li>Two</li><!-- /wp:list-item --></ul>\n<!-- /wp:list -->"
    found = read(tmp_path, post("a", text))

    (item,) = items(found)
    assert texts(item) == ["One", "Two"]
    assert len(remarks(found, Why.EDITORS_MARK)) == 1


def test_what_is_known_of_a_post_is_known_of_the_entry(tmp_path: Path) -> None:
    (item,) = items(read(tmp_path, post("a-tale", excerpt="It tells of what was done there.")))

    assert item.source == "https://example.org/?p=a-tale"
    assert item.slug == "a-tale"
    assert dict(item.fields) == {
        "summary": "It tells of what was done there.",
        "language": "en-US",
        "source_url": "https://example.org/a-tale/",
        "source_title": "a-tale",
        "source_publisher": "Tales",
        "source_date": "2024-10-11",
    }


def test_an_excerpt_that_is_cut_off_sums_up_with_its_whole_sentences(tmp_path: Path) -> None:
    text = "One sentence has all of these words. Another one goes on for long."
    excerpt = "One sentence has all of these words. Another one […]"
    found = read(tmp_path, post("a", f"<p>{text}</p>", excerpt=excerpt))

    (item,) = items(found)
    assert item.fields["summary"] == "One sentence has all of these words."
    assert texts(item) == [text]
    assert remarks(found, Why.REPEATED) == [excerpt]


def test_a_post_without_text_is_told(tmp_path: Path) -> None:
    assert len(remarks(read(tmp_path, post("a", "")), Why.EMPTY)) == 1


ATTACHMENT = """\
<item><title>map</title><guid isPermaLink="false">https://example.org/?p=7</guid>
<excerpt:encoded><![CDATA[Where it is]]></excerpt:encoded><wp:post_id>7</wp:post_id>
<wp:attachment_url>https://example.org/uploads/2024/10/map.png</wp:attachment_url>
<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
<wp:meta_value><![CDATA[A map of Ghana]]></wp:meta_value></wp:postmeta></item>
"""
HEADED = """\
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>
"""


def headed(tmp_path: Path, text: str, *, at_hand: bool = True) -> list[Read]:
    path = tmp_path / "export.xml"
    posts = post("a", text, more=HEADED) + ATTACHMENT
    path.write_text(HEAD + posts + "</channel></rss>", encoding="utf-8")
    address = "https://example.org/uploads/2024/10/map.png"
    pictures: dict[str, Path | bytes] = {address: b"a picture"} if at_hand else {}
    return list(read_export(path, setting(pictures=pictures)))


def test_a_posts_picture_stands_before_its_text(tmp_path: Path) -> None:
    (item,) = items(headed(tmp_path, "<h2>What</h2><p>Words.</p>"))

    first, *_ = item.sections[0].blocks
    assert first == Picture("map.png", b"a picture", "A map of Ghana", "Where it is")


def test_a_posts_picture_that_its_text_shows_is_not_shown_twice(tmp_path: Path) -> None:
    image = '<img src="https://example.org/uploads/2024/10/map.png" alt="Map">'
    (item,) = items(headed(tmp_path, f"<p>Words.</p>{image}"))

    blocks = [block for section in item.sections for block in section.blocks]
    assert sum(isinstance(block, Picture) for block in blocks) == 1


def test_a_posts_picture_that_is_not_at_hand_is_told(tmp_path: Path) -> None:
    told = remarks(headed(tmp_path, "<p>Words.</p>", at_hand=False), Why.PICTURE_MISSING)

    assert told == ["https://example.org/uploads/2024/10/map.png A map of Ghana Where it is"]
