import Datasets
import Networks
import Settings
import Synchronization
import Tensors
import Training

/// What the workloads of one process share: data that were read, and answers to what many configurations ask alike.
public final class WorkloadCache: Sendable {
    private struct DataKey: Hashable {
        let setting: SettingValue
        let folder: String
    }

    private struct State {
        var settings: [DataKey: DataSettings] = [:]
        var weightFiles: [WeightFile.Key: WeightFile] = [:]
        var layouts: [Architecture: TensorLayout] = [:]
    }

    let data: DataCache
    private let state = Mutex(State())

    /// - Parameters:
    ///   - preparedFolder: where data from files are kept so that all processes share them; nil: each process prepares
    ///     them anew.
    ///   - onlyChecks: whether nothing is written: workloads can be made, but not trained.
    ///   - progress: hears of preparations: what is under way (`preparing pets`) and how far it has come
    ///     (`: 40 % of 2000`, or nothing); nil: it has ended, well or not.
    public init(
        preparedFolder: String? = nil, onlyChecks: Bool = false,
        progress: @escaping @Sendable ((activity: String, extent: String)?) -> Void = { _ in }
    ) {
        data = DataCache(preparedFolder: preparedFolder, onlyChecks: onlyChecks) { report in
            progress(report.map { ($0.activityText, $0.extentText) })
        }
    }

    /// The data setting, read once for all configurations that share it.
    func dataSettings(_ setting: SettingValue, folder: String) throws -> DataSettings {
        let key = DataKey(setting: setting, folder: folder)
        if let known = state.withLock({ $0.settings[key] }) { return known }
        let settings = try DataSettings(setting, folder: folder)
        state.withLock { $0.settings[key] = settings }
        return settings
    }

    /// What the weight file at `path` is, checked against a network of this form.
    func weightFile(_ path: String, for architecture: Architecture) throws -> WeightFile {
        let key = try WeightFile.Key(path: path, architecture: architecture)
        if let known = state.withLock({ $0.weightFiles[key] }) { return known }
        let file = try WeightFile(path: path, architecture: architecture)
        state.withLock { $0.weightFiles[key] = file }
        return file
    }

    /// Where the parameters of a network of this form lie.
    func layout(of architecture: Architecture) -> TensorLayout {
        if let known = state.withLock({ $0.layouts[architecture] }) { return known }
        let layout = Network(architecture).layout
        state.withLock { $0.layouts[architecture] = layout }
        return layout
    }
}
