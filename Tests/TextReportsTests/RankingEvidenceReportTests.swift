import Analysis
import Foundation
import Settings
import SweepViews
import Sweeps
import Testing

@testable import TextReports

@Suite("Rankings with evidence")
struct RankingEvidenceReportTests {
    private typealias Sample = RankingSample
    private static let rows = [
        (Sample.settings("adam", 0.01), Sample.seeds(0.96, 0.97, 0.95)),
        (Sample.settings("adam", 0.1), Sample.seeds(0.95, 0.97, 0.94)),
        (Sample.settings("sgd", 0.5), Sample.seeds(0.63, 0.65, 0.61)),
        (Sample.settings("sgd", 0.1), Sample.seeds(0.50, 0.53, 0.51)),
    ]

    /// The lines of the table from the one that begins with the title `rank`.
    private func table(_ report: RankReport, _ terminal: Terminal = .none) -> [String] {
        let lines = report.text(for: terminal).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return Array(lines.drop { !$0.hasPrefix("rank") }.prefix { !$0.isEmpty })
    }

    @Test("the verdict comes first, then the table with its marks, then how to read it")
    func text() {
        let text = Sample.report(Self.rows).text(for: .none)
        let parts = text.components(separatedBy: "\n\n")
        #expect(parts.count == 4)
        #expect(parts[0] == "x by dev_accuracy (maximize, best epoch): 12 of 12 trials finished")
        #expect(
            parts[1].hasPrefix(
                "adam lr 0.01 and adam lr 0.1 cannot be told apart; both beat sgd lr 0.5 (nearest, on average by 33 points, "
                    + "95 % interval "))
        #expect(
            table(Sample.report(Self.rows)).map { $0.prefix(70) }
                == [
                    "rank  dev_accuracy      sd  95 % interval  seeds  needed  P(1st)  median  epoch",
                    "=  1        0.9600  0.0100  0.9352…0.9848      3                  0.9600      4",
                    "=  2        0.9533  0.0153  0.9154…0.9913      3      23   2.5/3  0.9500      4",
                    "   3        0.6300  0.0200  0.5803…0.6797      3             3/3  0.6300      4",
                    "   4        0.5133  0.0153  0.4754…0.5513      3             3/3  0.5100      4",
                ].map { $0.prefix(70) })
        #expect(
            parts[3] == """
                =  cannot be told apart from the best
                needed: very roughly so many seeds each would tell it apart from the best (power 80 %), if the difference is what it seems
                P(1st): with how many of the seeds, or which share of pairs of seeds, the best does better; equal counts half
                95 % interval: of the mean of a configuration named beforehand; that of the best is optimistic

                """)
    }

    @Test("80 columns hold what counts, and no line is longer")
    func narrow() {
        let terminal = Terminal(width: 80, hasStyle: false)
        let text = Sample.report(Self.rows).text(for: terminal)
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        let lines = table(Sample.report(Self.rows), terminal)
        #expect(lines[0].hasSuffix("seeds  needed  P(1st)  configuration"))
        #expect(lines[1].hasSuffix("  adam, lr 0.01"))
        #expect(!text.contains("median") || text.contains("left out: median"))
        #expect(text.contains("P(1st): with") && text.contains("needed: very roughly"))
    }

    @Test("the best of each optimizer are compared with each other")
    func groups() {
        let report = Sample.report(Self.rows, groupedBy: "optimizer")
        let text = report.text(for: .none)
        #expect(text.contains("\n\nOf each optimizer its best: adam beats sgd by 33 points (95 % interval "))
        #expect(
            table(report).map { $0.prefix(44) }
                == [
                    "rank  optimizer  best of  dev_accuracy      sd  95 %",
                    "   1  adam             2        0.9600  0.0100",
                    "   2  sgd              2        0.6300  0.0200",
                ].map { $0.prefix(44) })
        #expect(report.json.contains(#""group_by":"optimizer""#))
        #expect(report.json.contains(#""picked_from":2"#))
    }

    @Test("the best of two groups that did equally well share a rank")
    func equalGroups() {
        let rows = [
            (Sample.settings("adam", 1), Sample.seeds(0.9, 0.8)), (Sample.settings("sgd", 1), Sample.seeds(0.8, 0.9)),
            (Sample.settings("rprop", 1), Sample.seeds(0.1, 0.2)),
        ]
        let lines = table(Sample.report(rows, groupedBy: "optimizer"))
        #expect(lines.dropFirst().map { $0.prefix(8).dropFirst(3) } == ["1  ad", "1  sg", "3  rp"])
    }

    @Test("one seed each: no verdict, no interval, and it says so")
    func oneSeed() {
        let report = Sample.report([
            (Sample.settings("adam", 1), Sample.seeds(0.9)), (Sample.settings("sgd", 1), Sample.seeds(0.8)),
        ])
        #expect(
            report.text(for: .none).contains(
                "\n\nadam is ahead, but with one seed each nothing can be told apart, and no interval can be given; "
                    + "train at least 3 seeds.\n\n"))
        #expect(
            table(report) == [
                "rank  dev_accuracy  seeds  epoch    time  optimizer  best trial",
                "   1        0.9000      1      4  2.00 s  adam       \(report.trial(0))",
                "   2        0.8000      1      4  2.00 s  sgd        \(report.trial(1))",
            ])
        #expect(report.json.contains(#""interval":null"#))
    }

    @Test("what is ahead with too few seeds to be compared is marked, and so is the best of those compared")
    func undecided() {
        let report = Sample.report([
            (Sample.settings("adam", 1), Sample.seeds(0.99)),
            (Sample.settings("sgd", 1), Sample.seeds(0.8, 0.82, 0.81)),
            (Sample.settings("rprop", 1), Sample.seeds(0.1, 0.12, 0.11)),
        ])
        #expect(table(report).dropFirst().map { $0.prefix(4) } == ["?  1", "=  2", "   3"])
        #expect(report.text(for: .none).contains("\n?  too few seeds to be compared\n"))
        #expect(report.text(for: .none).contains("; adam has too few seeds to be compared with sgd.\n"))
    }

    @Test("two seeds: compared, but without intervals, which is said")
    func twoSeeds() {
        let text = Sample.report([
            (Sample.settings("adam", 1), Sample.seeds(0.9, 0.91)), (Sample.settings("sgd", 1), Sample.seeds(0.8, 0.82)),
        ]).text(for: .none)
        #expect(text.contains("No intervals of means are given with two seeds; they take at least three."))
        #expect(!text.contains("95 % interval  "))
    }

    @Test("what lost seeds comes last, is marked, and a better mean of it is spoken of")
    func lostSeeds() {
        let report = Sample.report([
            (Sample.settings("adam", 1), [.reached(0.99), .ended(.diverged), .ended(.diverged)]),
            (Sample.settings("sgd", 1), Sample.seeds(0.8, 0.82, 0.81)),
            (Sample.settings("sgd", 2), Sample.seeds(0.5, 0.52, 0.51)),
            (Sample.settings("rprop", 1), [.ended(.failed), .ended(.diverged)]),
        ])
        let lines = table(report)
        #expect(lines[1].hasPrefix("   1        0.8100") && lines[2].hasPrefix("   2        0.5100"))
        #expect(lines[3].hasPrefix("!  3        0.9900"))
        #expect(lines[3].contains("2 diverged"))
        #expect(lines[4].hasPrefix("   –") && lines[4].contains("1 diverged, 1 failed"))
        #expect(report.text(for: .none).contains("\n\nsgd lr 1 beats sgd lr 2 by 30.0 points"))
        #expect(report.text(for: .none).contains("\n!  lost seeds; each counts as worse than any value"))
        #expect(
            report.notes == [
                "Not counted: 3 diverged, 1 failed.",
                "adam lr 1 has the best mean, but only of 1 of 3 seeds: the others came to no value.",
            ])
        #expect(report.json.contains(#""standing":"lost_seeds""#))
    }

    @Test("a finished trial without a value is a lost seed too")
    func withoutValue() {
        let report = Sample.report([
            (Sample.settings("adam", 1), [.reached(0.99), .reached(.nan)]),
            (Sample.settings("sgd", 1), Sample.seeds(0.8, 0.82)),
        ])
        #expect(table(report)[1].hasPrefix("   1        0.8100"))
        #expect(table(report)[2].contains("1 without value"))
    }

    @Test("all diverged: no table, and it says why")
    func allDiverged() {
        let report = Sample.report([(Sample.settings("adam", 1), [.ended(.diverged), .ended(.diverged)])])
        #expect(
            report.text(for: .none)
                == "x by dev_accuracy (maximize, best epoch): none of 2 trials has finished (2 diverged).")
        #expect(report.notes.isEmpty)
    }

    @Test("a single configuration has its mean and interval for a verdict")
    func single() {
        func sentence(_ values: Double...) -> String {
            RankedConfigurations(Sample.view([(Sample.settings("adam", 1), values.map { .reached($0) })])).sentence
        }
        #expect(sentence(0.8, 0.82, 0.81) == "The only configuration comes to 81 % (95 % interval 79…83).")
        #expect(
            sentence(0.8)
                == "The only configuration comes to 80.0 % (1 seed: no interval can be given; at least 3 seeds are "
                + "needed).")
    }

    @Test("an accuracy's interval ends at one, a loss's does not")
    func bounds() {
        let rows = [
            (Sample.settings("adam", 1), Sample.seeds(1, 0.98, 0.96)),
            (Sample.settings("sgd", 1), Sample.seeds(0.5, 0.52, 0.54)),
        ]
        #expect(table(Sample.report(rows))[1].contains("0.9303…1.0000"))
        let losses = Sample.report(rows, objective: Objective(metric: "dev_loss", goal: .minimize))
        #expect(table(losses)[2].contains("0.9303…1.0297"))
        #expect(table(losses)[1].hasPrefix("   1    0.5200"))
        #expect(losses.text(for: .none).contains("sgd beats adam by 0.46"))
    }

    @Test("a loss's interval ends at zero, and no difference of accuracies is more than 100 points")
    func impossible() {
        let rows = [
            (Sample.settings("adam", 1), Sample.seeds(0.99, 0.9)), (Sample.settings("sgd", 1), Sample.seeds(0, 0.1)),
        ]
        #expect(Sample.report(rows).json.contains(#",1],"paired":true"#))
        let losses = [(Sample.settings("adam", 1), Sample.seeds(0.1, 0.3, 0.01))]
        let objective = Objective(metric: "dev_loss", goal: .minimize)
        #expect(table(Sample.report(losses, objective: objective))[1].contains(" 0.0000…"))
    }

    @Test("seeds needed are the same in the sentence and in the table, and epochs have no needless digits")
    func rounding() {
        let rows = [
            (Sample.settings("adam", 1), Sample.seeds(0.96, 0.97, 0.953)),
            (Sample.settings("sgd", 1), Sample.seeds(0.962, 0.961, 0.957)),
        ]
        let report = Sample.report(rows)
        let second = table(report)[2].split(separator: " ").map(String.init)
        #expect(report.text(for: .none).contains("very roughly \(second[6]) seeds each would"), "\(second)")
        #expect((Int(second[6]) ?? 0) > 100 && second[6].hasSuffix("0"))
        #expect(table(report)[1].contains("      4  2.00 s"))
    }

    @Test("the best at the edge of what was tried is noted, by a metric of held-out data or the sweep's own")
    func edge() {
        let rows = [0.1, 0.2, 0.4].enumerated().map { index, lr in
            let level = 0.5 + 0.2 * Double(index)
            return (Sample.settings("adam", lr), Sample.seeds(level, level + 0.01, level + 0.02))
        }
        // With an objective that the sweep does not have, but of held-out data.
        let view = Sample.view(rows, own: Objective(metric: "batch_loss", goal: .minimize))
        #expect(RankReport(RankedConfigurations(view)).notes.count == 1)
        #expect(
            Sample.report(rows).notes == [
                "The best lr, 0.4, is the largest of 3 that were tried (0.1…0.4): better values may lie beyond it; try "
                    + "larger ones."
            ])
    }

    @Test("control characters in labels reach no terminal")
    func escaping() {
        let text = Sample.report([
            (Sample.settings("a\u{1b}[2J", 1), Sample.seeds(0.9, 0.91)),
            (Sample.settings("b", 1), Sample.seeds(0.8, 0.82)),
        ]).text(for: .none)
        #expect(!text.contains("\u{1b}"))
    }
}

extension RankReport {
    fileprivate func trial(_ row: Int) -> String { configurations.rows[row].result.values[0].trial.shortName }
}
