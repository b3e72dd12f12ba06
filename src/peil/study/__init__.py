"""The study: its folder read into values, its expressions, its one route, its plan and its checks."""
