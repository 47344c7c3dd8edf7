"""Weighs and times the built guide, side by side with what it is compared with. Nothing here is needed to build it."""
