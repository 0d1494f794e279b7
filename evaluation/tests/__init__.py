"""Scorers against small cases whose scores were worked out by hand.

python -m unittest discover --start-directory evaluation/tests --top-level-directory evaluation
"""
