"""What a print shop is sent: sheets that are finished and checked, and the ticket that goes with them.

sheets  marks and slug line round each sheet, PDF/X-4, preflight
order   the job ticket of a set
"""
