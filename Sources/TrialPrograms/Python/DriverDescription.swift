import Settings
import Sweeps

/// What a script says by `wandb.sweep(…)` and `wandb.agent(…)`, as `sweep_trial/driver.py` writes it down.
struct DriverDescription: Decodable {
    /// The sweep's keys, each with its value as YAML on one line.
    let keys: [[String]]
    /// Whether the script came to its agent.
    let agent: Bool
    /// The function that the agent calls; nil where it is given none.
    let function: String?
    /// Configurations that the agent is to train.
    let count: Int?

    struct Problem: Error {
        let message: String
    }

    /// No arguments: the function reads its configuration from `wandb.config`, and the script may have its own.
    static let command = ["${env}", "${interpreter}", "${program}"]

    /// A sweep file that says the same.
    ///
    /// - Parameter script: the script's name in its folder.
    func text(for script: String) throws(Problem) -> String {
        var entries = keys.filter { $0.count == 2 }.map { (key: $0[0], value: $0[1]) }
        if function != nil {
            // A function is called in place of whatever program the sweep names.
            entries.removeAll { ["program", "command"].contains($0.key) }
            entries.append(("program", Self.text(.string(script))))
            entries.append(("command", Self.text(.list(Self.command.map(SettingValue.string)))))
        } else if !entries.contains(where: { ["program", "command"].contains($0.key) }) {
            throw Problem(
                message: agent
                    ? "wandb.agent(…) gets no function, and the sweep names no 'program': pass the function that trains, or "
                        + "write 'program' into what wandb.sweep(…) gets."
                    : "The script describes a sweep, but never calls wandb.agent(…, function), and the sweep names no "
                        + "'program': add either.")
        }
        let isEndless = !entries.contains { $0.key == "run_cap" || $0.key == "method" && $0.value == "\"grid\"" }
        if let count, count > 0, isEndless { entries.append(("run_cap", String(count))) }
        return entries.map { "\(Self.text(.string($0.key))): \($0.value)\n" }.joined()
    }

    private static func text(_ value: SettingValue) -> String { value.canonicalJSON }
}
