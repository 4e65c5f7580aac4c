"""hrdesk: staff development plans of a Thai local government office."""

__version__ = "0.1.0"
