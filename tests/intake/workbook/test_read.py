from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

from decision.errors import BadInput, BadOptions, BadPrograms
from decision.intake.table.programs import read_programs
from tests.spreadsheets import MAIN, excel, excel_of_parts, excel_of_xml, open_of_xml, open_table, zipped

TEXT = 'office:value-type="string"'
TABLE = [["program", "cost", "when"], ["Harbor", "$3,450", "evening"], ["Linden", "4900", "online"]]


def cells(data: bytes) -> list[list[str]]:
    programs = read_programs(data)
    return [programs.cells(program) for program in range(len(programs))]


def notes(data: bytes, *, sheet: str = "") -> list[str]:
    return [note.problem for note in read_programs(data, sheet=sheet).notes]


def refused(data: bytes, *, sheet: str | int = "") -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_programs(data, sheet=sheet)
    return [str(fault) for fault in caught.value.faults]


def one_cell(xml: str, **changed: str) -> str:
    """Read a cell given as XML, in the second row of a sheet."""
    parts = {name.replace("_xml", ".xml").replace("xl_", "xl/"): content for name, content in changed.items()}
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2">{xml}</row>'
    return read_programs(excel_of_xml(rows, changed=parts)).cell(0, 0)


def one_open_cell(xml: str) -> str:
    header = '<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    tail = "</table:table-row><table:table-row>" + xml + "</table:table-row>"
    return read_programs(open_of_xml(f'<table:table table:name="A">{header}{tail}</table:table>')).cell(0, 0)


# ── the same as a CSV file ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("data", [excel({"Programs": TABLE}), open_of_xml(open_table("Programs", TABLE))])
def test_a_spreadsheet_is_read_like_a_csv_file(data: bytes) -> None:
    programs = read_programs(data)

    assert programs.header == ("program", "cost", "when")
    assert [programs.cells(program) for program in range(2)] == TABLE[1:]
    assert programs.rows.tolist() == [2, 3]
    assert (programs.sheet, programs.encoding, programs.separator, programs.lines) == ("Programs", "", "", None)


def test_preamble_blank_rows_and_totals_are_no_programs() -> None:
    rows = [["Training programs of 2026"], [], *TABLE, [], ["Total", "8350"]]

    programs = read_programs(excel({"Programs": rows}))

    assert (programs.header_row, programs.rows.tolist(), programs.set_aside) == (3, [4, 5], (7,))
    assert [note.problem for note in programs.notes] == [
        "row 1 stands above the header and was skipped.",
        "row 6 holds no text and was skipped.",
        "row 7 is a total, not a program, and was set aside.",
    ]


def test_a_table_may_stand_anywhere_on_its_sheet() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for down, row in enumerate(TABLE, 8):
        for right, text in enumerate(row, 4):
            sheet.cell(down, right).value = text
    sheet["Z40"] = "   "
    made = io.BytesIO()
    book.save(made)

    programs = read_programs(made.getvalue())

    assert (programs.header, programs.header_row, programs.rows.tolist()) == (("program", "cost", "when"), 8, [9, 10])


def test_the_row_of_the_header_may_be_stated() -> None:
    programs = read_programs(excel({"A": [["a", "b", "c"], *TABLE]}), header_row=2)

    assert (programs.header, programs.rows.tolist()) == (("program", "cost", "when"), [3, 4])


def test_a_title_with_many_signs_is_skipped_too() -> None:
    assert cells(excel({"A": [["Programs: day; evening; online; all"], *TABLE]})) == TABLE[1:]


def test_faults_are_named_by_the_rows_of_the_sheet() -> None:
    assert refused(excel({"A": [["My list"], [], *TABLE, TABLE[0]]})) == [
        "row 6  the header of row 3 stands here again. Take this row out; a second table needs its own file."
    ]


def test_a_header_without_programs_is_a_fault() -> None:
    assert refused(excel({"A": [TABLE[0]]})) == [
        "row 1  there is a header and no program under it. One row for each program is wanted."
    ]


def test_a_ranking_of_ours_loses_our_columns() -> None:
    own = ["rank", "status", "shortlist", "score", "score_high", "reason", "ask"]
    rows: list[list[Any]] = [
        [*own, "program", "cost", "points: cost"],
        [1, "fits", "yes", 50, 50, "", "", "Harbor", "$3,450", 50],
    ]
    data = excel({"ranking": rows, "funnel": [["criterion", "out"], ["cost", 1], ["schedule", 2]]})

    programs = read_programs(data)

    assert (programs.header, programs.cells(0), programs.is_own_output) == (
        ("program", "cost"),
        ["Harbor", "$3,450"],
        True,
    )
    assert programs.notes == ()


# ── cells ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "shape", "seen"),
    [
        (3450, "General", "3450"),
        (3450.0, "0.00", "3450"),
        (3450.5, "General", "3450.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567890123, "General", "1234567890123"),
        (0.92, "0%", "92%"),
        (0.07, "0.0%", "7%"),
        (92, '0"%"', "92%"),
        (3450, '"$"#,##0', "$3450"),
        (-3450, '"$"#,##0', "-$3450"),
        (3450, "[$€-407] #,##0", "€3450"),
        (3450, '_("$"* #,##0.00_)', "$3450"),
        (3450, "[$CAD] #,##0", "CAD 3450"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
        (datetime.date(2026, 10, 12), "d-mmm", "2026-10-12"),
        (datetime.datetime.fromisoformat("2026-10-12 18:30"), "d-mmm h:mm", "2026-10-12 18:30"),
        (datetime.time(18, 0), "h:mm", "18:00"),
        (datetime.timedelta(hours=30, seconds=5), "[h]:mm:ss", "30:00:05"),
        ("00123", "@", "00123"),
        (" evening ", "General", " evening "),
        ("Mon\nWed", "General", "Mon\nWed"),
        ("San José ☕", "General", "San José ☕"),
        ("_x0041_", "General", "A"),
        ("#N/A", "General", "#N/A"),
        ("#REF!", "General", "#REF!"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(value: str | float | datetime.date, shape: str, seen: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["B2"] = "program", "x", "Harbor", value
    sheet["B2"].number_format = shape
    made = io.BytesIO()
    book.save(made)

    assert cells(made.getvalue()) == [["Harbor", seen]]


@pytest.mark.parametrize(
    ("xml", "seen"),
    [
        ('<c r="A2"><v>3450</v></c>', "3450"),
        ("<c><v>3450</v></c>", "3450"),
        ('<c r="A2" t="inlineStr"><is><r><t>Har</t></r><r><t>bor</t></r></is></c>', "Harbor"),
        ('<c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', "ab"),
        ('<c r="A2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A2"><f>1+1</f></c>', "=1+1"),
        ('<c r="A2"><f>1+1</f><v/></c>', "=1+1"),
        ('<c r="A2"><f t="shared" si="0"/></c>', "="),
        ('<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A2" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A2" t="d"><v>2026-10-12</v></c>', "2026-10-12"),
        ('<c r="A2" t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c>', '=HYPERLINK("http://x")'),
    ],
)
def test_a_cell_written_in_an_unusual_way_is_read(xml: str, seen: str) -> None:
    assert one_cell(xml) == seen


def test_shared_texts_are_read_without_their_pronunciation() -> None:
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Har</t></r><r><t>bor</t></r>'
        "<rPh><t>haba</t></rPh></si></sst>"
    )

    assert one_cell('<c r="A2" t="s"><v>0</v></c>', xl_sharedStrings_xml=shared) == "Harbor"


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = "x", datetime.date(2026, 10, 12)
    made = io.BytesIO()
    book.save(made)

    assert cells(made.getvalue()) == [["2026-10-12"]]


@pytest.mark.parametrize(
    ("xml", "seen"),
    [
        ('office:value-type="float" office:value="3450"><text:p>$3,450</text:p>', "3450"),
        ('office:value-type="percentage" office:value="0.925"><text:p>93%</text:p>', "92.5%"),
        ('office:value-type="currency" office:currency="USD" office:value="3450"><text:p>$3,450</text:p>', "$3450"),
        ('office:value-type="currency" office:currency="CAD" office:value="5"><text:p>5</text:p>', "CAD 5"),
        ('office:value-type="date" office:date-value="2026-10-12"><text:p>12-Oct</text:p>', "2026-10-12"),
        ('office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p>', "TRUE"),
        (f'{TEXT}><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p>', "a  b\nc"),
        (
            (
                'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">'
                "<text:p>#DIV/0!</text:p>"
            ),
            "#DIV/0!",
        ),
        ('table:formula="of:=[.B2]*2">', "=[.B2]*2"),
        (
            'office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p>',
            "a",
        ),
    ],
)
def test_a_cell_of_libreoffice_is_read_as_a_person_sees_it(xml: str, seen: str) -> None:
    assert one_open_cell(f"<table:table-cell {xml}</table:table-cell>") == seen


def test_cells_and_rows_that_repeat_are_read_as_often() -> None:
    cell = (
        '<table:table-cell office:value-type="percentage" office:value="0.5" {}><text:p>50%</text:p></table:table-cell>'
    )
    rows = (
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>' for name in "abc"
        )
        + '</table:table-row><table:table-row table:number-rows-repeated="2">'
        + cell.format('table:number-columns-repeated="3"')
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        + '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
    )

    assert cells(open_of_xml(f'<table:table table:name="A">{rows}</table:table>')) == [["50%"] * 3] * 2


# ── what is said ──────────────────────────────────────────────────────────────────────────────────────────────────────


OPEN_IT = "Open the file in a spreadsheet, save it and give that."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (1, "B2: a formula that no value was saved for; it counts as not understood."),
        (3, "B2, B3, B4: formulas that no value was saved for; they count as not understood."),
        (8, "B2, B3, B4, B5, B6, B7 and 2 more: formulas that no value was saved for; they count as not understood."),
    ],
)
def test_formulas_without_a_value_are_named_and_are_not_free(rows: int, said: str) -> None:
    data = excel({"A": [["program", "cost"], *[["Harbor", "=C2*2"]] * rows]})

    assert cells(data) == [["Harbor", "=C2*2"]] * rows
    assert notes(data) == [f"{said} {OPEN_IT}"]


def test_a_value_that_was_never_worked_out_is_no_price() -> None:
    workbook = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    )

    assert one_cell('<c r="A2"><f>B2+C2</f><v>0</v></c>', xl_workbook_xml=workbook) == "=B2+C2"


def test_an_array_formula_without_a_value_is_one_too() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = "x", ArrayFormula("A2", "=SUM(B1:B2)")
    made = io.BytesIO()
    book.save(made)

    assert cells(made.getvalue()) == [["=SUM(B1:B2)"]]


def merged(*areas: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    table: list[list[Any]] = [
        ["All programs", "", "", ""],
        ["school", "program", "tuition", "fees"],
        ["Harbor", "Coding", 100, 20],
        ["", "Billing", 300, 40],
        ["Linden", "Both", 500, ""],
    ]
    for row in table:
        sheet.append(row)
    for area in areas:
        sheet.merge_cells(area)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_cell_merged_over_rows_counts_for_each_of_them() -> None:
    data = merged("A1:D1", "A3:A4")

    assert [row[0] for row in cells(data)] == ["Harbor", "Harbor", "Linden"]
    assert notes(data) == [
        "A3:A4: cells merged over several rows; what they hold was read for each of these rows.",
        "row 1 stands above the header and was skipped.",
    ]


def test_an_amount_merged_over_two_columns_counts_once() -> None:
    assert cells(merged("C5:D5"))[2] == ["Linden", "Both", "500", ""]


def test_rows_that_only_merged_cells_reach_into_are_no_programs() -> None:
    assert [row[0] for row in cells(merged("A5:A6", "B5:B6", "C5:C6"))] == ["Harbor", "", "Linden"]


def test_hidden_rows_are_read_and_said() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel({"A": TABLE})))
    sheet = book.active
    assert sheet is not None
    sheet.row_dimensions[3].hidden = True
    made = io.BytesIO()
    book.save(made)

    assert len(read_programs(made.getvalue())) == 2
    assert notes(made.getvalue()) == ["row 3 is hidden in the sheet and was read like any other."]


# ── several sheets ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_only_sheet_with_a_table_is_taken() -> None:
    data = excel({"Read me": [["These are programs."], ["Have fun."]], "Data": TABLE, "Empty": []})

    assert read_programs(data).sheet == "Data"
    assert notes(data) == ['the sheet "Data" was read; "Read me" was left out.']


SEVERAL = excel({"2025": TABLE, "2026": TABLE[:2], "Empty": [], "Old": TABLE}, hidden=["Old"])


def test_several_tables_are_never_chosen_from_in_silence() -> None:
    assert refused(SEVERAL) == [
        (
            'several sheets hold a table: 1 "2025" (3 rows, 3 columns), 2 "2026" (2 rows, 3 columns), 3 "Empty" '
            '(empty), 4 "Old" (3 rows, 3 columns, hidden). Say which is meant: --sheet "2025", or by its number.'
        )
    ]


@pytest.mark.parametrize(("sheet", "programs"), [("2026", 1), ("1", 2), (2, 1), ("old", 2), ("4", 2)])
def test_a_sheet_is_named_or_numbered(sheet: str | int, programs: int) -> None:
    assert len(read_programs(SEVERAL, sheet=sheet)) == programs


def test_a_hidden_sheet_is_said() -> None:
    data = excel({"Data": TABLE, "Old": TABLE}, hidden=["Old"])

    assert notes(data) == ['the sheet "Old" is hidden and was not read.']
    assert notes(data, sheet="Old") == ['the sheet "Old" is hidden; it was read, as you asked.']


def test_a_sheet_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(BadOptions) as caught:
        read_programs(SEVERAL, sheet="2027")

    assert str(caught.value) == (
        '1 fault.\n  --sheet  "2027"  is no sheet of <bytes>. Did you mean "2026"? It has 1 "2025" (3 rows, '
        '3 columns), 2 "2026" (2 rows, 3 columns), 3 "Empty" (empty), 4 "Old" (3 rows, 3 columns, hidden).'
    )


def test_no_sheet_with_a_table_is_said() -> None:
    assert refused(excel({"A": [], "B": []})) == [
        (
            'no sheet in sight holds a table: 1 "A" (empty), 2 "B" (empty). Say which is meant: --sheet "A", or by its '
            "number."
        )
    ]


def test_an_empty_sheet_that_is_asked_for_has_no_header() -> None:
    assert refused(SEVERAL, sheet="Empty") == ["every row is blank. A header and programs are wanted."]


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (excel({"A": TABLE}), {"encoding": "utf-8"}, "this is an Excel workbook: it has no encoding or separator."),
        (excel({"A": TABLE}), {"separator": ";"}, "this is an Excel workbook: it has no encoding or separator."),
        (b"program,cost\nHarbor,1\n", {"sheet": "2026"}, "this table has no sheets."),
    ],
)
def test_what_does_not_go_with_the_file_is_refused(data: bytes, options: dict[str, str], said: str) -> None:
    with pytest.raises(BadOptions) as caught:
        read_programs(data, **options)  # type: ignore[arg-type]

    assert [fault.problem for fault in caught.value.faults] == [said]


# ── files that cannot be read ─────────────────────────────────────────────────────────────────────────────────────────

DAMAGED = "it is damaged and cannot be unpacked. Get it again, or open it, save it anew and give that."
UNREADABLE = "it is damaged: its cells cannot be read. Open it in a spreadsheet, save it anew and give that."
PART = "a part of it is damaged. Open it in a spreadsheet, save it anew and give that."
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (excel({"A": TABLE})[:1500], DAMAGED),
        (excel_of_parts("<worksheet><sheetData>"), UNREADABLE),
        (excel_of_parts("<worksheet><!-- a --><sheetData>"), PART),
        (excel_of_parts("no XML"), UNREADABLE),
        (excel_of_parts(DOCTYPE), "its parts declare a document type, which no spreadsheet needs."),
        (zipped({"xl/workbook.xml": "x"}), PART),
        (zipped({"xl/other.xml": "<a/>"}), UNREADABLE),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), UNREADABLE),
        (
            zipped({"xl/workbook.bin": "x"}),
            (
                "this is a binary Excel workbook (.xlsb), which is not read. Save it as .xlsx, or open it and save the "
                "sheet as CSV (UTF-8)."
            ),
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "this is a workbook locked with a password. Open it, take the password off, save it and give that.",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"), UNREADABLE),
        (
            open_of_xml("", changed={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "it is locked with a password. Open it, take the password off, save it and give that.",
        ),
    ],
)
def test_a_spreadsheet_that_cannot_be_read_says_why(data: bytes, said: str) -> None:
    assert refused(data) == [said]


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>',
    ],
)
def test_cells_that_reach_too_far_are_refused_before_room_is_made_for_them(xml: str) -> None:
    assert refused(excel_of_xml(xml)) == [
        (
            'the cells of the sheet "Programs" reach over 1,048,576 rows and 16,384 columns. Take out those that stand '
            "far from the table, or save the sheet as CSV (UTF-8)."
        )
    ]


def test_cells_that_repeat_too_often_are_refused() -> None:
    cell = f'<table:table-cell {TEXT} table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'

    assert refused(open_of_xml(f'<table:table table:name="A">{row}</table:table>')) == [
        (
            'the cells of the sheet "A" reach over 1,048,576 rows and 16,384 columns. Take out those that stand far '
            "from the table, or save the sheet as CSV (UTF-8)."
        )
    ]


def test_a_number_that_no_calendar_has_is_damage() -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = '<row r="1"><c r="A1" s="1"><v>-1e300</v></c></row>'

    assert refused(excel_of_xml(rows, changed={"xl/styles.xml": styles})) == [UNREADABLE]


def test_a_cell_whose_place_is_no_place_is_damage() -> None:
    assert refused(excel_of_xml('<row r="1"><c r="É1"><v>1</v></c></row>')) == [UNREADABLE]


def test_a_sheet_without_its_part_is_damage() -> None:
    assert refused(excel_of_parts("", changed={"xl/_rels/workbook.xml.rels": "<Relationships/>"})) == [UNREADABLE]


def test_a_workbook_without_sheets_is_said() -> None:
    assert refused(open_of_xml("")) == ["it has no sheet with cells. A sheet with a table is wanted."]


def test_a_sheet_that_reaches_too_far_is_listed_as_such() -> None:
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId4"/></sheets></workbook>'
    )
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    keys = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = excel_of_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        changed={
            "xl/workbook.xml": workbook,
            "xl/worksheets/sheet2.xml": far,
            "xl/_rels/workbook.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{keys}/worksheet" Target="worksheets/sheet1.xml"/>'
                f'<Relationship Id="rId4" Type="{keys}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
            ),
        },
    )

    assert refused(data, sheet="C") == [
        ('--sheet  "C"  is no sheet of <bytes>. It has 1 "A" (1 row, 1 column), 2 "B" (too large or damaged).')
    ]


def test_hidden_rows_of_libreoffice_are_said_too() -> None:
    table = open_table("A", TABLE).replace("<table:table-row>", '<table:table-row table:visibility="filter">')

    assert notes(open_of_xml(table)) == ["rows 2, 3 are hidden in the sheet and were read like any others."]


def test_cells_merged_in_libreoffice_count_for_each_row() -> None:
    spanned = f'<table:table-cell {TEXT} table:number-rows-spanned="2"><text:p>Harbor</text:p></table:table-cell>'
    table = open_table("A", [["program", "cost"], ["@", "1"], ["", "2"]]).replace(
        f"<table:table-cell {TEXT}><text:p>@</text:p></table:table-cell>", spanned
    )

    assert cells(open_of_xml(table)) == [["Harbor", "1"], ["Harbor", "2"]]


def test_macros_are_not_looked_at() -> None:
    data = excel({"A": TABLE})
    with_macro = io.BytesIO(data)
    with zipfile.ZipFile(with_macro, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0" * 100)

    assert cells(with_macro.getvalue()) == TABLE[1:]


def test_faults_are_those_of_programs() -> None:
    with pytest.raises(BadPrograms, match=r"\A<bytes>: 1 fault\.\n  it is damaged"):
        read_programs(excel({"A": TABLE})[:1500])
