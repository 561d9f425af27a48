"""Prints a document as another program reads it (python-docx): its title, paragraphs and rows of tables, as JSON."""
import json
import sys

import docx

document = docx.Document(sys.argv[1])
section = document.sections[0]
assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7), "A4"
head = document.tables[0].rows[0]._tr.trPr if document.tables else None
assert head is None or head.xpath("w:tblHeader"), "the head is repeated on each page"
print(json.dumps({
    "title": document.core_properties.title,
    "paragraphs": [paragraph.text for paragraph in document.paragraphs],
    "rows": [[cell.text for cell in row.cells] for table in document.tables for row in table.rows],
}, ensure_ascii=False))
