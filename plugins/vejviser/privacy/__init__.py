"""What leads to a person: texts out of any file, finders, rules, and the gate over finished sites and git histories."""
