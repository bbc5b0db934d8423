"""The drawings of the site: one kit of parts, one palette (css/tokens.css), flat shapes without outline or gradient.

`manage.py draw_art` writes the committed SVG files from here; nobody edits those by hand.
"""
