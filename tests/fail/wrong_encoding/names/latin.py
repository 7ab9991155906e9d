"""Not UTF-8."""
NAME = "Zoë"
