import Analysis
import Foundation
import Settings
import SweepViews
import Sweeps

extension SweepReport {
    /// The report in words: the verdict before all details, then what to beware of, then the evidence.
    public var document: ReportDocument {
        let blocks =
            head + warningBlocks + groupBlocks + rankingBlocks + findingBlocks + chartBlocks + reproductionBlocks
            + programBlocks
        return ReportDocument(title: sweep, blocks: blocks)
    }

    private var head: [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = [.paragraph([.text(extentWords)])]
        if let description { blocks.append(.paragraph([.text(description)])) }
        blocks.append(.verdict(verdict.sentence))
        blocks += verdict.details.map { .paragraph([.text($0)]) }
        return blocks
    }

    /// "48 trials: 16 configurations with 3 seeds each, 4.8 s of training in all; judged by dev_accuracy …"
    private var extentWords: String {
        let (trials, configurations) = (extent.trialCount, extent.configurations)
        var words = "\(Phrases.count(trials, "trial")) of \(Phrases.count(configurations, "configuration"))"
        words += " with \(Phrases.count(extent.seeds.count, "seed"))"
        let finished = extent.trials[.finished] ?? 0
        words += finished == trials ? ", all finished" : " (\(extent.states))"
        if let seconds = extent.seconds { words += ", \(Phrases.duration(seconds)) of training in all" }
        let way = objective.goal == .maximize ? "the largest" : "the smallest"
        let epoch = objective.selection == .best ? "\(way) that a trial ever reached" : "at a trial's last epoch"
        if objective.isNamed {
            words += ". Judged by \(objective.metric), \(epoch)"
            words += objective.selection == .last ? ", \(way) first." : "."
        } else {
            words += ". Its file names no metric to judge by; '--by METRIC' says one."
        }
        if let condition { words += " Only trials with \(condition)." }
        return words
    }

    private var warningBlocks: [ReportDocument.Block] {
        warnings.isEmpty ? [] : [.heading("Beware"), .warnings(warnings.map(\.sentence))]
    }

    private var groupBlocks: [ReportDocument.Block] {
        guard let groups = verdict.groups else { return [] }
        let rows = groups.members.map { member in
            [
                member.value, member.label, unit.digits(member.summary.mean, margin: ranking.margin),
                ReportWords.interval(member.summary, unit, margin: ranking.margin), String(member.summary.count),
                member.standing?.words ?? "not compared",
            ]
        }
        let columns: [ReportDocument.Table.Column] = [
            .init(groups.parameter, isNumeric: false), .init("its best configuration", isNumeric: false),
            .init(objective.metric + unit.columnSuffix), .init("95 % interval"), .init("seeds"),
            .init("against best", isNumeric: false),
        ]
        return [
            .heading("The best of each \(groups.parameter)"),
            .table(.init(columns, rows: rows, emphasized: Self.best(groups.members.map(\.standing)))),
        ]
    }

    /// The best one's row.
    private static func best(_ standings: [Standing?]) -> Set<Int> {
        Set(standings.indices.filter { standings[$0] == .best })
    }

    private var rankingBlocks: [ReportDocument.Block] {
        guard !ranking.rows.isEmpty else { return [] }
        let rows = ranking.sections.flatMap { section in
            self.rows(of: section, margin: ReportRanking.margin(of: section.rows))
        }
        var columns: [ReportDocument.Table.Column] = [
            .init("rank"), .init("configuration", isNumeric: false), .init("seeds"),
            .init("mean" + unit.columnSuffix), .init("median"), .init("sd"), .init("95 % interval"),
            .init("against best", isNumeric: false), .init("epoch"), .init("time"),
        ]
        if ranking.hasNumbers { columns.insert(.init("#"), at: 1) }
        if ranking.kind != nil { columns.insert(.init("within", isNumeric: false), at: 0) }
        return [
            .heading("Ranking"),
            .table(.init(columns, rows: rows, emphasized: Self.best(ranking.rows.map(\.standing)))),
        ]
            + rankingRemarks
            + [.note(rankingNote)]
    }

    private func rows(of section: RankedConfigurations.Section, margin: Double) -> [[String]] {
        section.rows.map { row -> [String] in
            let summary = row.summary
            func digits(_ value: Double?) -> String { value.map { unit.digits($0, margin: margin) } ?? "–" }
            let part = ranking.kind == nil ? [] : [section.label ?? ""]
            let number = ranking.hasNumbers ? [String(row.number)] : []
            let cells: [String] = [
                row.label, String(summary?.count ?? 0),
                digits(summary?.mean),
                digits(summary?.median), digits(summary?.deviation),
                summary.map { ReportWords.interval($0, unit, margin: margin) } ?? "–",
                row.standing.words,
                row.result.epoch.map(Phrases.epoch) ?? "–", row.result.seconds.map(Phrases.duration) ?? "–",
            ]
            return part + [row.rank.map(String.init) ?? "–"] + number + cells
        }
    }

    /// How to read the ranking; of a single configuration nothing was picked.
    private var rankingNote: String {
        let isChoice = extent.configurations > 1
        let choice =
            "; that of the best is optimistic, since it was picked for its mean. ≈ best: cannot be told apart from the "
            + "best; worse: by more than chance explains, with allowance for having picked the best of all."
        let parts = ranking.kind.map { "Rank and standing: among configurations of the same \($0). " } ?? ""
        let numbers = ranking.hasNumbers ? "#: the number by which charts call a configuration. " : ""
        return parts + numbers
            + "Mean, median and sd (the standard deviation) are over a configuration's seeds; the interval "
            + (isChoice ? "of a configuration that was named beforehand " : "")
            + "holds the true mean in 95 of 100 cases, and needs at least 3 seeds" + (isChoice ? choice : ".")
            + " Epoch: where the objective was read, the median over seeds. Time: of one trial."
    }

    private var rankingRemarks: [ReportDocument.Block] {
        var sentences: [String] = []
        if ranking.unshown > 0 {
            sentences.append("\(Phrases.count(ranking.unshown, "more configuration")) not shown.")
        }
        if !ranking.valueless.isEmpty {
            let names = ReportWords.list(ranking.valueless, most: 3, "others")
            sentences.append("Without a value, since no trial finished with one: \(names).")
        }
        if let tied = ranking.tiedCount, tied > 1 {
            sentences.append("In all, \(Phrases.count(tied - 1, "other")) cannot be told apart from the best.")
        }
        if let remark = ranking.remark { sentences.append(remark) }
        return sentences.isEmpty ? [] : [.paragraph([.text(sentences.joined(separator: " "))])]
    }

    private var chartBlocks: [ReportDocument.Block] {
        charts.isEmpty ? [] : [.charts(heading: "Charts", charts)]
    }
}
