"""Tests of what a letter says."""
