"""What decides in training, on small inputs. Tests that need torch are skipped where it is missing.

python -m unittest discover --start-directory training/tests --top-level-directory training
"""
