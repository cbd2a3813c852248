"""The map: geography made ready beforehand, drawn and lettered for an edition."""
