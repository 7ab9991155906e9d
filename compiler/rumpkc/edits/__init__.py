"""Builds after edits of function bodies: what an edit leaves alone is taken from the build before."""
