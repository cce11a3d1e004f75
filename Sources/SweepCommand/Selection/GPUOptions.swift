import ArgumentParser
import Foundation
import SweepRuns
import Sweeps
import TextReports
import TrialPrograms
import TrialScheduling

/// Which GPUs the trials of a program may have.
struct GPUOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "GPUs for the trials of a program, or 'none' (default: $CUDA_VISIBLE_DEVICES, else all that nvidia-smi lists).",
            valueName: "0,1"))
    var gpus: String?

    func validate() throws {
        guard let gpus, gpus != "none" else { return }
        let names = UsableGPUs.names(in: gpus)
        guard !names.isEmpty, names.count == gpus.split(separator: ",", omittingEmptySubsequences: false).count else {
            throw ValidationError(
                "'--gpus' is '\(gpus)'; it must be numbers such as 0,1, names such as GPU-8932f937, or 'none'.")
        }
        guard Set(names).count == names.count else { throw ValidationError("'--gpus' names a GPU twice: '\(gpus)'.") }
    }

    /// What this machine has for the sweep's trials; GPUs are looked for where they may want some.
    func machine(for prepared: PreparedSweep, _ output: CommandOutput) -> MachineResources {
        let cores = UsableCores.count
        guard let program = prepared.sweep.program, program.resources.gpus != 0 || gpus != nil else {
            return MachineResources(cores: cores)
        }
        let found = UsableGPUs.found(given: gpus)
        found.note.map(output.message)
        return MachineResources(cores: cores, gpus: found.names)
    }

    /// The same.
    ///
    /// - Throws: where it does not have what one trial asks for.
    func machine(for prepared: PreparedSweep, jobs: Int?, _ output: CommandOutput) throws -> MachineResources {
        let machine = machine(for: prepared, output)
        guard let slots = prepared.slots(jobs: jobs, on: machine), slots.count == 0 else { return machine }
        throw CommandError.wrongInput(
            "\(slots.sentence.prefix(1).uppercased() + slots.sentence.dropFirst()). '--gpus' names those that trials may have; "
                + "'resources.gpus' is what each asks for.")
    }
}
