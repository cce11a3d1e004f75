import Foundation
import Settings
import SweepFiles
import SweepPlanning
import SweepRuns
import Sweeps
import Testing
import Workloads

@testable import TrialPrograms

/// Files as W&B's users write them; the first line of each says what must come of it.
struct WandbFileTests {
    private enum Expectation: Equatable {
        case trials(Sweep.Method, Int)
        case endless
        case error(SourcePosition?)
    }

    private struct Sample: CustomStringConvertible {
        let name: String
        let expectation: Expectation
        /// The word in quotation marks that an error begins with.
        let subject: String?
        let isBayes: Bool

        var path: String { WandbFileTests.folder.appending(path: name).path }
        var description: String { name }

        init(_ name: String) throws {
            self.name = name
            let text = try String(contentsOf: WandbFileTests.folder.appending(path: name), encoding: .utf8)
            isBayes = text.contains(/(?m)^method: bayes/)
            let line = String(text.prefix { !$0.isNewline })
            if let found = line.firstMatch(of: /expect: error (\d+):(\d+): (?:'([^']*)')?/) {
                let (line, column) = (Int(found.1) ?? 0, Int(found.2) ?? 0)
                expectation = .error(SourcePosition(line: line, column: column))
                subject = found.3.map(String.init)
                return
            }
            subject = nil
            if line.contains("expect: error:") {
                expectation = .error(nil)
            } else if line.contains("expect: endless") {
                expectation = .endless
            } else {
                let found = try #require(line.firstMatch(of: /expect: (grid|random) (\d+) trial/))
                expectation = .trials(found.1 == "grid" ? .grid : .random, try #require(Int(found.2)))
            }
        }
    }

    static var folder: URL { Bundle.module.bundleURL.appending(path: "WandbFiles") }

    private static func samples() throws -> [Sample] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted().map(Sample.init)
    }

    private func prepare(_ sample: Sample) throws -> PreparedSweep {
        let file = try SweepFile.read(path: sample.path)
        let method = sample.isBayes ? Sweep.Method.random : nil
        return try PreparedSweep(
            file: file, checking: .workloads(WorkloadCache(onlyChecks: true)), method: method,
            configurations: file.sweep.isEndless(by: method) ? 5 : nil)
    }

    private func prepare(_ name: String) throws -> PreparedSweep { try prepare(Sample(name)) }

    @Test func `every file is planned, or refused, as its first line says`() throws {
        let samples = try Self.samples()
        #expect(samples.count == 89)
        for sample in samples {
            if sample.name == Self.finite { continue }
            switch sample.expectation {
            case .trials(let method, let count):
                let prepared = try prepare(sample)
                #expect(
                    prepared.sweep.method == method && prepared.plan.trials.count == count,
                    "\(sample): \(prepared.plan.trials.count)")
            case .endless:
                let prepared = try prepare(sample)
                #expect(
                    prepared.sweep.isEndless && prepared.plan.configurations.count == 5 || prepared.plan.isWholeSpace,
                    "\(sample)")
            case .error(let position):
                let error = try #require(throws: SweepFileError.self, "\(sample)") { try prepare(sample) }
                let problems = [error.first] + error.others
                guard let position else { continue }
                let there = problems.filter { $0.position == position }
                #expect(!there.isEmpty, "\(sample): \(error)")
                if let subject = sample.subject {
                    #expect(there.contains { $0.message.hasPrefix("'\(subject)'") }, "\(sample): \(error)")
                }
            }
        }
    }

    /// W&B draws some of its 24 configurations several times; here each is one.
    private static let finite = "random-probabilities.yaml"

    @Test func `of a finite space random search has each configuration once`() throws {
        let prepared = try prepare(Self.finite)
        #expect(prepared.sweep.runCap == 40 && (20...24).contains(prepared.plan.trials.count))
        #expect(prepared.plan.isWholeSpace && prepared.plan.notes.count == 1)
    }

    @Test func `a file with the method bayes is refused with the way out`() throws {
        let path = Self.folder.appending(path: "bayes-plain.yaml").path
        let error = try #require(throws: SweepFileError.self) {
            try PreparedSweep(file: path, cache: WorkloadCache(onlyChecks: true))
        }
        #expect(error.position == SourcePosition(line: 3, column: 9))
        #expect(error.message.hasSuffix("'--method random' searches at random."))
    }

    @Test(
        arguments: [
            ("bad-no-method.yaml", "'method' is missing"), ("bayes-no-metric.yaml", "it needs a 'metric'"),
            ("no-program.yaml", "neither 'program' nor 'command'"), ("stop-no-band.yaml", "it leaves no band"),
            ("stop-no-metric.yaml", "it needs a 'metric'"), ("stop-unknown-type.yaml", "this version knows: hyperband"),
            ("wrapped.yaml", "it wraps the sweep"), ("launch-job.yaml", "W&B Launch jobs cannot be run here"),
        ])
    func `what is refused as a whole is said`(name: String, words: String) throws {
        let error = try #require(throws: SweepFileError.self) { try prepare(name) }
        #expect(error.description.contains(words), "\(error)")
    }

    @Test(
        arguments: [
            (
                "command-args-in-the-middle.yaml",
                "/usr/bin/env python run.py --gpu --l1-weight=0 --l2-weight=0 --language=eng manual"
            ),
            ("command-boolean-flags.yaml", "python train.py --steps 3000 --amp --n=1 --quoted=True"),
            ("command-default-spelled-out.yaml", "/usr/bin/env python train.py --a=1 --b=True"),
            (
                "command-json.yaml",
                "python main.py fit --config {\"data.batch_size\": 2, \"model.dim\": 32, \"optimizer.init_args.lr\": 0.0001}"
            ),
            ("command-no-args.yaml", "/usr/bin/env python3 train.py"),
            ("command-numbers.yaml", "/usr/bin/env python conv.py 14 1 --flag --lr 0.50"),
            ("command-other-macros.yaml", "python t.py --a 1 +a=1 ++a=1 --root=/home/x"),
            ("command-shell-script.yaml", "/usr/bin/env ./sweep_train.sh"),
            ("command-torchrun.yaml", "/usr/bin/env torchrun --standalone --nproc_per_node=3 train.py"),
            ("command-unknown-macro.yaml", "/usr/bin/env python vae.py --lr --seed --bs=${bs}"),
            ("command-windows.yaml", "C:\\tools\\envs\\e\\python.exe pkg\\experiments\\run.py"),
            (
                "command-without-program.yaml",
                "deepspeed run_clm.py --do_train=1 --learning_rate=2e-05 --model=org/model-1.3b --schedule=cosine"
            ),
            ("grid-booleans-yaml11.yaml", "/usr/bin/env python train.py --amp=True --shuffle=True --tag=y"),
            (
                "grid-nulls-and-none.yaml",
                "/usr/bin/env python forest.py --bootstrap=True --max_depth=2 --max_features=auto --subset=None"
            ),
            (
                "grid-lists-as-values.yaml",
                "/usr/bin/env python net.py --clip=False --depths=[2, 2, 6, 2] --hidden_units=[128, 128] --init=he --l2=1e-08"
            ),
            ("grid-underscored-number.yaml", "/usr/bin/env python ppo.py --total_timesteps=1000"),
            (
                "nested-groups.yaml",
                "/usr/bin/env python train.py --batch_size=16 --optimizer={'lr': 0.002, 'other': {'beta': 0.8}}"
            ),
            (
                "grid-text-of-numbers.yaml",
                "/usr/bin/env python vae.py --adv=128 --enc=1024,256 --flag=true --levels=0,2,4,6,8,10"
            ),
            ("yaml-anchors.yaml", "/usr/bin/env python train.py --a=1 --b=1 --c=1"),
        ])
    func `the first trial's command line is W&B's`(name: String, line: String) throws {
        let prepared = try prepare(name)
        let program = try #require(prepared.sweep.program)
        let expansion = CommandExpansion(
            program, configuration: prepared.plan.configurations[0], seed: nil,
            environment: ["HOME": "/home", "PATH": ""],
            folder: "/", configurationFile: "")
        #expect(expansion.arguments.joined(separator: " ") == line)
    }

    @Test(
        arguments: [
            ("bayes-one-to-zero.yaml", "'p' between 0 and 1 is the whole numbers 0 and 1"),
            ("unknown-keys.yaml", "'RUN' is unknown and has no effect"),
            ("unknown-keys.yaml", "'sweep_anew' is unknown"),
            ("unknown-keys.yaml", "'sweep_id' is unknown"), ("stop-both-forms.yaml", "after 2 and 6 measurements"),
            ("stop-max-iter.yaml", "after 3 and 9 measurements"),
            ("stop-min-iter.yaml", "after 3, 9, 27, 81, … measurements"),
            ("stop-min-iter-with-s.yaml", "after 5, 10, 20, 40, … measurements"),
            ("stop-min-iter-with-s.yaml", "'early_terminate.s' has no meaning beside 'min_iter'"),
            ("names-space.yaml", "the sweep's folder and name are 'Discount-sweep-lr-wd-v2'"),
            ("command-unknown-macro.yaml", "'${lr}' is no macro"),
            ("random-all-constant.yaml", "found 1 of 3 configurations"),
        ])
    func `notes say what may not be meant`(name: String, words: String) throws {
        let notes = try prepare(name).notes
        #expect(notes.contains { $0.contains(words) }, "\(notes)")
    }

    @Test func `what a cap leaves of a grid is the first of W&B's order`() throws {
        let configurations = try prepare("grid-run-cap-order.yaml").plan.configurations
        #expect(configurations.map(\.settings) == [["alpha": 1, "beta": 10], ["alpha": 1, "beta": 20]])
    }

    @Test func `a program that is not there can be planned and not run`() throws {
        let prepared = try prepare("command-shell-script.yaml")
        let error = try #require(throws: SweepFileError.self) { try prepared.requireProgram() }
        #expect(error.position == SourcePosition(line: 2, column: 1))
        #expect(error.message.hasPrefix("There is no './sweep_train.sh' in '"))
        #expect(prepared.notes.contains(error.message))
    }

    @Test func `bounds of whole numbers give whole numbers, others give decimals`() throws {
        let prepared = try prepare("bayes-inferred-bounds.yaml")
        let program = try #require(prepared.sweep.program)
        #expect(Set(program.decimals.keys) == ["rate", "drop"])
        for configuration in prepared.plan.configurations {
            guard case .int(let fcn)? = configuration["fcn"], case .int(let k)? = configuration["k"] else {
                Issue.record("\(configuration)")
                continue
            }
            #expect((1500...10000).contains(fcn) && (1...5).contains(k))
        }
    }
}
