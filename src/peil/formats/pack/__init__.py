"""The data pack: the rows that were analysed as files for other programs, with what every code means."""
