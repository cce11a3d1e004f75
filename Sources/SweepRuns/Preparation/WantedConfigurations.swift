public import ResultsStore
public import Sweeps

/// How many configurations a run is to plan.
///
/// What was asked for earlier is what the sweep's plan holds, in the store and in its folder, whether it has been trained
/// or not: a run first finishes that.
public struct WantedConfigurations: Hashable, Sendable {
    /// The most for `PreparedSweep`; nil: all that the file means.
    public private(set) var most: Int?
    /// Whether the run goes on with further ones until it is stopped.
    public let isOpenEnded: Bool

    /// How many further ones of a search without an end are planned at once, at least.
    private static let batch = 20

    /// - Parameters:
    ///   - method: in place of the file's.
    ///   - further: how many are wanted besides those that were asked for earlier.
    ///   - store: nil where there is none yet.
    public init(_ sweep: Sweep, method: Sweep.Method?, further: Int?, in store: ResultsStore?) throws {
        let isEndless = sweep.isEndless(by: method)
        isOpenEnded = isEndless && further == nil
        guard further != nil || isEndless else { return }
        let known = try Self.asked(for: sweep.name, in: store)
        let (sum, isTooLarge) = known.addingReportingOverflow(further ?? 0)
        most = isTooLarge ? .max : sum == 0 ? Self.batch : sum
    }

    /// As many again.
    public mutating func goOn() {
        guard let most else { return }
        self.most = most + max(Self.batch, most)
    }

    private static func asked(for name: String, in store: ResultsStore?) throws -> Int {
        guard let store, let record = try store.sweep(named: name) else { return 0 }
        return Set(try store.trials(of: record.id).filter(\.isPlanned).map(\.trial.configuration)).count
    }
}
