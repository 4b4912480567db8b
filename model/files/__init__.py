"""Files in and out: every source becomes a grid of cells, every tracker a workbook."""
