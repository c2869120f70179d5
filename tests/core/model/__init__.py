"""Tests of the models, by the files that they read."""
