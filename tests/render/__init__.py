"""Tests of the formats: each is tried on the same samples and the same attacks."""
