import ResultsStore
import SweepFiles
import Sweeps
import Workloads

extension SweepRecord {
    /// What settings come to that its configurations do not name; nothing where they are those of another program.
    var defaults: SettingDefaults {
        let (folder, cache) = (SweepFile.folder(of: filePath), WorkloadCache(onlyChecks: true))
        guard let file = try? SweepFile(text: fileText, path: filePath), file.sweep.program == nil,
            file.sweep.command == nil
        else { return { _, _ in [:] } }
        return { configuration, names in
            Workload.defaults(of: configuration, among: names, folder: folder, cache: cache)
        }
    }

    /// How its configurations came about, by its file as it last ran.
    var design: SweepDesign {
        (try? SweepFile(text: fileText, path: filePath)).map { SweepDesign(of: $0.sweep) }
            ?? SweepDesign(isGrid: method == .grid)
    }
}
