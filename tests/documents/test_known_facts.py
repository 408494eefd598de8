"""What a form knows about a municipality is what that municipality's own files say, and nothing else."""

import json
from dataclasses import replace

from tests.conftest import TODAY
from vejviser.content.model.portal import Portal
from vejviser.documents.catalog import document_jobs
from vejviser.documents.known_facts import known_fact_files


def test_the_values_are_those_of_the_municipality_s_own_files(portal: Portal) -> None:
    files = {path: json.loads(content) for path, content in known_fact_files(portal, TODAY).items()}
    assert list(files) == [f"kommuner/{municipality.slug}/udfyld.json" for municipality in portal.municipalities]
    variants = [
        (job.document, variant)
        for job in document_jobs(portal, TODAY, ("materials",))
        for variant in job.variants
        if variant.municipality
    ]
    assert variants
    for document, variant in variants:
        folder = variant.path.rpartition("/")[0]
        assert files[f"{folder}/udfyld.json"][document.id][document.language] == dict(variant.values)


def test_no_field_is_empty_and_the_same_portal_gives_the_same_bytes(portal: Portal) -> None:
    made = known_fact_files(portal, TODAY)
    assert made == known_fact_files(portal, TODAY)
    assert b'""' not in b"".join(made.values())


def test_a_portal_without_prefilled_materials_has_no_such_files(portal: Portal) -> None:
    assert known_fact_files(replace(portal, materials=()), TODAY) == {}
