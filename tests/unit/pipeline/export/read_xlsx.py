"""Prints a workbook as an analyst's tools read it (openpyxl): a JSON object, sheet name -> rows of values."""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = {}
for sheet in book:
    assert sheet.freeze_panes == "A2", sheet.title
    printed = (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows)
    assert printed == ("landscape", True, "$1:$1"), (sheet.title, printed)
    assert sheet.max_row == 1 or sheet.auto_filter.ref, sheet.title
    sheets[sheet.title] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), "a formula"
links = sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink)
print(json.dumps({"sheets": sheets, "links": links}, ensure_ascii=False))
