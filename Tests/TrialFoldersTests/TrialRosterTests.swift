import Foundation
import Settings
import Sweeps
import Testing

@testable import TrialFolders

@Suite("A sweep's list of trials")
struct TrialRosterTests {
    static let trial = RegisteredTrial(
        trial: Trial(configuration: Configuration(["lr": .number(0.1)]), seed: 7, data: "d"), number: 3,
        configurationNumber: 2, isPlanned: true, createdAt: Date(milliseconds: 1_796_065_841_423))

    @Test("it reads back as it was written")
    func readsBack() {
        let other = RegisteredTrial(
            trial: Trial(configuration: Configuration(["lr": .number(0.2)]), seed: 7, data: "d"), number: 4,
            configurationNumber: nil, isPlanned: false, createdAt: Date(milliseconds: 0))
        let roster = TrialRoster([Self.trial, other])
        #expect(TrialRoster(text: roster.text) == roster)
    }

    @Test(
        "lines with numbers that nothing has are left out, and the others read",
        arguments: [
            (#""number":3"#, #""number":9223372036854775807"#), (#""number":3"#, #""number":-1"#),
            (#""configuration_number":2"#, #""configuration_number":9223372036854775807"#),
            (#""created_at":1796065841423"#, #""created_at":-9223372036854775808"#),
            (#""seed":7"#, #""seed":8"#), (#""number":3"#, #""number":"3""#),
        ])
    func damaged(old: String, new: String) {
        let line = TrialRoster([Self.trial]).text
        #expect(line.contains(old))
        let text = line.replacing(old, with: new) + "\0\n" + line
        #expect(TrialRoster(text: text).trials == [Self.trial])
    }
}
