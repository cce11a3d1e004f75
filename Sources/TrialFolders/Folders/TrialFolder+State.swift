public import Foundation
import Settings
public import Sweeps

/// The state that a trial was set to apart from any attempt: cancelled while it waited, pending again after a failure.
extension TrialFolder {
    private var stateFile: String { path + "/state.json" }

    /// Notes the state; it counts until another attempt is claimed.
    public func note(_ state: TrialState, at time: Date) throws(FileError) {
        let newest = attempts().first?.number ?? 0
        try writeWhole(
            "{\"after_attempt\":\(newest),\"state\":\"\(state.rawValue)\",\"at\":\(time.milliseconds)}\n",
            to: stateFile)
    }

    /// Nil where there is none that counts.
    public func notedState() -> (state: TrialState, time: Date)? {
        guard let content = FileManager.default.contents(atPath: stateFile),
            let text = String(validating: content, as: UTF8.self),
            let fields = try? SettingValue(json: text).asMapping,
            let state = fields["state"]?.text.flatMap(TrialState.init(rawValue:)),
            let newest = fields["after_attempt"]?.count, let time = fields["at"]?.count,
            newest >= attempts().first?.number ?? 0
        else { return nil }
        return (state, Date(milliseconds: time))
    }
}
