"""Pictures in a Word file: DrawingML, and the parts and relations that go with it."""

from collections.abc import Sequence

from vejviser.content.model.docs_files import Picture
from vejviser.documents.packaging import Part
from vejviser.documents.pictures import file_name
from vejviser.documents.xml import escaped

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = f"{_DRAWING}/picture"
NAMESPACES = f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_PICTURE}"'
EMU = 36_000
"""English metric units in a millimetre."""
_FIRST = 100
"""The number of a text's first picture: no two pictures of a file have the same, and the footer has one."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def graphic(relation: str, size: str, about: str) -> str:
    """Return a picture without its frame; `size` is its cx and cy, `about` its number, name and description."""
    return (
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def in_line(number: int, alt: str, millimetres: tuple[float, float]) -> str:
    """Return the run of the text's picture of a number, from 1, as large as `millimetres` say."""
    size = 'cx="{}" cy="{}"'.format(*(round(side * EMU) for side in millimetres))
    about = f'id="{_FIRST + number}" name="picture{number}" descr="{escaped(alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {about}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f"{graphic(f'picture{number}', size, about)}</wp:inline></w:drawing></w:r>"
    )


def relations(pictures: Sequence[Picture]) -> str:
    """Return the relations of the text's pictures, in the order of their numbers."""
    return "".join(
        f'<Relationship Id="picture{number}" Type="{_RELATION}" Target="media/{file_name(picture)}"/>'
        for number, picture in enumerate(pictures, 1)
    )


def parts(pictures: Sequence[Picture]) -> tuple[Part, ...]:
    """Return the files of the text's pictures, each once."""
    return tuple({f"word/media/{file_name(picture)}": picture.data for picture in pictures}.items())
