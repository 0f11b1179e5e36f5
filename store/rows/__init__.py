"""The rows that selecting works on, derived from the documents and kept beside the library.

`NAME.index/` holds, in the order in which findings are shown, one integer of bits for each facet
value over all sentences, and the sentences in small letters. It can be deleted at any time: what
is missing, stale, of another version or damaged is made anew from the documents. Every file is
written whole before it gets its name, so that two processes may do it at once.
"""

from store.rows.bitsets import Rows, bits_of, joined, nearest, rows_of, span
from store.rows.document_rows import DocumentRows, Facet, document_rows
from store.rows.row_file import RowFile, index_folders, revision_of
from store.rows.table import Kept, RowTable

__all__ = [
    "DocumentRows",
    "Facet",
    "Kept",
    "RowFile",
    "RowTable",
    "Rows",
    "bits_of",
    "document_rows",
    "index_folders",
    "joined",
    "nearest",
    "revision_of",
    "rows_of",
    "span",
]
