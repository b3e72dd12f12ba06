"""From a study's folder of text to a Study, with every problem at its line and column."""
