import Foundation
import Sweeps

/// Measures what an attempt costs the process that runs it.
struct UsageMeter {
    private let secondsBefore = Self.processorSeconds

    init() {
        ProcessMemory.forgetPeak()
    }

    /// Since the meter was made.
    ///
    /// - Parameter peakMemory: of a program that was run; nil for this process's own.
    func usage(peakMemory: Int? = nil) -> ResourceUsage {
        ResourceUsage(
            peakMemory: peakMemory ?? ProcessMemory.peak() ?? Self.usage(RUSAGE_SELF).ru_maxrss * 1024,
            processorSeconds: max(0, Self.processorSeconds - secondsBefore))
    }

    /// Of this process and of the ended ones that it started.
    private static var processorSeconds: Double {
        [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
            let usage = usage(who)
            return sum
                + [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        }
    }

    private static func usage(_ who: __rusage_who) -> rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(who.rawValue), &usage)
        return usage
    }
}
