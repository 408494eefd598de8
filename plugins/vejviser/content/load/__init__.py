"""Files into values: the only place where content is opened; every mistake becomes a problem."""
