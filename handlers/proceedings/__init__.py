"""What courts and investigators do in a case: proceedings, their hearings and steps, written down by the member who has
it.
"""
