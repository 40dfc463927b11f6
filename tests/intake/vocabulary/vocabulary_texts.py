"""Vocabulary files with faults, each with every message a person sees."""

from __future__ import annotations

import pytest

__all__ = ["FAULTS", "GOOD"]

GOOD = """\
title: Words
as_of: 2026
terms:
  - label: CPC
    spellings: [Certified Professional Coder]
    issuer: AAPC
    requires: nothing
    covers: people
    codes: {list: [1, 1a]}
    source: somewhere
  - label: exam
    source: not reached
    as_of: 2025-10-31
    also: CPC
ignored: [the]
takes_back: [provisional]
"""


def term(*lines: str) -> str:
    """A vocabulary of one term with further lines."""
    return "\n".join(
        ["as_of: 2026", "terms:", "  - label: CPC", "    source: x", *(f"    {line}" for line in lines), ""]
    )


FAULTS = [
    pytest.param("title: x\n", ["line 1, terms  is missing. List the words under `terms:`."], id="no terms"),
    pytest.param(
        "terms: all\n",
        ['line 1, terms  "all"  is a list of at least one term, each begun with `- label:`.'],
        id="terms are a text",
    ),
    pytest.param(
        "terms:\n  - CPC\n",
        ['line 2, terms[1]  "CPC"  is no term. Begin each with `- label:` and put its keys below.'],
        id="a term is a text",
    ),
    pytest.param(
        "terms:\n  - spellings: [x]\n",
        [
            "line 2, terms[1].label  is missing. Every term needs a word of its own.",
            "line 2, terms[1].source  is missing. Say where it is stated; write `not reached` where no source was.",
            (
                "line 2, terms[1].as_of  is missing. "
                "Give the date of the source, such as 2026 or 2026-11-23, here or at the top."
            ),
        ],
        id="a term without word, source and date",
    ),
    pytest.param(
        term("isuer: AAPC"),
        ['line 5, terms[1].isuer  not a key here. Did you mean "issuer"?'],
        id="a key is misspelt",
    ),
    pytest.param(
        term() + "term: x\n",
        ['line 5, term  not a key here. Did you mean "terms"?'],
        id="a key at the top is misspelt",
    ),
    pytest.param(
        term("covers: [people, programs]"),
        ['line 5, terms[1].covers[2]  "programs"  is nothing it can cover. Did you mean "program"?'],
        id="covers something unknown",
    ),
    pytest.param(
        term("codes: [1, 2]"),
        ["line 5, terms[1].codes  takes a mapping from a list of codes to the codes in it."],
        id="codes without a list",
    ),
    pytest.param(
        term("as_of: spring 2026"),
        ['line 5, terms[1].as_of  "spring 2026"  is no date. Write 2026, 2026-11 or 2026-11-23.'],
        id="no date",
    ),
    pytest.param(
        term("also: [zebra]"),
        ['line 5, terms[1].also  "zebra" is no label here. It can be: CPC.'],
        id="also a stranger",
    ),
    pytest.param(
        term() + "  - {label: cpc, source: x}\n",
        ['line 5, terms[2].label  "cpc"  stands for CPC already.'],
        id="a label twice",
    ),
    pytest.param(
        term("spellings: [coder]") + "  - {label: COC, source: x, spellings: [Coder®]}\n",
        ['line 6, terms[2].spellings  "Coder®" stands for CPC already.'],
        id="one spelling for two",
    ),
    pytest.param(
        term("spellings: a, b"),
        ['line 5, terms[1].spellings  "a, b"  is one text. Write a list: [a, b].'],
        id="commas without a list",
    ),
]
