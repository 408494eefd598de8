"""Documents: what editors wrote, as PDF, Word, ODT and EPUB. No disk and no clock behind these doors.

    compose, compose_*   what editors wrote -> Document, and what is wrong with it   (markdown, notes, spans)
    document  the frozen value in the middle: blocks, inlines, fields; its interface words are in `labels`
    engine    Document -> bytes: `render` for one file, `template` and `fill` for many that differ in their fields
        pdf, pdf_*     WeasyPrint's PDF, put right and filled               (xhtml, fonts, glyphs)
        docx, docx_*   Word's XML, written by hand                          (packaging, xml)
        odt, odt_*     OpenDocument's XML, written by hand
        epub           XHTML in a zip
    prefill   a municipality -> the values of a material's fields
    version   the engine's fingerprint, for whoever keeps finished files

`fontmaking` is no part of the engine: it makes the font files again.
"""
