import SweepViews
import Sweeps

extension SweepReport {
    /// How to train the winner again, and how to confirm it.
    var reproductionBlocks: [ReportDocument.Block] {
        guard let reproduction, let winner = verdict.winner else { return [] }
        let seeds = reproduction.seeds.map(String.init).joined(separator: ", ")
        let noun = reproduction.seeds.count == 1 ? "seed" : "seeds"
        var blocks: [ReportDocument.Block] = [
            .heading("How to reproduce the winner"),
            .paragraph([
                .text("This sweep file trains \(winner) with \(noun) \(seeds)" + promise + " Save it as "),
                .code(reproduction.fileName),
                .text(
                    reproduction.command == nil ? ", and run it:" : ", or let the first command write it, and run it:"),
            ]),
            .code(reproduction.sweepFile, language: "yaml"),
        ]
        let make = reproduction.command.map { "\($0) > \(reproduction.fileName)\n" } ?? ""
        blocks.append(.code(make + reproduction.run(reproduction.fileName), language: "sh"))
        blocks += confirmation(reproduction)
        return blocks
    }

    /// What may be expected of it.
    private var promise: String {
        program == nil
            ? "; the same build on the same machine gives the same measurements to the last bit."
            : ". Whether it measures the same again is for the program to see to."
    }

    /// The winner was picked by these very seeds, which flatter it; others do not.
    private func confirmation(_ reproduction: Reproduction) -> [ReportDocument.Block] {
        guard extent.configurations > 1 else { return [] }
        let reason =
            "The winner was picked by its results with "
            + (reproduction.seeds.count == 1 ? "this seed, which flatters" : "these seeds, which flatter") + " it. "
        if let command = reproduction.confirmation {
            let name = reproduction.confirmationName
            return [
                .paragraph([.text(reason + "Seeds that had no part in choosing it confirm it:")]),
                .code("\(command) > \(name)\n\(reproduction.run(name))", language: "sh"),
            ]
        }
        let fresh = Sweep.smallestSeeds(10, avoiding: Set(extent.seeds)).map(String.init).joined(separator: ", ")
        return [
            .paragraph([
                .text(reason + "To confirm it with seeds that had no part in choosing it, write "),
                .code("seeds: [\(fresh)]"), .text(" and another "), .code("name"),
                .text(" into the file and run that."),
            ])
        ]
    }
}
