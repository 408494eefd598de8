"""The whole path from folders to a finished site: render, preview, outputs, search; hosts are adapters."""
