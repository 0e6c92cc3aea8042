"""The main job played on embedded mail servers, for ``make demo`` and the tests."""
