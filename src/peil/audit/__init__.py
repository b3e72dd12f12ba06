"""The audit: published claims are recomputed, or tried against what any count could give."""
