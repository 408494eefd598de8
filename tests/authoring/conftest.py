"""The program of /admin/, which the tests of the forms share."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def program() -> Path:
    """The program of /admin/. Nobody has to have made it: with Node it takes a few seconds, and without Node it fails."""
    made = subprocess.run(["make", "admin"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, f"make admin needs Node and npm (scripts/setup tests):\n{made.stdout}{made.stderr}"
    return ROOT / "admin/dist"
