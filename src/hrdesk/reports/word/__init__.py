"""A Document in the words of WordprocessingML. Lengths there: 20ths of a point (twips), half points for sizes."""
