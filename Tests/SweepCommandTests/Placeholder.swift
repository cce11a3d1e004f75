// SweepCommand
