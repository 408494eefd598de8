"""What WeasyPrint 70 leaves to be done before a PDF is right: list bodies, letters of glyphs, words for links."""

from collections.abc import Iterable
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from vejviser.documents import document as doc
from vejviser.documents.pdf_tounicode import correct_letters


def repair(pdf: Pdf, document: doc.Document) -> None:
    """Make the typeset PDF of `document` right in all that PDF/UA-1 and people who copy text out of it expect."""
    _describe_links(pdf, document)
    _drop_spans(pdf)
    for found in list(pdf.objects):
        if not isinstance(found, Dictionary):
            continue
        if found.get("/S") == Name.LI:
            _gather_body(pdf, found)
        elif found.get("/Subtype") == Name.Type0:
            correct_letters(found)


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


def _describe_links(pdf: Pdf, document: doc.Document) -> None:
    """Describe where a link inside the document leads, instead of the name of its anchor."""
    titles = dict(_titles(document))
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            if annotation.Subtype == Name.Link and "/Dest" in annotation:
                target = str(annotation.Dest)
                annotation.Contents = String(titles.get(target, target))


def _titles(document: doc.Document) -> Iterable[tuple[str, str]]:
    for note in document.notes:
        yield f"note-{note.number}", f"{document.labels['notes']} {note.number}"
    for block in document.blocks:
        if isinstance(block, doc.Heading):
            yield block.id, doc.plain_text(block.inlines)
        elif isinstance(block, doc.ChapterBreak):
            yield block.id, block.title
