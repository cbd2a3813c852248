"""The types every stage takes and returns. All are frozen."""
