"""What every test shares: hypothesis never judges by the clock of a busy machine."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "relancebot", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("relancebot")
