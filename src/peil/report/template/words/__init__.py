"""Words that stand for numbers, shares, ranks and directions, by language; unknown languages read English."""
