"""What every room stands on: problems, files (the only writer), cache, fingerprints, parallel work, git, progress."""
