import Analysis
import SweepViews
import Sweeps

/// How to read a chart of configurations.
extension ShownConfigurations {
    /// What is averaged, what is left out, how trials ended.
    ///
    /// - Parameters:
    ///   - curves: all that are drawn in colour.
    ///   - banded: those of them whose spread is drawn.
    ///   - isCut: whether bands end at the least seed.
    ///   - hasCrosses: whether ends of diverged trials are marked.
    func subtitle(
        _ curves: [SeedCurve], banded: [SeedCurve] = [], isCut: Bool = false, hasCrosses: Bool, more: [String] = []
    ) -> String {
        var sentences = [SeedWords.sentence(curves.map(\.seeds)) + bands(banded) + "."]
        if leavesOut { sentences.append(best) }
        if isCut { sentences.append("Bands reach no further below the mean than above.") }
        sentences += more
        if let warning = results.incomparability(of: metrics) { sentences.append(warning) }
        if let parameter = options.color { sentences.append("Colours are values of \(parameter).") }
        return (sentences + [ends(hasCrosses: hasCrosses)].compactMap(\.self)).joined(separator: " ")
    }

    /// Which ones are shown, or in colour.
    private var best: String {
        let manner = others.isEmpty ? "Shown" : "In colour"
        let counted = options.facet == nil ? "\(named.count) of \(all)" : "\(count)"
        let place = options.facet == nil ? "" : " of each panel"
        let asked = options.facet == nil ? options.top ?? 0 : 0
        let metric = results.objective.metric
        let which =
            results.ranking.comparability.map {
                "\(counted) configurations\(place), of each \($0.kind) the best by \(metric)"
            }
            ?? "the best \(counted) configurations\(place) by \(metric)"
        return "\(manner): \(which)"
            + (asked > named.count && all > named.count ? "; more than these no legend could tell apart." : ".")
    }

    /// How trials ended that did not finish; nil if all did.
    private func ends(hasCrosses: Bool) -> String? {
        guard let ends = results.otherEnds else { return nil }
        let members = named.flatMap(\.members)
        let isMixed = members.contains { $0.comparable.count < $0.trials.count }
        let unseen = results.trials.filter { $0.outcome.state == .diverged && !$0.hasMeasured(metrics) }.count
        return ends + (unseen > 0 ? " (\(unseen) before there was a value to draw)" : "")
            + (hasCrosses ? "; a cross marks the end of what diverged" : "")
            + (isMixed ? "; means leave out seeds that diverged" : "") + "."
    }

    private func bands(_ curves: [SeedCurve]) -> String {
        if options.band == .interval, !curves.isEmpty, curves.allSatisfy({ $0.spread == .none }) {
            return ", no interval: that takes 3 seeds"
        }
        let shown = curves.filter(\.hasBand)
        let spreads = Set(shown.map(\.spread))
        let owner = bandsOfAll ? "" : " of the best"
        if spreads.contains(.interval) { return ", band: the 95 % interval of the mean\(owner)" }
        if spreads.contains(.deviation) {
            return ", band\(owner) ± 1 standard deviation"
                + (spreads.contains(.range) ? " (of 2 seeds from one to the other)" : "")
        }
        return spreads.contains(.range) ? ", band\(owner) from the least to the greatest" : ""
    }

    /// What was smoothed beyond the usual.
    var smoothing: [String] {
        guard let window = options.smoothing, window > 1 else { return [] }
        return ["Smoothed: each point is the mean over \(window)."]
    }
}
