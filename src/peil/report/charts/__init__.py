"""Charts drawn as SVG: no library, text measured, the same bytes for the same content."""
