"""The second reading of the route: proved, by a SAT solver, for every interview that there can be."""
