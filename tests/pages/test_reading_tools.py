"""The words of the reading tools, a file a language, and kept with whatever works without a network."""

import json

from vejviser.content.model.portal import Portal
from vejviser.pages.offline import service_worker
from vejviser.pages.reading_tools import FOLDER, text_files


def test_every_language_has_the_same_words_in_its_own(portal: Portal) -> None:
    said = {path: json.loads(content) for path, content in text_files(portal).items()}
    assert sorted(said) == [f"{FOLDER}{language}.json" for language in sorted(portal.languages)]
    assert len({tuple(words) for words in said.values()}) == 1
    assert len({words["title"] for words in said.values()}) == len(portal.languages)


def test_they_belong_to_what_every_kept_page_needs(portal: Portal) -> None:
    worker = service_worker({}, portal, {})
    assert all(f'["{path}",' in worker for path in text_files(portal))
