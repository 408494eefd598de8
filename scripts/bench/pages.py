"""Build pages and their search, which is what the peers make: python -m scripts.bench.pages PROJECT."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from vejviser.base.engine import engine_of
from vejviser.content.load.settings import read_settings
from vejviser.content.settings import activate
from vejviser.site.edition import place_files
from vejviser.site.outputs import asset_files, search_files
from vejviser.site.pipeline import prepare
from vejviser.site.site_pages import finished_pages

if __name__ == "__main__":
    project = Path(sys.argv[1])
    activate(project)
    site = project / "pages"
    shutil.rmtree(site, ignore_errors=True)
    with engine_of(project) as engine:
        ready = prepare(read_settings(project), datetime.now(UTC).date(), engine)
        pages = finished_pages(ready.cache)
        files = {**pages.files, **asset_files(ready.site, engine.contents), **search_files(ready.site, pages, engine)}
        place_files(files, engine.contents, site)
