"""A silent replacement: the text is another, and nothing says that it was changed."""

from collections.abc import Sequence

from gazetteer.docx.runs import carve, content, holds_nothing, set_text, word
from gazetteer.docx.touching import Touched
from gazetteer.docx.walking import visible
from gazetteer.package.markup import Element


def replace(touched: Sequence[Touched], replacement: str) -> None:
    """Put the replacement where the first of these characters stands, and take them all away."""
    first, *others = touched
    made = list(content(first.node, replacement))
    is_text = first.node.tag == f"{word(first.node)}t"
    if is_text and [one.tag for one in made] == [first.node.tag]:
        text = visible(first.node)
        set_text(first.node, text[: first.start] + replacement + text[first.end :])
    else:
        _put_in(first, made)
    for one in others:
        _put_in(one, [])


def _put_in(touched: Touched, made: Sequence[Element]) -> None:
    """Put elements in the place of one, or of a part of it."""
    node = carve(touched)
    if node is None:
        return
    run = node.getparent()
    assert run is not None
    for one in made:
        node.addprevious(one)
    run.remove(node)
    if holds_nothing(run):
        above = run.getparent()
        assert above is not None
        above.remove(run)
