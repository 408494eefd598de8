"""Without Pango no PDF can be made; it is told before the work begins, with how to get it."""

import builtins
import ctypes
from typing import Any

import pytest

from vejviser.base.problems import BrokenEnvironmentError
from vejviser.content.load.plain_texts import plain_texts
from vejviser.documents import version


def test_a_missing_pango_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    real = builtins.__import__

    def missing(name: str, *_: Any, **__: Any) -> Any:
        raise OSError(f"cannot load library '{name}'\nand more")

    def found(name: str, *more: Any, **named: Any) -> Any:
        return missing("libpango-1.0-0") if name.startswith("weasyprint") else real(name, *more, **named)

    monkeypatch.setattr(ctypes, "CDLL", missing)
    monkeypatch.setattr(builtins, "__import__", found)
    version._pango_version.cache_clear()
    with pytest.raises(BrokenEnvironmentError) as stopped:
        version.engine_version()
    assert stopped.value.message(plain_texts(tmp_path, "en", "build")).startswith(
        "A library that sets text in PDF is missing: cannot load library 'libpango-1.0-0'. Install Pango, on Debian"
    )
