import Analysis
import Foundation
import SweepViews
import Sweeps

extension SweepReport {
    /// What the parameters did, in words and a table.
    var findingBlocks: [ReportDocument.Block] {
        guard let findings else { return [] }
        let heading = ReportDocument.Block.heading("What each parameter does")
        if findings.parameters.count == 1, findings.parameters[0].levels.allSatisfy({ $0.count == 1 }) {
            // A table of it would be the ranking again.
            let words = "Only \(findings.parameters[0].name) varies, so the ranking says what it does."
            return [heading, .paragraph([.text(words)])]
        }
        if findings.isOfAlternatives {
            let words = "Each configuration departs from the base line in one thing, so the ranking says what it does."
            return [heading, .paragraph([.text(words)])]
        }
        if let name = findings.soleName {
            let words =
                "Most values of \(name) were tried in one configuration each, so the ranking says what they do."
            return [heading, .paragraph([.text(words)])]
        }
        return [
            heading, .paragraph([.text(importanceWords(findings))]), .table(table(of: findings)),
            .note(
                "Set off: the values of the best configuration. Best and mean are over all configurations with that "
                    + "value; where a few bad settings spoil the mean, the best tells more."
                    + (findings.reliability == .none ? "" : Self.effectNote)),
        ]
    }

    private static let effectNote =
        " Effect: what the forest predicts with the value, averaged over all values of everything else, tried together "
        + "or not."

    private func table(of findings: ParameterFindings) -> ReportDocument.Table {
        let hasShares = findings.reliability != .none
        let value = { (value: Double) in unit.digits(value, margin: ranking.margin) }
        var rows: [[String]] = []
        var emphasized: Set<Int> = []
        for parameter in findings.parameters {
            for (index, level) in parameter.levels.enumerated() {
                if level.isWinners { emphasized.insert(rows.count) }
                let share = index == 0 ? parameter.share.map { Self.percent($0.mean) } ?? "–" : ""
                rows.append(
                    [index == 0 ? parameter.name : ""] + (hasShares ? [share] : [])
                        + [level.words, String(level.count), value(level.best), value(level.mean)]
                        + (hasShares ? [level.effect.map(value) ?? "–"] : []))
            }
        }
        let columns: [ReportDocument.Table.Column] =
            [.init("parameter", isNumeric: false)] + (hasShares ? [.init("importance")] : [])
            + [
                .init("value"), .init("configurations"), .init("best with it" + unit.columnSuffix),
                .init("mean with it" + unit.columnSuffix),
            ] + (hasShares ? [.init("effect" + unit.columnSuffix)] : [])
        return .init(columns, rows: rows, emphasized: emphasized)
    }

    private func importanceWords(_ findings: ParameterFindings) -> String {
        guard let explained = findings.explained else {
            return "How important each parameter is cannot be said: there are too few different results."
        }
        let count = extent.configurations - ranking.valueless.count
        let share = Self.percent(explained)
        let method =
            "Importance is the share of the differences between configurations that a parameter accounts for by itself "
            + "(functional ANOVA over a forest of regression trees; Hutter et al., 2014)."
        switch findings.reliability {
        case .none:
            return
                "How important each parameter is cannot be said: a model of these \(count) configurations predicts next "
                + "to nothing about one that it has not seen."
        case .low:
            return "\(method) The forest explains only \(share) of the differences in configurations that it has not "
                + "seen, so take these shares for a guess.\(interactionWords(findings))"
        case .high:
            return "\(method) The forest explains \(share) of the differences in configurations that it has not seen."
                + interactionWords(findings)
        }
    }

    /// What lies in pairs of parameters beyond each by itself.
    private func interactionWords(_ findings: ParameterFindings) -> String {
        let pairs = findings.interactions.map { "\($0.first) with \($0.second) (\(Self.percent($0.share.mean)))" }
        if pairs.isEmpty { return "" }
        return " Beyond that, what one parameter does depends on another: \(pairs.joined(separator: ", "))."
    }

    /// `83 %`; what is not nothing is not called 0 %, what is not all not 100 %.
    private static func percent(_ share: Double) -> String {
        let percent = 100 * share
        if percent > 0, percent < 1 { return "< 1 %" }
        return percent < 100 && percent > 99 ? "> 99 %" : String(format: "%.0f %%", percent)
    }
}
