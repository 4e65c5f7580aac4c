"""Lies here so that tests in the folder below can import `pdf_support` and `sample_book`."""
