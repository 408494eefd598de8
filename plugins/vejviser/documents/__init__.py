"""Documents: what editors wrote, as PDF, Word, ODT and EPUB. No disk and no clock behind these doors.

`compose` makes a `Document` of a material, a checklist or a handbook; `render` writes it in one format; `template` and
`fill` write many copies of one document that differ only in the values of their fields.
"""
