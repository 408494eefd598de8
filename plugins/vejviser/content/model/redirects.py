"""Addresses that lead on to another: pages that have moved, and short addresses for posters and letters."""

from vejviser.content.model.base import Content


class Redirect(Content):
    """One line of `data/redirects.yml`. Both are addresses without the language: /guides/arrival/.

    The old one may be that of a file: /files/letter.docx.
    """

    old: str
    new: str

    @property
    def page(self) -> str:
        """The address it leads to without the place on the page."""
        return self.new.partition("#")[0]
