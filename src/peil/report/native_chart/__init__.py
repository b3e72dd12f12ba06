"""Charts that Word and PowerPoint draw themselves, each with the workbook behind it."""
