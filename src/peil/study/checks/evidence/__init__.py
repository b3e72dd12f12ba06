"""What several rules look at: references to answers, number bands in labels, who can read a wording."""
