"""The one reader of all Markdown: pages, short texts, documents and e-books are made from the same tokens.

CommonMark by markdown-it-py, less what is in `additions.LEFT_OUT`, and more what is in `additions.ADDITIONS`.
"""
