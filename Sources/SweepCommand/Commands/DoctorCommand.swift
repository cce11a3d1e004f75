import ArgumentParser
import ResultsStore
import Settings
import Sweeps

/// `sweep doctor`: whether the store is sound and agrees with the sweeps' folders.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the store and the sweeps' folders, and mend them.",
        discussion: """
            It checks the database, makes every trial anew from its folder and compares each row, and reads every \
            checkpoint. It changes nothing without '--mend'. With it, what differs is read again from the journals; a \
            store that is missing or damaged is made anew from them, and the damaged file is kept beside it.
            """)

    @Flag(help: "Mend what can be mended.")
    var mend = false

    @OptionGroup var options: StoreOptions

    func run() throws {
        var doctor = StoreDoctor(path: options.path, mends: mend, tell: options.output.message)
        let store = try doctor.examine()
        let findings = doctor.findings + PreparedDataFindings.all(in: options.dataCachePath, mends: mend)
        try options.output.result(options.json ? json(findings) : try text(findings, store))
        guard findings.allSatisfy({ $0.remedy != nil }) else {
            if !mend { options.output.message("'sweep doctor --mend' mends what can be mended.") }
            throw ExitCode(65)
        }
    }

    private func text(_ findings: [StoreDoctor.Finding], _ store: ResultsStore?) throws -> String {
        var lines = findings.map { finding in
            finding.words + (finding.remedy.map { " Mended: \($0)." } ?? "")
        }
        if let store {
            let sweeps = try store.sweeps()
            let trials = try sweeps.map { try store.trials(of: $0.id).count }.reduce(0, +)
            let state = findings.contains { $0.remedy == nil } ? "" : " is sound:"
            lines.append(
                "The store '\(SafeText.escaping(store.path))'\(state.isEmpty ? " has" : state) "
                    + "\(Phrases.count(sweeps.count, "sweep")), \(Phrases.count(trials, "trial")).")
        }
        return lines.joined(separator: "\n")
    }

    private func json(_ findings: [StoreDoctor.Finding]) -> String {
        SettingValue.list(
            findings.map { .mapping(["finding": .string($0.words), "remedy": SettingValue($0.remedy)]) }
        ).canonicalJSON
    }
}
