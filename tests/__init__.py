"""Tests: they mirror the package, and look at it from outside."""
