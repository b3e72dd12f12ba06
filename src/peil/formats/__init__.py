"""Files of data: each format is read into a data set and written from one."""
