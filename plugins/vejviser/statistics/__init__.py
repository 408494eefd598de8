"""Statistical disclosure control by random controlled rounding, and figures and charts of published quarters."""
