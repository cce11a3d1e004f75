// TrialScheduling
