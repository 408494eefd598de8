"""The words in the addresses of pages and files, and in the paths of the files that editors write."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from vejviser.content.model.value import Model

Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


def _word(word: str, description: str) -> Word:
    found: Word = Field(word, description=description)
    return found


class Addresses(Model):
    """The words by what they stand for; two that lie in the same folder are never the same."""

    handbooks: Word = _word("handbooks", "Håndbøgerne, og mappen, de skrives i.")
    whole_book: Word = _word("whole", "En håndbog på én side.")
    guides: Word = _word("guides", "Guiderne til stederne.")
    plan: Word = _word("plan", "En guides plan, man selv udfylder.")
    cases: Word = _word("examples", "Eksemplerne fra stederne.")
    checklists: Word = _word("checklists", "Tjeklisterne.")
    materials: Word = _word("materials", "Materialerne.")
    fill_in: Word = _word("fill-in", "Et materiale, man udfylder på siden.")
    versions: Word = _word("versions", "Et materiales versioner, og mappen med de ældre.")
    places: Word = _word("places", "Oversigten over stederne, og mappen under data/, som de skrives i.")
    pack: Word = _word("pack", "Filen med alle materialer til et sted.")
    status: Word = _word("status", "Statustallene.")
    tracks: Word = _word("tracks", "Forløbene.")
    my_match: Word = _word("my-match", "Siden om den frivilliges eget match.")
    results: Word = _word("results", "Resultaterne.")
    one_page: Word = _word("on-one-page", "Resultaterne på én side.")
    sources: Word = _word("sources", "Kilderne.")
    laws: Word = _word("laws", "Lovene.")
    glossary: Word = _word("glossary", "Ordlisten.")
    help: Word = _word("help", "Numre, man kan ringe til.")
    news: Word = _word("news", "Siden med nyt, og nyhedernes feeds.")
    languages: Word = _word("languages", "Siden om, hvad der er oversat.")
    approvals: Word = _word("reviewed", "Siden om, hvem der har godkendt hvad.")
    about: Word = _word("about", "Siden om portalen.")
    contact: Word = _word("contact", "Siden med kontakt.")
    privacy: Word = _word("privacy", "Siden om privatliv.")
    accessibility: Word = _word("accessibility", "Siden om tilgængelighed.")
    data: Word = _word("data", "Siden om åbne data.")
    editors: Word = _word("editors", "Siderne for redaktører.")
    rules: Word = _word("rules", "Siderne om reglerne, for redaktører.")
    writing: Word = _word("writing", "Siden om, hvad man kan skrive, for redaktører.")
    pictures: Word = _word("pictures", "Mappen med billeder.")

    @model_validator(mode="after")
    def _tell_apart(self) -> "Addresses":
        top = [
            *(self.handbooks, self.guides, self.checklists, self.materials, self.places, self.tracks, self.my_match),
            *(
                self.results,
                self.sources,
                self.glossary,
                self.help,
                self.news,
                self.languages,
                self.about,
                self.contact,
            ),
            *(self.privacy, self.accessibility, self.data, self.editors, self.pictures, self.approvals),
        ]
        if len(set(top)) < len(top) or self.fill_in == self.versions:
            raise ValueError("portal-address-twice")
        return self
