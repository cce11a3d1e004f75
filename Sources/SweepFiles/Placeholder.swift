// SweepFiles
