"""The composer of fieldwork: what the commands around a study in the field are made of.

Stages are loaded when they are used, as in ``line.py``.
"""
