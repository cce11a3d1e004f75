/// How many trials of a program run at once on a machine, and why.
public struct TrialSlots: Hashable, Sendable {
    /// 0 where the machine does not have what one trial asks for.
    public let count: Int
    /// `4 trials at once: one on each of 4 GPUs`
    public let sentence: String
}

extension TrialResources {
    /// - Parameters:
    ///   - jobs: how many the person wants at once; nil: as many as the machine serves.
    public func slots(jobs: Int?, on machine: MachineResources) -> TrialSlots {
        let (count, reason) = slots(cores: machine.cores, gpus: machine.gpus.count)
        guard count > 0, let jobs else { return TrialSlots(count: count, sentence: Self.words(count, reason)) }
        return TrialSlots(count: jobs, sentence: Self.words(jobs, "as 'jobs' says"))
    }

    private static func words(_ count: Int, _ reason: String) -> String {
        count == 0 ? "no trial can run here: \(reason)" : "\(Phrases.count(count, "trial")) at once: \(reason)"
    }

    private func slots(cores: Int, gpus: Int) -> (count: Int, reason: String) {
        let wanted = self.gpus ?? (gpus > 0 ? 1 : 0)
        if wanted > 0 {
            let each = wanted < 1 ? "\(NumberWords.text(wanted)) of a GPU" : Phrases.count(Int(wanted), "GPU")
            guard Double(gpus) >= wanted else {
                return (
                    0, "each needs \(each), and there \(gpus == 1 ? "is" : "are") \(gpus == 0 ? "none" : "\(gpus)")"
                )
            }
            let count = wanted < 1 ? gpus * Int((1 / wanted + 1e-9).rounded(.down)) : gpus / Int(wanted)
            return (count, "\(Phrases.count(gpus, "GPU")), and \(each) for each")
        }
        guard let own = self.cores else { return (cores, "as many as cores, each with one core's threads") }
        guard own <= cores else { return (1, "each asks for \(Phrases.count(own, "core")), and there are \(cores)") }
        return (cores / own, "\(Phrases.count(cores, "core")), and \(own) for each")
    }
}
