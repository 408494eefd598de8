"""Build pages and their search, which is what the peers make: python -m scripts.bench.pages PROJECT."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from vejviser.build import sound
from vejviser.mkdocs.finish import write_index
from vejviser.mkdocs.languages import write_site_pages
from vejviser.mkdocs.site import workspace_of

if __name__ == "__main__":
    project = Path(sys.argv[1])
    site = project / "pages"
    shutil.rmtree(site, ignore_errors=True)
    work = workspace_of(project, datetime.now(UTC).date())
    sound(work.checked)
    work.compose()
    write_site_pages(work, site)
    write_index(site, work)
