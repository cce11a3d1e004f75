public import TrialFolders

extension SweepLock.Holder {
    /// That it does nothing, if it has been stopped.
    public var stoppedWords: String? {
        guard identity.isStopped else { return nil }
        let process = identity.process
        return "The run, process \(process), has been stopped by a signal and does nothing; 'kill -CONT \(process)' "
            + "lets it go on."
    }
}
