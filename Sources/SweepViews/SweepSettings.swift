public import Settings
public import Sweeps

/// What is known of a sweep's settings beside its record, by whoever can read its file and knows what it trains.
public struct SweepSettings: Sendable {
    /// How its configurations came about.
    public let design: SweepDesign
    /// What settings come to that its configurations do not name.
    public let defaults: SettingDefaults
    /// What of a configuration's settings never acted, or ended trainings before their time, each a sentence.
    public let idleness: Idleness

    public typealias Idleness = @Sendable (_ settings: [String: SettingValue], _ stepsPerEpoch: Int) -> [String]

    public init(
        design: SweepDesign = SweepDesign(), defaults: @escaping SettingDefaults = { _, _ in [:] },
        idleness: @escaping Idleness = { _, _ in [] }
    ) {
        self.design = design
        self.defaults = defaults
        self.idleness = idleness
    }
}
