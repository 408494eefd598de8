"""The small documents the tests share: a form with every kind of field, a checklist and a book, all invented."""

from datetime import date
from functools import cache

from vejviser.base.problems import Origin
from vejviser.content.languages import Language
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.handbook import Chapter, Handbook
from vejviser.content.model.material import Material, MaterialText
from vejviser.content.model.sources import Source
from vejviser.documents.compose import Composed
from vejviser.documents.compose_checklist import compose_checklist
from vejviser.documents.compose_handbook import compose_handbook
from vejviser.documents.compose_material import compose_material
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import Template, fill, render, template
from vejviser.documents.interface_words import LABEL_KEYS

REVIEWED = {"owner": "Redaktionen", "reviewed": "2026-11-22"}
WORDS = {
    "da": {"page": "Side", "of": "af", "after": "{period} efter {start}", "before": "{period} før {start}"},
    "ar": {
        "page": "صفحة",
        "of": "من",
        "version": "الإصدار",
        "after": "{period} بعد {start}",
        "before": "{period} قبل {start}",
    },
}
SOURCES = {
    "rapport-2024": Source(
        id="rapport-2024",
        author="Analyse",
        title="En rapport",
        year=2024,
        publisher="Udgiver",
        facts_from=2023,
        facts_to=2024,
    ),
    "gammel-2015": Source(
        id="gammel-2015",
        author="Analyse",
        title="Gamle regler",
        year=2015,
        publisher="Udgiver",
        facts_from=2014,
        facts_to=2015,
    ),
}

FORM = Material.model_validate(
    {
        "id": "proeveskema",
        "version": "1.2",
        "updated": "2026-11-22",
        "kind": "form",
        "title": {"da": "Prøveskema", "ar": "استمارة"},
        "purpose": {"da": "Til at prøve med.", "ar": "للتجربة."},
        "use_when": {"da": "Altid."},
        "audience": ["municipality"],
        "languages": ["da", "ar"],
        "legal_note": True,
        "prefill": "municipality",
        "fields": [
            {"id": "kommune", "label": {"da": "Kommune", "ar": "البلدية"}, "prefill": "municipality.title"},
            {"id": "kontakt", "label": {"da": "Kontakt"}, "help": {"da": "Navn og »telefon« & mail"}},
            {"id": "dato", "type": "date", "label": {"da": "Dato", "ar": "التاريخ"}},
            {
                "id": "gruppe",
                "type": "choice",
                "label": {"da": "Gruppe", "ar": "المجموعة"},
                "choices": [
                    {"id": "en", "label": {"da": "Den ene", "ar": "الأولى"}},
                    {"id": "to", "label": {"da": "Den anden"}},
                ],
            },
            {"id": "oensker", "type": "multiline", "label": {"da": "Ønsker", "ar": "الأمنيات"}},
            {"id": "ja", "type": "checkbox", "label": {"da": "Ja, tak", "ar": "نعم"}},
            {"id": "antal", "label": {"da": "Antal"}},
            {"id": "underskrift", "type": "signature", "label": {"da": "Underskrift", "ar": "التوقيع"}},
        ],
        "changes": [{"version": "1.2", "date": "2026-11-22", "note": {"da": "Ny."}}],
        "sources": ["gammel-2015, afsnit 4"],
        **REVIEWED,
    }
)
BODIES = {
    "da": """
## 1. Parterne {#parter}

Kommune: {{ kommune }}

{{ kontakt }}

Det er **vigtigt** og *rigtigt* [@rapport-2024, afsnit 3.2]. Igen [@rapport-2024, afsnit 3.2].

| Hvad | Hvem |
| --- | --- |
| Dato | {{ dato }} |
| Gruppe | {{ gruppe }} |

1. Først: {{ antal }} gange.
2. Så [på nettet](https://example.org/).
    - Under det

!!! tip "Godt råd"
    Tal sammen.

> Nogen sagde det.

### Mere {#mere}

{{ oensker }}

- {{ ja }} Ja, jeg vil gerne.

{{ kommune }} skriver under: {{ underskrift }}
""",
    "ar": """
## 1. الطرفان {#parter}

البلدية: {{ kommune }}

{{ kontakt }}

هذا **مهم** ولا شك [@rapport-2024, القسم 3.2]. أهلًا وسهلًا بالأصدقاء.

| ماذا | من |
| --- | --- |
| التاريخ | {{ dato }} |
| المجموعة | {{ gruppe }} |

{{ antal }}

{{ oensker }}

- {{ ja }} نعم، أريد ذلك.

{{ underskrift }}
""",
}

CHECKLIST = Checklist.model_validate(
    {
        "id": "proeveliste",
        "title": {"da": "Prøveliste", "ar": "قائمة"},
        "purpose": {"da": "Til at prøve med.", "ar": "للتجربة."},
        "when": {"da": "Til mødet.", "ar": "في اللقاء."},
        "audience": ["volunteer"],
        "languages": ["da", "ar"],
        "translation": {"ar": {"status": "machine"}},
        "start": {"da": "mødet", "ar": "اللقاء"},
        "sections": [
            {
                "id": "goddag",
                "title": {"da": "Goddag", "ar": "الترحيب"},
                "items": [
                    {"id": "hilse", "text": {"da": "Hils på hinanden", "ar": "رحبوا ببعضكم"}, "who": "volunteer"},
                    {"id": "tavshed", "text": {"da": "Tal om tavshed"}, "why": {"da": "Det giver ro [@rapport-2024]."}},
                    {"id": "gammelt", "text": {"da": "Bruges ikke"}, "retired": True},
                ],
                "fields": [{"id": "sted", "label": {"da": "Sted", "ar": "المكان"}}],
            }
        ],
        "follow_ups": [
            {"id": "ring", "title": {"da": "Ring", "ar": "اتصل"}, "offset": "P1D"},
            {"id": "moedes", "title": {"da": "Mødes"}, "offset": "P3M", "repeat": "P3M", "until": "P6M"},
        ],
        **REVIEWED,
    }
)

BOOK = Handbook.model_validate(
    {
        "id": "proevebog",
        "title": {"da": "Prøvebog", "ar": "كتاب"},
        "summary": {"da": "Til at prøve med.", "ar": "للتجربة."},
        "audience": ["volunteer"],
        "languages": ["da", "ar"],
        "chapters": ["foerst", "mangler", "sidst"],
        **REVIEWED,
    }
)


def labels(language: str) -> dict[str, str]:
    """Return a word for every label."""
    return {key: WORDS[language].get(key, f"{key} {language}") for key in LABEL_KEYS}


def material(language: Language, body: str = "") -> Composed:
    """Compose the form, with another text when `body` is given."""
    text = MaterialText.model_validate(
        {
            "material": FORM.id,
            "language": language,
            "meta": {"title": FORM.title.text(language)},
            "body": body or BODIES[language],
            "body_line": 4,
            "origin": Origin(f"materials/proeveskema/{language}.md"),
        }
    )
    return compose_material(FORM, text, sources=SOURCES, labels=labels(language))


def checklist(language: Language) -> Composed:
    """Compose the checklist."""
    return compose_checklist(CHECKLIST, language, sources=SOURCES, labels=labels(language))


def book(language: Language) -> Composed:
    """Compose the book; its last chapter exists in Danish only."""
    chapters = {
        "foerst": _chapter(
            "foerst",
            language,
            "Se [det sidste](sidst.md#slut) og [reglerne](../../regler.md).\n\n## Et afsnit {#et}\n\nTekst [@rapport-2024].\n",
        ),
        "sidst": _chapter("sidst", "da", "## Slut {#slut}\n\nDet var det. Se [her](#slut).\n"),
    }
    return compose_handbook(
        BOOK, chapters, language, updated=date(2026, 11, 22), sources=SOURCES, labels=labels(language)
    )


def _chapter(name: str, language: Language, body: str) -> Chapter:
    meta = {
        "title": f"Kapitel {name}",
        "summary": "Kort.",
        "in_short": ["Det vigtigste."],
        "discuss": ["Hvad mener I?"],
    }
    return Chapter.model_validate(
        {"book": BOOK.id, "id": name, "language": language, "meta": meta, "body": body, "body_line": 9}
    )


@cache
def form(language: Language) -> Document:
    """Return the form as document."""
    return material(language).document


@cache
def form_template(language: Language, format_: Format) -> Template:
    """Return the form's template, made once in a test run."""
    return template(form(language), format_)


@cache
def blank(language: Language, format_: Format) -> bytes:
    """Return the form with nothing filled in."""
    return fill(form_template(language, format_), {})


VALUES = {
    "da": {"kommune": "Ærø & <Omegn> Kommune", "gruppe": "to", "ja": "true", "dato": "2026-12-01", "oensker": "En\nto"},
    "ar": {"kommune": "بلدية Odense رقم 12", "gruppe": "en", "ja": "true", "oensker": "أهلًا وسهلًا بالأصدقاء " * 12},
}


@cache
def filled(language: Language, format_: Format) -> bytes:
    """Return the form with `VALUES` in it."""
    return fill(form_template(language, format_), VALUES[language])


@cache
def rendered(kind: str, language: Language, format_: Format) -> bytes:
    """Return the checklist or the book in one format."""
    composed = {"checklist": checklist, "book": book}[kind](language)
    return render(composed.document, format_)
