"""What each page says: content in, Markdown with front matter out. No disk and no clock."""
