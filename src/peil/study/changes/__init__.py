"""What changed between two versions of a study, and whether answers already given stay valid."""
