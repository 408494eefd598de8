"""What WeasyPrint 70 leaves to be done before a PDF is right.

List bodies, letters of glyphs, words for links, footers that are no part of the text, and tables' headers by name.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.pdf_lean_fonts import make_lean
from vejviser.documents.pdf_tounicode import correct_letters, is_of_fields
from vejviser.documents.reading import plain_text

_MARKED = re.compile(rb"/\w+\s+<<\s*/MCID (\d+)\s*>>\s*BDC")
_FOOTER = b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


def repair(pdf: Pdf, document: Document) -> None:
    """Make the typeset PDF of `document` right in all that PDF/UA-1 and people who copy text out of it expect."""
    _describe_links(pdf, document)
    _drop_spans(pdf)
    _set_footers_apart(pdf)
    headers: dict[bytes, Object] = {}
    for found in list(pdf.objects):
        if not isinstance(found, Dictionary):
            continue
        if found.get("/S") == Name.LI:
            _gather_body(pdf, found)
        elif found.get("/S") == Name.TH:
            found.A.Scope = Name.Column if Name.THead == found.P.P.S else Name.Row
            headers[bytes(found.ID)] = found
        elif found.get("/Subtype") == Name.Type0:
            correct_letters(found)
            if not is_of_fields(found):
                make_lean(found)
    if headers:  # ISO 32000-1, table 322: required where structure elements have names
        names = Array([part for name in sorted(headers) for part in (String(name), headers[name])])
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Names=names)


def _set_footers_apart(pdf: Pdf) -> None:
    """Make an artifact of all marked content that stands in no reader's order (ISO 14289-1, 7.1 and 7.8).

    WeasyPrint gives the words of a page's margins tags, and leaves those out of the tree.
    """
    root = pdf.Root.StructTreeRoot
    top = {kid.objgen for kid in root.K[0].K}
    of_page = dict(zip(map(int, list(root.ParentTree.Nums)[::2]), list(root.ParentTree.Nums)[1::2], strict=True))
    for page in pdf.pages:
        owners = of_page[int(page.obj.StructParents)]
        apart = {place for place, owner in enumerate(owners) if _uppermost(owner, root.K[0]).objgen not in top}
        if not apart:
            continue
        for place in apart:
            owners[place] = None

        def untagged(marked: re.Match[bytes], apart: set[int] = apart) -> bytes:
            return _FOOTER if int(marked[1]) in apart else marked[0]

        page.obj.Contents = pdf.make_stream(_MARKED.sub(untagged, page.obj.Contents.read_bytes()))


def _uppermost(element: Object, document: Object) -> Object:
    while element.P.objgen != document.objgen:
        element = element.P
    return element


def _drop_spans(pdf: Pdf) -> None:
    """Hand the text of every span that says nothing to its parent: a third of the structure is made of such spans."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for owners in list(numbers)[1::2]:
        for place, owner in enumerate(owners if isinstance(owners, Array) else ()):
            parent = owner.P
            if _says_nothing(owner) and owner.Pg.objgen == parent.get("/Pg", owner).objgen:
                kids = list(parent.K)
                at = next(at for at, kid in enumerate(kids) if getattr(kid, "objgen", None) == owner.objgen)
                parent.K[at] = owner.K[0]
                owners[place] = parent


def _says_nothing(element: Object) -> bool:
    return Name.Span == element.S and set(element.keys()) == {"/Type", "/S", "/K", "/Pg", "/P"} and len(element.K) == 1


def _gather_body(pdf: Pdf, item: Object) -> None:
    """Put what stands in a list item beside its label into bodies, in its order: /LI may hold /Lbl and /LBody only."""
    kids: list[Object] = []
    for of_item, group in groupby(item.K, key=_is_of_item):
        if of_item:
            kids += group
            continue
        loose = list(group)
        body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array(loose)))
        for kid in loose:
            kid.P = body
        kids.append(body)
    item.K = Array(kids)


def _is_of_item(kid: Object) -> bool:
    return kid.get("/S") in {Name.Lbl, Name.LBody}


def _describe_links(pdf: Pdf, document: Document) -> None:
    """Describe where a link inside the document leads, instead of the name of its anchor."""
    titles = dict(_titles(document))
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            if annotation.Subtype == Name.Link and "/Dest" in annotation:
                target = str(annotation.Dest)
                annotation.Contents = String(titles.get(target, target))


def _titles(document: Document) -> Iterable[tuple[str, str]]:
    for note in document.notes:
        yield f"note-{note.number}", f"{document.labels['notes']} {note.number}"
    for block in document.blocks:
        if isinstance(block, doc.Heading):
            yield block.id, plain_text(block.inlines)
        elif isinstance(block, doc.ChapterBreak):
            yield block.id, block.title
