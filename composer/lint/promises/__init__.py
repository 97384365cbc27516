"""Promises in a draft: which sentence commits us to what, by when or after what."""
