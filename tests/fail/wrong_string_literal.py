DATA = b"ä"
