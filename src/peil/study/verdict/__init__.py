"""What shares say: the most chosen option, ranks, directions, deviations.

One implementation for the researcher's tables and for released ones: both are read as ``ShareTable``.
"""
