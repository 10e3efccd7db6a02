"""Comparisons: what a name says (`wording`), and small named rules that tell whether two things are one."""
