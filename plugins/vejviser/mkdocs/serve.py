"""The portal on the editor's own machine."""

import os
import subprocess
import sys
from pathlib import Path


def serve(root: Path, address: str) -> int:
    """Show the portal on `address` and build again on every change; give the exit code."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode
