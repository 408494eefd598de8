"""Build pages and their search, which is what the peers make: python -m scripts.bench.pages PROJECT."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from vejviser.content.load.settings import read_settings
from vejviser.site.outputs import write_assets, write_search
from vejviser.site.pipeline import prepare
from vejviser.site.site_pages import write_pages

if __name__ == "__main__":
    project = Path(sys.argv[1])
    site = project / "pages"
    shutil.rmtree(site, ignore_errors=True)
    ready = prepare(read_settings(project), datetime.now(UTC).date())
    write_pages(ready.cache, site)
    write_assets(ready.site, site)
    write_search(ready.site, site)
