// SweepPlanning
