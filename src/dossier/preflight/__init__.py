"""Judging finished files: what a print shop, a reader with assistive technology or a screen would stumble over.

examine       a PDF as facts, read in a process of its own, within bounds of time and memory
judging       judge: facts and a profile -> findings
profiles      press, accessible, screen: tables of rules, each with its limit and the source of that
conservation  whether every text that was to be set can be read on the pages
report        findings as a value for programs (JSON)
"""
