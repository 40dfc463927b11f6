"""What all tests share: where the reference files are, and how hard Hypothesis tries."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"

settings.register_profile(
    "fast", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", parent=settings.get_profile("fast"), max_examples=100)
settings.register_profile("thorough", parent=settings.get_profile("fast"), max_examples=10_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data and bad inputs; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the reference data beside the project (../shared) is absent")
    return SHARED
