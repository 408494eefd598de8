"""What editors and translators ask for: scaffolds, schemas, forms, approvals, translations, git hooks and imports."""
