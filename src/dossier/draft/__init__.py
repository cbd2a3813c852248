"""From article texts to a project that a curator corrects: dossier.yaml, sources, a review report, a map."""
