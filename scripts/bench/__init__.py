"""How long our builds take beside the peers' over the same pages, in turn, on this machine (`make bench`)."""
