"""Thai on paper: fonts, shaping, line breaking into paragraphs and tables, pages. Alone in knowing ReportLab."""
