"""What every room stands on: problems, files (the only writer), engine, fingerprints, parallel work, git, progress."""
