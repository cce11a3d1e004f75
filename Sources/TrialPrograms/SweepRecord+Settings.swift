public import Expressions
public import ResultsStore
import SweepFiles
public import SweepViews
import Sweeps
import Workloads

extension SweepRecord {
    /// By its file as it last ran: how its configurations came about, and what settings come to that they do not name;
    /// nothing where they are those of another program.
    var settings: SweepSettings {
        guard let file = try? SweepFile(text: fileText, path: filePath) else {
            return SweepSettings(design: SweepDesign(isGrid: method == .grid))
        }
        var sweep = file.sweep
        // The method that it ran with may be another than the file's.
        sweep.method = method
        let design = SweepDesign(of: sweep)
        guard file.sweep.program == nil else { return SweepSettings(design: design) }
        let (folder, cache) = (SweepFile.folder(of: filePath), WorkloadCache(onlyChecks: true))
        return SweepSettings(
            design: design,
            defaults: { configuration, names in
                Workload.defaults(of: configuration, among: names, folder: folder, cache: cache)
            },
            idleness: { ScheduleNotes.sentences(of: $0, stepsPerEpoch: $1) })
    }
}

extension SweepView {
    /// Reads one sweep, or several as one, whose trials then have the label `sweep`, with their files' settings.
    ///
    /// - Throws: `StoreError`; `SweepViewError`; `ExpressionError` where the condition makes no sense for these trials.
    public init(
        of sweeps: [SweepRecord], in store: ResultsStore, judgedBy choice: ObjectiveChoice = ObjectiveChoice(),
        where condition: Expression? = nil, includingUnplanned: Bool = false,
        selection: MeasurementSelection = MeasurementSelection()
    ) throws {
        try self.init(
            of: sweeps, in: store, settings: \.settings, judgedBy: choice, where: condition,
            includingUnplanned: includingUnplanned, selection: selection)
    }

    /// - Throws: as for several.
    public init(
        of sweep: SweepRecord, in store: ResultsStore, judgedBy choice: ObjectiveChoice = ObjectiveChoice(),
        where condition: Expression? = nil, includingUnplanned: Bool = false,
        selection: MeasurementSelection = MeasurementSelection()
    ) throws {
        try self.init(
            of: [sweep], in: store, judgedBy: choice, where: condition, includingUnplanned: includingUnplanned,
            selection: selection)
    }

    /// The named trials, each by itself, with their files' settings.
    ///
    /// - Throws: `StoreError`.
    public init(
        comparing trials: [(sweep: SweepRecord, trial: TrialRecord)], in store: ResultsStore,
        selection: MeasurementSelection = MeasurementSelection()
    ) throws {
        try self.init(comparing: trials, in: store, settings: \.settings, selection: selection)
    }
}
