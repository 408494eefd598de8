"""Documents: what editors wrote, as PDF, Word, ODT and EPUB; which there are (catalog), and their making (builder)."""
