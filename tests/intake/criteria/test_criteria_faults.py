"""Every kind of fault in a criteria file, each with the whole message a person sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision.errors import BadCriteria
from decision.intake.criteria.criteria_set import read_criteria
from tests.intake.criteria.criteria_texts import one, several

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = [
    pytest.param(
        "title: x\n",
        ["line 1, criteria  is missing. List what matters to you under `criteria:`."],
        id="a criteria list is missing",
    ),
    pytest.param(
        "",
        ["line 1, criteria  is missing. List what matters to you under `criteria:`."],
        id="an empty file",
    ),
    pytest.param(
        "criteria: all\n",
        ['line 1, criteria  "all"  is a list of at least one criterion, each begun with `- name:`.'],
        id="criteria is a text",
    ),
    pytest.param(
        "criteria: []\n",
        ["line 1, criteria  is a list of at least one criterion, each begun with `- name:`."],
        id="criteria is empty",
    ),
    pytest.param(
        "criteria:\n  - cost\n",
        [('line 2, criteria[1]  "cost"  is no criterion. Begin each with `- name:` and put its keys below.')],
        id="a criterion is a text",
    ),
    pytest.param(
        several("cost", head="shotlist: 2"),
        ['line 3, shotlist  not a key here. Did you mean "shortlist"?'],
        id="a key at the top is misspelt",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "wieght: 3"),
        [('line 7, criteria[1].wieght  not a key here. Did you mean "weight"? Weights stand under `weights:`.')],
        id="weight stands in a criterion",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "colunm: x"),
        ['line 7, criteria[1].colunm  not a key here. Did you mean "column"?'],
        id="a key is misspelt",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "zzz: x"),
        [
            (
                "line 7, criteria[1].zzz  not a key here. It can be: name, column, kind, must, scale, "
                "unknown, why, source, best, worst, parts, less, override, credits, length, add, aid, person."
            )
        ],
        id="a key is unlike any",
    ),
    pytest.param(
        "criteria:\n  - {column: a, kind: money, best: 0, worst: 9}\n",
        ["line 2, criteria[1].name  is missing. Every criterion needs a name of its own."],
        id="no name",
    ),
    pytest.param(
        "criteria:\n  - {name: '', column: a, kind: money, best: 0, worst: 9}\n",
        ["line 2, criteria[1].name  is missing. Every criterion needs a name of its own."],
        id="an empty name",
    ),
    pytest.param(
        'criteria:\n  - {name: "a\\nb", column: a, kind: money, best: 0, worst: 9}\n',
        ['line 2, criteria[1].name  "a\\nb"  is no name: it holds a line break or control character.'],
        id="a name of two lines",
    ),
    pytest.param(
        "criteria:\n  - {name: [a], column: a, kind: money, best: 0, worst: 9}\n",
        ["line 2, criteria[1].name  takes one text, not a list or table."],
        id="a name is a list",
    ),
    pytest.param(
        several("cost", "Cost"),
        [('line 3, criteria[2].name  "Cost"  is the name of criteria[1] too. Give each criterion its own.')],
        id="two names alike",
    ),
    pytest.param(
        "criteria:\n  - {name: a, column: a, best: 0, worst: 9}\n",
        [
            (
                "line 2, criteria[1].kind  is missing. It can be: money, share, number, duration, "
                "category, schedule, yes_no."
            )
        ],
        id="no kind",
    ),
    pytest.param(
        one("mony", "worst: 9", "best: 0"),
        ['line 4, criteria[1].kind  "mony"  is no kind. Did you mean "money"?'],
        id="a kind is misspelt",
    ),
    pytest.param(
        "criteria:\n  - {name: a, kind: money, best: 0, worst: 9}\n",
        ["line 2, criteria[1].column  is missing. Say where it is stated: `column:` or `parts:`."],
        id="nowhere stated",
    ),
    pytest.param(
        "criteria:\n  - {name: a, kind: share, best: 0%, worst: 9%}\n",
        [("line 2, criteria[1].column  is missing. Say where it is stated: `column:`, or `passed:` and `took:`.")],
        id="a share nowhere stated",
    ),
    pytest.param(
        one("money"),
        [
            (
                "line 2, criteria[1]  has neither a must-have nor points. Add `must:`, or `best:` and "
                "`worst:`, or `scale:`."
            )
        ],
        id="neither must nor points",
    ),
    pytest.param(
        one("category"),
        ["line 2, criteria[1]  has neither a must-have nor points. Add `must:` or `scale:`."],
        id="labels with neither",
    ),
    pytest.param(
        one("share", "passed: a", "must: {at_least: 60%}"),
        ['line 5, criteria[1].passed  "a"  stands alone. Passed and took come together: add `took:`.'],
        id="passed alone",
    ),
    pytest.param(
        one("share", "took: a", "must: {at_least: 60%}"),
        ['line 5, criteria[1].took  "a"  stands alone. Passed and took come together: add `passed:`.'],
        id="took alone",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "less: [grants]"),
        ["line 7, criteria[1].less  needs `parts:`. It is taken off their sum."],
        id="less without parts",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "passed: a", "took: b"),
        [
            "line 7, criteria[1].passed  does not go with money. It goes with: share.",
            "line 8, criteria[1].took  does not go with money. It goes with: share.",
        ],
        id="passed on money",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "unit: credits"),
        ["line 7, criteria[1].unit  does not go with money. It goes with: number."],
        id="unit on money",
    ),
    pytest.param(
        one("share", "best: 100%", "worst: 0%", "parts: [a]"),
        ["line 7, criteria[1].parts  does not go with share. It goes with: money, number, duration."],
        id="parts on a share",
    ),
    pytest.param(
        one("category", "must: {any_of: [a]}", "best: a"),
        ["line 6, criteria[1].best  does not go with category. Labels earn points by `scale:`."],
        id="best on labels",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "aliases: {a: b}"),
        [("line 7, criteria[1].aliases  does not go with money. It goes with: category, schedule, yes_no.")],
        id="aliases on money",
    ),
    pytest.param(
        one("money", "best: 0"),
        ['line 5, criteria[1].best  "0"  stands alone. Best and worst come together: add `worst:`.'],
        id="best alone",
    ),
    pytest.param(
        one("money", "worst: 0"),
        ['line 5, criteria[1].worst  "0"  stands alone. Best and worst come together: add `best:`.'],
        id="worst alone",
    ),
    pytest.param(
        one("money", "best: $100", "worst: 100"),
        ['line 6, criteria[1].worst  "100"  is the same as best. The two must differ.'],
        id="best is worst",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "scale: {0: 100%, 9: 0%}"),
        [("line 7, criteria[1].scale  does not go with best and worst. Keep the scale or the two of them.")],
        id="scale and best",
    ),
    pytest.param(
        one("money", "worst: eight thousand", "best: 0"),
        ['line 5, criteria[1].worst  "eight thousand"  is not an amount. Write 8000 or $8,000.'],
        id="not an amount",
    ),
    pytest.param(
        one("money", "worst: [9]", "best: 0"),
        ["line 5, criteria[1].worst  takes one value, not a list or table."],
        id="an amount is a list",
    ),
    pytest.param(
        one("money", "worst: 9", "best: -5"),
        ['line 6, criteria[1].best  "-5"  a price is never below $0.'],
        id="a negative amount",
    ),
    pytest.param(
        one("money", "worst: $900 per month", "best: 0"),
        [
            (
                'line 5, criteria[1].worst  "$900 per month"  is an amount for each month. Write the '
                "amount for the whole program."
            )
        ],
        id="an amount a month",
    ),
    pytest.param(
        one("money", "must: {at_most: $3000-4000}"),
        [
            (
                'line 5, criteria[1].must.at_most  "$3000-4000"  is a range. A limit is one value; for two '
                "limits write `between: [low, high]`."
            )
        ],
        id="a range is no limit",
    ),
    pytest.param(
        one("money", "must: {at_most: N/A}"),
        ['line 5, criteria[1].must.at_most  "N/A"  is not an amount. Write 8000 or $8,000.'],
        id="an unknown is no limit",
    ),
    pytest.param(
        one("number", "must: {at_most: inf}"),
        ['line 5, criteria[1].must.at_most  "inf"  infinity is not a possible value.'],
        id="infinity is no limit",
    ),
    pytest.param(
        one("share", "must: {at_least: 1}"),
        ['line 5, criteria[1].must.at_least  "1"  could be 1 % or 100 %. Write 1% or 100%.'],
        id="a bare 1",
    ),
    pytest.param(
        one("share", "must: {at_least: 1.0}"),
        ['line 5, criteria[1].must.at_least  "1.0"  could be 1 % or 100 %. Write 1% or 100%.'],
        id="a bare 1.0",
    ),
    pytest.param(
        one("share", "must: {at_least: 150%}"),
        ['line 5, criteria[1].must.at_least  "150%"  a share is at most 100 %.'],
        id="a share over 100",
    ),
    pytest.param(
        one("share", "must: {at_least: 150}"),
        ['line 5, criteria[1].must.at_least  "150"  is a share over 100 %. Write at most 100%.'],
        id="a bare share over 100",
    ),
    pytest.param(
        one("share", "must: {at_least: -5%}"),
        ['line 5, criteria[1].must.at_least  "-5%"  a share is never below 0 %.'],
        id="a negative share",
    ),
    pytest.param(
        one("share", "must: {at_least: most}"),
        ['line 5, criteria[1].must.at_least  "most"  is not a share. Write 60% or 0.6.'],
        id="not a share",
    ),
    pytest.param(
        one("duration", "must: {at_most: soon}"),
        [('line 5, criteria[1].must.at_most  "soon"  is not a length of time. Write 9 months or 40 weeks.')],
        id="not a duration",
    ),
    pytest.param(
        one("duration", "must: {at_most: -3 months}"),
        ['line 5, criteria[1].must.at_most  "-3 months"  a length of time is never below 0.'],
        id="a negative duration",
    ),
    pytest.param(
        one("duration", "must: {at_most: inf}"),
        ['line 5, criteria[1].must.at_most  "inf"  infinity is not a possible value.'],
        id="an endless duration",
    ),
    pytest.param(
        one("money", "must: {at_least: -inf}"),
        ['line 5, criteria[1].must.at_least  "-inf"  infinity is not a possible value.'],
        id="an endless amount",
    ),
    pytest.param(
        one("duration", "must: {at_most: 6-9 months}"),
        [
            (
                'line 5, criteria[1].must.at_most  "6-9 months"  is a range. A limit is one value; for two '
                "limits write `between: [low, high]`."
            )
        ],
        id="a duration in a range",
    ),
    pytest.param(
        one("category", "scale: {'': 100%}"),
        ["line 5, criteria[1].scale.  is an empty label. Write one."],
        id="an empty label on a scale",
    ),
    pytest.param(
        one("money", "must: {at_most: 12345678901234567890}"),
        [
            (
                'line 5, criteria[1].must.at_most  "12345678901234567890"  a number of more than 15 digits '
                "is not possible here."
            )
        ],
        id="a number of twenty digits",
    ),
    pytest.param(
        one("money", "must: {at_most: 3}").rstrip() + "\nweights: {y: 1}\n",
        ["line 6, weights.y  is no criterion that earns points."],
        id="weights on a must-have alone",
    ),
    pytest.param(
        one("number", "unit: credits", "must: {at_most: many}"),
        ['line 6, criteria[1].must.at_most  "many"  is not a number. Write it in digits, such as 27.'],
        id="not a number",
    ),
    pytest.param(
        one("money", "must: cheap"),
        ['line 5, criteria[1].must  "cheap"  takes a rule and its limit, such as {at_least: ...}.'],
        id="must is a text",
    ),
    pytest.param(
        one("money", "must: {}"),
        ["line 5, criteria[1].must  is empty. Write a rule, such as {at_least: ...}."],
        id="must is empty",
    ),
    pytest.param(
        one("money", "must: {at_least: 1, at_most: 2}"),
        ["line 5, criteria[1].must  holds one rule. For two limits write `between: [low, high]`."],
        id="two rules",
    ),
    pytest.param(
        one("money", "must: {at_mots: 2}"),
        ['line 5, criteria[1].must.at_mots  not a key here. Did you mean "at_most"?'],
        id="a rule is misspelt",
    ),
    pytest.param(
        one("money", "must: {any_of: [a]}"),
        [("line 5, criteria[1].must.any_of  does not go with money. It can be: at_least, at_most, between.")],
        id="a rule of labels on money",
    ),
    pytest.param(
        one("category", "must: {at_most: 3}"),
        [("line 5, criteria[1].must.at_most  does not go with category. It can be: any_of, all_of, none_of.")],
        id="a limit on labels",
    ),
    pytest.param(
        one("yes_no", "must: {is: maybe}"),
        ['line 5, criteria[1].must.is  "maybe"  takes yes or no.'],
        id="is takes yes or no",
    ),
    pytest.param(
        one("category", "must: {any_of: []}"),
        ["line 5, criteria[1].must.any_of  is empty. Write at least one."],
        id="no labels",
    ),
    pytest.param(
        one("category", "must: {any_of: ['']}"),
        ["line 5, criteria[1].must.any_of[1]  is empty. Write at least one."],
        id="an empty label",
    ),
    pytest.param(
        one("category", "must:", "  any_of: a, b"),
        ['line 6, criteria[1].must.any_of  "a, b"  is one text. Write a list: [a, b].'],
        id="labels in one text",
    ),
    pytest.param(
        one("category", "must: {any_of: {a: b}}"),
        ["line 5, criteria[1].must.any_of  takes a list, such as [first, second]."],
        id="labels are a table",
    ),
    pytest.param(
        one("category", "must: {any_of: [[a]]}"),
        ["line 5, criteria[1].must.any_of[1]  is a list or table. Write one word."],
        id="a label is a list",
    ),
    pytest.param(
        one("schedule", "must: {available: [Mon-Fri 17:30-22:00, noonish]}"),
        [
            (
                'line 5, criteria[1].must.available[2]  "noonish"  is not a time of the week. Write Sat, '
                "Mon-Fri 17:30-22:00 or Tue after 18:00."
            )
        ],
        id="not a time",
    ),
    pytest.param(
        one("money", "must: {between: [1, 2, 3]}"),
        ["line 5, criteria[1].must.between  takes two limits, not 3."],
        id="three limits",
    ),
    pytest.param(
        one("money", "must: {between: 1}"),
        ['line 5, criteria[1].must.between  "1"  takes two limits, such as [low, high].'],
        id="one limit",
    ),
    pytest.param(
        one("money", "must: {between: [2, 1]}"),
        ["line 5, criteria[1].must.between  has its higher limit first. Write [low, high]."],
        id="limits turned round",
    ),
    pytest.param(
        one("money", "must: {at_most: $6,000}"),
        [
            (
                "line 5, criteria[1].must.at_most  YAML cuts an amount at a comma inside {} or []. Put it "
                'in quotes: at_most: "$6,000".'
            )
        ],
        id="an unquoted comma",
    ),
    pytest.param(
        one("money", "must: {at_most: $1,234,567.50}"),
        [
            (
                "line 5, criteria[1].must.at_most  YAML cuts an amount at a comma inside {} or []. Put it "
                'in quotes: at_most: "$1,234,567.50".'
            )
        ],
        id="two unquoted commas",
    ),
    pytest.param(
        one("money", "must: {between: [$3,000, $6,000]}"),
        [
            (
                "line 5, criteria[1].must.between  YAML cuts an amount at a comma inside {} or []. Put it "
                'in quotes: ["$3,000", "$6,000"]; or, where two values are meant, put a space after the '
                "comma."
            )
        ],
        id="an unquoted comma in a list",
    ),
    pytest.param(
        one("money", "must: {between: [5,500]}"),
        [
            (
                "line 5, criteria[1].must.between  YAML cuts an amount at a comma inside {} or []. Put it "
                'in quotes: ["5,500"]; or, where two values are meant, put a space after the comma.'
            )
        ],
        id="a doubtful comma in a list",
    ),
    pytest.param(
        one("money", "scale: {$0: 100%, $8,000: 0%}"),
        [
            (
                "line 5, criteria[1].scale  YAML cuts an amount at a comma inside {} or []. Put it in "
                'quotes, such as "$6,000".'
            )
        ],
        id="an unquoted comma in a scale",
    ),
    pytest.param(
        one("money", "scale: {$2,000: 100%, $8,000: 0%}"),
        [
            (
                "line 5, criteria[1].scale.000  YAML cuts an amount at a comma inside {} or []. Put "
                'amounts in quotes, such as "$6,000".'
            )
        ],
        id="unquoted commas in a scale",
    ),
    pytest.param(
        "criteria:\n  - {name: a, column: a, kind: money, best: $0, worst: $8,000}\n",
        [
            (
                "line 2, criteria[1].worst  YAML cuts an amount at a comma inside {} or []. Put it in "
                'quotes: worst: "$8,000".'
            )
        ],
        id="an unquoted comma in a flow criterion",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "unknown: {assume: $6,000}"),
        [
            (
                "line 7, criteria[1].unknown.assume  YAML cuts an amount at a comma inside {} or []. Put "
                'it in quotes: assume: "$6,000".'
            )
        ],
        id="an unquoted comma when unknown",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "unknown: asks"),
        [('line 7, criteria[1].unknown  "asks"  takes ask, out, {assume: value} or {between: [low, high]}.')],
        id="unknown is misspelt",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "unknown: {assume: 1, between: [1, 2]}"),
        ["line 7, criteria[1].unknown  holds one of assume and between."],
        id="unknown with two",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "unknown: {asume: 1}"),
        ['line 7, criteria[1].unknown.asume  not a key here. Did you mean "assume"?'],
        id="unknown with another",
    ),
    pytest.param(
        one("category", "must: {any_of: [a]}", "unknown: {assume: [a]}"),
        ["line 6, criteria[1].unknown.assume  takes one label."],
        id="assume a list",
    ),
    pytest.param(
        one("category", "scale: all"),
        [('line 5, criteria[1].scale  "all"  takes a mapping from value to share, such as {best one: 100%}.')],
        id="a scale is a text",
    ),
    pytest.param(
        one("money", "scale: {0: 100%}"),
        ["line 5, criteria[1].scale  takes at least two values, such as {$0: 100%, $8000: 0%}."],
        id="a scale of one value",
    ),
    pytest.param(
        one("money", "scale: {0: 100%, $0: 0%}"),
        ['line 5, criteria[1].scale.$0  "$0"  stands twice on this scale. Keep one.'],
        id="a value twice",
    ),
    pytest.param(
        one("category", "scale: {Part-time: 100%, part time: 0%}"),
        [('line 5, criteria[1].scale.part time  "part time"  is the same label as Part-time. Keep one.')],
        id="a label twice",
    ),
    pytest.param(
        one("category", "scale: {a: lots}"),
        ['line 5, criteria[1].scale.a  "lots"  is not a share. Write 60% or 0.6.'],
        id="a share of points that is none",
    ),
    pytest.param(
        one("category", "scale: {a: 1}"),
        ['line 5, criteria[1].scale.a  "1"  could be 1 % or 100 %. Write 1% or 100%.'],
        id="a share of points that is 1",
    ),
    pytest.param(
        one("yes_no", "scale: {yes: 100%, perhaps: 50%}"),
        ['line 5, criteria[1].scale.perhaps  "perhaps"  takes yes or no.'],
        id="a yes_no scale with more",
    ),
    pytest.param(
        one("yes_no", "best: yes", "worst: true"),
        ['line 6, criteria[1].worst  "true"  is the same as best. The two must differ.'],
        id="yes and yes",
    ),
    pytest.param(
        one("share", "must: {at_least: 5%}", "base_takers: -3"),
        ['line 6, criteria[1].base_takers  "-3"  is below 0. Write how many takers, such as 20.'],
        id="negative takers",
    ),
    pytest.param(
        one("category", "must: {any_of: [a]}", "aliases: [b]"),
        ["line 6, criteria[1].aliases  takes a mapping from label to its other spellings."],
        id="aliases are a list",
    ),
    pytest.param(
        one("category", "must: {any_of: [a]}", "aliases: {a: [c], b: [C]}"),
        ['line 6, criteria[1].aliases.b  "b"  "C" stands for a already.'],
        id="one alias for two",
    ),
    pytest.param(
        several("cost", head="shortlist: 0"),
        ['line 3, shortlist  "0"  takes a whole number of programs, at least 1.'],
        id="no shortlist",
    ),
    pytest.param(
        several("cost", head="shortlist: 2.5"),
        ['line 3, shortlist  "2.5"  takes a whole number of programs, at least 1.'],
        id="half a shortlist",
    ),
    pytest.param(
        several("cost", head="weights: rank-sum"),
        ['line 3, weights  "rank-sum"  is no way to weigh. Did you mean "rank_sum"?'],
        id="no way to weigh",
    ),
    pytest.param(
        several("cost", head="weights: [cost]"),
        [
            (
                "line 3, weights  takes order, equal, rank_sum, {order: [first, second]}, a mapping from name to "
                "points, or one of swings, pairwise, ranges."
            )
        ],
        id="weights are a list",
    ),
    pytest.param(
        several("cost", head="weights: {cost: 1, cots: 2}"),
        ['line 3, weights.cots  is no criterion. Did you mean "cost"?'],
        id="a weight for nobody",
    ),
    pytest.param(
        (
            "criteria:\n  - {name: a, column: a, kind: category, must: {any_of: [b]}}\n  - {name: c, "
            "column: c, kind: money, best: 0, worst: 9}\nweights: {c: 1, a: 1}\n"
        ),
        ["line 4, weights.a  earns no points, so it has no weight."],
        id="a weight for a must-have",
    ),
    pytest.param(
        several("cost", "length", head="weights: {cost: 1}"),
        [("line 4, weights  does not name length. Weigh every criterion that earns points; 0 is allowed.")],
        id="a weight missing",
    ),
    pytest.param(
        several("cost", "length", head="weights: {cost: 0, length: 0}"),
        ["line 4, weights  are all 0. Give at least one criterion a weight above 0."],
        id="weights all 0",
    ),
    pytest.param(
        several("cost", "length", head="weights: {cost: -1, length: 1}"),
        ['line 4, weights.cost  "-1"  is below 0. A weight is 0 or more.'],
        id="a negative weight",
    ),
    pytest.param(
        several("cost", head="weights: {cost: much}"),
        ['line 3, weights.cost  "much"  is not a number. Write it in digits, such as 27.'],
        id="a weight in words",
    ),
    pytest.param(
        several("cost", "length", head="weights: {order: [cost]}"),
        ["line 4, weights.order  does not name length. Name every criterion that earns points, once."],
        id="order leaves one out",
    ),
    pytest.param(
        several("cost", head="weights: {order: [cost, lenght]}"),
        ['line 3, weights.order[2]  "lenght"  is no criterion. It can be: cost.'],
        id="order names a stranger",
    ),
    pytest.param(
        several("cost", head="weights: {order: [cost, cost]}"),
        ['line 3, weights.order[2]  "cost"  stands twice in the order. Keep one.'],
        id="order names one twice",
    ),
    pytest.param(
        several("cost", "length", head="weights: {order: [cost, [[length]]]}"),
        [
            "line 4, weights.order[2][1]  is nested too deep. A list inside the list is the deepest.",
            "line 4, weights.order  does not name length. Name every criterion that earns points, once.",
        ],
        id="order too deep",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "best: 3"),
        ["line 7, criteria[1].best  this key stands in line 6 already. Keep one of them."],
        id="a key twice",
    ),
    pytest.param(
        one("money", "best: &a 0", "worst: *a"),
        [
            (
                "line 5  anchors and aliases (& and *) are not used here. Write the value out; a text that "
                "begins so needs quotes."
            ),
            (
                "line 6  anchors and aliases (& and *) are not used here. Write the value out; a text that "
                "begins so needs quotes."
            ),
        ],
        id="an anchor",
    ),
    pytest.param(
        one("money", "best: !!int 0", "worst: 9"),
        ["line 5  tags (!) are not used here. Leave it out; a text that begins with ! needs quotes."],
        id="a tag",
    ),
    pytest.param(
        several("cost", head="---\ntitle: b"),
        ["line 3  a second document begins here (---). A file holds one."],
        id="two documents",
    ),
    pytest.param(
        "criteria: [\n",
        ["line 2  this is not YAML: the file ends where a value or a ] or } is missing."],
        id="not yaml",
    ),
    pytest.param(
        "criteria:\n\t- name: a\n",
        ["line 2  this is not YAML: a tab cannot indent a line. Use spaces."],
        id="a tab",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "why: see: there"),
        ["line 7  this is not YAML: a text that holds `: ` needs quotes."],
        id="a colon in a text",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "why: 'there"),
        ["line 8  this is not YAML: a quote is opened and never closed."],
        id="an open quote",
    ),
    pytest.param(
        "title: \x07\n",
        ["line 1  a control character stands here. Delete it."],
        id="a control character",
    ),
    pytest.param(
        "- a\n",
        ["line 1  criteria are written as `key: value`, with `criteria:` among the keys."],
        id="a list at the top",
    ),
    pytest.param(
        "{[a]: b}\n",
        ["line 1  a key is a word, not a list or table."],
        id="a list as a key",
    ),
    pytest.param(
        'title: "\\ud800"\n',
        ["line 1  half of a character is written as \\u here. Write the character itself."],
        id="half a character",
    ),
    pytest.param(
        'title: "\\UFFFFFFFF"\n',
        ["line 1  this cannot be read as YAML. A text with odd characters needs single quotes."],
        id="an impossible escape",
    ),
    pytest.param(
        one("category", "must: {any_of: [CPC]}", "vocabulary: certificatons"),
        [
            (
                'line 6, criteria[1].vocabulary  "certificatons"  is no vocabulary and no file. '
                'Did you mean "certifications"?'
            )
        ],
        id="a vocabulary is misspelt",
    ),
    pytest.param(
        one("category", "must: {any_of: [CPC]}", "vocabulary: zebra.yaml"),
        ['line 6, criteria[1].vocabulary  "zebra.yaml"  there is no such file.'],
        id="a vocabulary is not there",
    ),
    pytest.param(
        one("category", "must: {any_of: [CPC]}", "vocabulary: ''"),
        [
            (
                "line 6, criteria[1].vocabulary  is empty. "
                "Name one: accreditors, certifications, credentials, delivery, schedule, or a file."
            )
        ],
        id="a vocabulary without a name",
    ),
    pytest.param(
        one("category", "must: {any_of: [CPC]}", "vocabulary: [certifications]"),
        ["line 6, criteria[1].vocabulary  takes one text, not a list or table."],
        id="several vocabularies",
    ),
    pytest.param(
        one("money", "worst: 9", "best: 0", "vocabulary: schedule"),
        ["line 7, criteria[1].vocabulary  does not go with money. It goes with: category, schedule."],
        id="a vocabulary of amounts",
    ),
    pytest.param(
        one("yes_no", "best: yes", "vocabulary: schedule"),
        ["line 6, criteria[1].vocabulary  does not go with yes_no. It goes with: category, schedule."],
        id="a vocabulary of yes and no",
    ),
    pytest.param(
        one("category", "vocabulary: certifications", "scale: {CPC: 100%, Certified Professional Coder: 50%}"),
        [
            (
                "line 6, criteria[1].scale  "
                "Certified Professional Coder and CPC are one label in the vocabulary certifications. Keep one."
            )
        ],
        id="two labels that a vocabulary takes for one",
    ),
]


@pytest.mark.parametrize(("text", "messages"), FAULTS)
def test_a_fault_says_where_it_is_what_was_found_and_what_to_do(tmp_path: Path, text: str, messages: list[str]) -> None:
    path = tmp_path / "criteria.yaml"
    path.write_text(text)

    with pytest.raises(BadCriteria) as caught:
        read_criteria(path)

    assert [str(fault) for fault in caught.value.faults] == messages


@pytest.mark.parametrize("count", [1, 2, 3, 10, 50])
def test_all_faults_are_listed_at_once(count: int) -> None:
    criteria = [
        {"name": f"x{i}", "kind": "money", "column": "x", "best": 0, "worst": f"much {i}"} for i in range(1, count + 1)
    ]

    with pytest.raises(BadCriteria) as caught:
        read_criteria({"criteria": criteria})

    assert [str(fault) for fault in caught.value.faults] == [
        f'criteria[{i}].worst  "much {i}"  is not an amount. Write 8000 or $8,000.' for i in range(1, count + 1)
    ]


def test_faults_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "criteria.yaml"
    path.write_text(
        "weights: equall\nshortlist: none\ncriteria:\n"
        "  - {name: a, kind: mony}\n  - {name: b, kind: money, worst: x, best: 0}\n"
    )

    with pytest.raises(BadCriteria) as caught:
        read_criteria(path)

    assert (
        str(caught.value)
        == f"""\
{path}: 5 faults.
  line 1, weights  "equall"  is no way to weigh. Did you mean "equal"?
  line 2, shortlist  "none"  takes a whole number of programs, at least 1.
  line 4, criteria[1].kind  "mony"  is no kind. Did you mean "money"?
  line 5, criteria[2].worst  "x"  is not an amount. Write 8000 or $8,000.
  line 5, criteria[2].column  is missing. Say where it is stated: `column:` or `parts:`."""
    )


def test_a_limit_in_another_currency_is_a_fault() -> None:
    criterion = {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": "\u20ac6,000"}}

    with pytest.raises(BadCriteria) as raised:
        read_criteria({"criteria": [criterion]})

    assert [fault.problem for fault in raised.value.faults] == ["is an amount in EUR. Limits are in dollars."]
