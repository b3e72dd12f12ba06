"""A number of visitors on the command line."""

import argparse


def visitors(text: str) -> int:
    """Read how many visitors there were."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 12):
        raise argparse.ArgumentTypeError(f'"{text}" is no count: a whole number')
    return int(text)
