"""One page of every kind the portal has."""

KINDS = {
    "home": "/",
    "shelf": "/haandboeger/",
    "handbook": "/haandboeger/frivillig/",
    "chapter": "/haandboeger/frivillig/det-foerste-moede/",
    "translated-chapter": "/haandboeger/faa-en-ven/hvad-kan-en-ven/",
    "book": "/haandboeger/frivillig/samlet/",
    "guides": "/kommuneguider/",
    "guide": "/kommuneguider/modtagelse/",
    "plan": "/kommuneguider/modtagelse/plan/",
    "cases": "/kommuneguider/eksempler/",
    "my-match": "/mit-match/",
    "checklists": "/tjeklister/",
    "checklist": "/tjeklister/matchmoede/",
    "materials": "/materialer/",
    "material": "/materialer/samarbejdsaftale/",
    "tracks": "/forloeb/",
    "track": "/forloeb/frivillig/",
    "form": "/materialer/velkomstbrev/udfyld/",
    "versions": "/materialer/samarbejdsaftale/versioner/",
    "directory": "/kommuner/",
    "municipality": "/kommuner/roskilde/",
    "results": "/resultater/",
    "one-page": "/resultater/paa-en-side/",
    "sources": "/kilder/",
    "glossary": "/ordliste/",
    "languages": "/sprog/",
    "data": "/data/",
    "accessibility": "/tilgaengelighed/",
    "contact": "/kontakt/",
    "approvals": "/gennemgang/",
    "editors": "/redaktoer/",
    "task": "/redaktoer/ret-en-tekst/",
    "rules": "/redaktoer/regler/sprog/",
}
READ = {
    **{f"da-{kind}": path for kind, path in KINDS.items()},
    **{f"ar-{kind}": "/ar" + path for kind, path in KINDS.items()},
    "da-not-found": "/404.html",
}
"""The kinds as a Danish and as an Arabic reader meets them: text in both directions, translated and fallen back."""
HEARD = {f"{language}-{kind}": f"/{language}{path}" for language in ("en", "uk") for kind, path in KINDS.items()}
"""The kinds as an English and a Ukrainian reader meets them."""
