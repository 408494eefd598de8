"""The content: frozen values (model), the only readers (load), translations, types and languages."""
