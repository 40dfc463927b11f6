from __future__ import annotations

import json
import math
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import jsonschema
import pytest

from decision.report.files.document import document, dumps
from tests.conftest import PROJECT
from tests.report.outcomes import FOUR_SCHOOLS
from tests.report.words.test_reasons import CASES

if TYPE_CHECKING:
    from decision.model import Outcome

GOLDEN = PROJECT / "tests" / "golden" / "decision.json"
SCHEMA = json.loads((files("decision") / "report" / "files" / "decision.schema.json").read_text(encoding="utf-8"))


def test_the_document_is_the_golden_one() -> None:
    assert dumps(document(FOUR_SCHOOLS)) == GOLDEN.read_text(encoding="utf-8")


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("case", [*CASES.values(), FOUR_SCHOOLS])
def test_the_document_is_of_its_schema(case: Outcome) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(dumps(document(case))))


@pytest.mark.parametrize("case", [*CASES.values(), FOUR_SCHOOLS])
def test_the_text_reads_back_as_the_document(case: Outcome) -> None:
    assert json.loads(dumps(document(case))) == document(case)


@pytest.mark.parametrize("key", ["schema", "title", "weights", "funnel", "programs", "settings"])
def test_a_document_that_lacks_a_key_is_not_of_its_schema(key: str) -> None:
    lacking = {name: member for name, member in document(FOUR_SCHOOLS).items() if name != key}

    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(lacking)


def test_points_are_of_plain_python_numbers() -> None:
    programs = cast("list[dict[str, object]]", document(FOUR_SCHOOLS)["programs"])

    assert {type(programs[0][key]) for key in ("score", "score_high")} == {float}
    assert {type(programs[0][key]) for key in ("row", "rank")} == {int}
    assert type(programs[0]["shortlist"]) is bool


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Out of range float values are not JSON compliant$"):
        dumps({"score": math.nan})
