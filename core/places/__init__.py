"""Where: the gazetteer of a jurisdiction, found in words and on the map."""
