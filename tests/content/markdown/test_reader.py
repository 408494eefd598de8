"""A text may stand below a page's own headings: its headings, and nothing else, go one level down."""

import pytest

from vejviser.content.markdown.reader import lowered


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("## Mål {#maal}\n\nTekst.", "### Mål {#maal}\n\nTekst."),
        ("> ## I et citat", "> ### I et citat"),
        ("- punkt\n\n    ## I et punkt", "- punkt\n\n    ### I et punkt"),
        ("#dansk er vores emneord", "#dansk er vores emneord"),
        ("#1 på listen", "#1 på listen"),
        ("```\n## Sådan skrives en overskrift\n```", "```\n## Sådan skrives en overskrift\n```"),
        ("en\u2028to\n## tre", "en\u2028to\n### tre"),
    ],
)
def test_only_headings_go_one_level_down(text: str, lower: str) -> None:
    assert lowered(text) == lower
