import ArgumentParser
import Foundation
import ResultsStore
import SweepRuns
import TextReports
import TrialPrograms
import Workloads

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
        var doctor = StoreDoctor(path: options.path, mends: mend, checkpoints: .workloads) {
            options.output.message(SafeText.escaping($0.words))
        }
        let store = try doctor.examine()
        let report = DoctorReport(
            doctor.findings, damagedData: PreparedData.damagedFiles(in: options.dataCachePath),
            isRemoved: { mend && unlink($0) == 0 })
        try options.output.result(options.json ? report.json : try report.text(store))
        guard report.isSound else {
            if !mend, report.isMendable {
                options.output.message("'sweep doctor --mend' mends what can be mended.")
            }
            throw ExitCode(65)
        }
    }
}
