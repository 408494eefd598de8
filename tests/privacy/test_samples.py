"""What people write, sample by sample, and the verdict."""

import pytest

from tests.privacy.samples import samples
from vejviser.privacy.finder import findings


@pytest.mark.parametrize("text", samples("stop-cpr"))
def test_a_national_number_is_stopped_however_it_is_written(text: str) -> None:
    assert [finding.kind for finding in findings(text) if finding.certain and finding.kind == "cpr"]


@pytest.mark.parametrize("text", samples("pass-cpr"))
def test_what_only_looks_like_a_national_number_passes(text: str) -> None:
    assert [finding for finding in findings(text) if finding.kind == "cpr"] == []


@pytest.mark.parametrize("text", samples("stop-contact"))
def test_a_persons_address_number_or_profile_is_stopped_however_it_is_written(text: str) -> None:
    assert [finding.kind for finding in findings(text)]


@pytest.mark.parametrize("text", samples("pass-contact"))
def test_what_leads_to_nobody_passes(text: str) -> None:
    assert list(findings(text)) == []
