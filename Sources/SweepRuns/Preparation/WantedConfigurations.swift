public import ResultsStore
public import Sweeps

/// How many configurations a run is to plan.
///
/// What was asked for earlier is what the sweep's plan holds, in the store and in its folder, whether it has been trained
/// or not: a run first finishes that.
public enum WantedConfigurations {
    /// The most for `PreparedSweep`; nil: all that the file means.
    ///
    /// - Parameters:
    ///   - method: in place of the file's.
    ///   - further: how many are wanted besides those that were asked for earlier.
    ///   - store: nil where there is none yet.
    public static func most(
        _ sweep: Sweep, method: Sweep.Method?, further: Int?, in store: ResultsStore?
    ) throws -> Int? {
        guard further != nil || sweep.isEndless(by: method) else { return nil }
        let known = try asked(for: sweep.name, in: store)
        guard let further else { return known > 0 ? known : nil }
        let (sum, isTooLarge) = known.addingReportingOverflow(further)
        return isTooLarge ? .max : sum
    }

    private static func asked(for name: String, in store: ResultsStore?) throws -> Int {
        guard let store, let record = try store.sweep(named: name) else { return 0 }
        return Set(try store.trials(of: record.id).filter(\.isPlanned).map(\.trial.configuration)).count
    }
}
